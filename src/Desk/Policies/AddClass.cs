namespace FirstContact.Policies;

public sealed record AddClass(ClassDetails Details) : Command<RequestClass>
{
    public override Permission Needs => PolicyPermissions.Manage;

    protected override Store<RequestClass> StoreOf(Work work) => work.Classes;

    public override async Task<Result<RequestClass>> Do(Work work) =>
        await Taken(work.Read, Details.Name, null) ? PolicyErrors.ClassNameTaken : await work.Classes.Create(RequestClass.Add(Details));

    internal static async Task<bool> Taken(Reader read, string name, ClassId? self) =>
        (await read.Classes()).Any(c => c.Id != self && string.Equals(c.Name, name?.Trim(), StringComparison.OrdinalIgnoreCase));
}
