namespace FirstContact.Services;

/// <summary>Nobody can choose it any more; old tickets go on naming it.</summary>
public sealed record RetireService(ServiceId Id) : Command<Service>
{
    public override Permission Needs => ServicePermissions.Manage;

    protected override Store<Service> StoreOf(Work work) => work.Services;

    public override Task<Result<Service>> Do(Work work) => work.Services.Change(Id.Value, service => service.Retire());
}
