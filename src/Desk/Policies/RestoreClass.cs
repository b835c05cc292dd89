namespace FirstContact.Policies;

public sealed record RestoreClass(ClassId Id) : Command<RequestClass>
{
    public override Permission Needs => PolicyPermissions.Manage;

    protected override Store<RequestClass> StoreOf(Work work) => work.Classes;

    public override Task<Result<RequestClass>> Do(Work work) => work.Classes.Change(Id.Value, c => c.Restore());
}
