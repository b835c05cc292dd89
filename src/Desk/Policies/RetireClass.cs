namespace FirstContact.Policies;

/// <summary>Nobody can choose it any more; old tickets go on naming it.</summary>
public sealed record RetireClass(ClassId Id) : Command<RequestClass>
{
    public override Permission Needs => PolicyPermissions.Manage;

    protected override Store<RequestClass> StoreOf(Work work) => work.Classes;

    public override Task<Result<RequestClass>> Do(Work work) => work.Classes.Change(Id.Value, c => c.Retire());
}
