namespace FirstContact.Policies;

public sealed record ChangeClass(ClassId Id, ClassDetails Details) : Command<RequestClass>
{
    public override Permission Needs => PolicyPermissions.Manage;

    protected override Store<RequestClass> StoreOf(Work work) => work.Classes;

    public override async Task<Result<RequestClass>> Do(Work work) =>
        await AddClass.Taken(work.Read, Details.Name, Id) ? PolicyErrors.ClassNameTaken : await work.Classes.Change(Id.Value, c => c.Change(Details));
}
