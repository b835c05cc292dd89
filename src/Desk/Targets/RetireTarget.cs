namespace FirstContact.Targets;

/// <summary>Nobody is measured by it any more.</summary>
public sealed record RetireTarget(TargetId Id) : Command<Target>
{
    public override Permission Needs => TargetPermissions.Manage;

    protected override Store<Target> StoreOf(Work work) => work.Targets;

    public override Task<Result<Target>> Do(Work work) => work.Targets.Change(Id.Value, t => t.Retire());
}
