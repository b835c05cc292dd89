namespace FirstContact.Services;

public sealed record RestoreService(ServiceId Id) : Command<Service>
{
    public override Permission Needs => ServicePermissions.Manage;

    protected override Store<Service> StoreOf(Work work) => work.Services;

    public override Task<Result<Service>> Do(Work work) => work.Services.Change(Id.Value, service => service.Restore());
}
