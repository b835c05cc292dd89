namespace FirstContact.Services;

public sealed record ChangeService(ServiceId Id, string Name, string Description, string? Team, string? Owner) : Command<Service>
{
    public override Permission Needs => ServicePermissions.Manage;

    protected override Store<Service> StoreOf(Work work) => work.Services;

    public override async Task<Result<Service>> Do(Work work)
    {
        if (!(await AddService.Details(work, Id.Value, Name, Description, Team, Owner)).Is(out var details, out var no)) return no;
        return await work.Services.Change(Id.Value, service => service.Change(details));
    }
}
