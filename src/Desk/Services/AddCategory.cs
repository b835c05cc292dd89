namespace FirstContact.Services;

public sealed record AddCategory(string Name) : Command<Category>
{
    public override Permission Needs => ServicePermissions.Manage;

    protected override Store<Category> StoreOf(Work work) => work.Categories;

    public override async Task<Result<Category>> Do(Work work) =>
        await Taken(work.Read, Name, null) ? ServiceErrors.NameTaken : await work.Categories.Create(Category.Add(Name));

    internal static async Task<bool> Taken(Reader read, string name, long? self) =>
        (await read.Categories()).Any(c => c.Id.Value != self && string.Equals(c.Name, name?.Trim(), StringComparison.OrdinalIgnoreCase));
}
