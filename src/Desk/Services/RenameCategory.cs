namespace FirstContact.Services;

public sealed record RenameCategory(CategoryId Id, string Name) : Command<Category>
{
    public override Permission Needs => ServicePermissions.Manage;

    protected override Store<Category> StoreOf(Work work) => work.Categories;

    public override async Task<Result<Category>> Do(Work work) =>
        await AddCategory.Taken(work.Read, Name, Id.Value) ? ServiceErrors.NameTaken : await work.Categories.Change(Id.Value, category => category.Rename(Name));
}
