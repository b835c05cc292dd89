namespace FirstContact.Targets;

/// <summary>A retired goal holds again.</summary>
public sealed record RestoreTarget(TargetId Id) : Command<Target>
{
    public override Permission Needs => TargetPermissions.Manage;

    protected override Store<Target> StoreOf(Work work) => work.Targets;

    public override async Task<Result<Target>> Do(Work work)
    {
        var others = await TargetStore.Holding(work.Read);
        return await work.Targets.Change(Id.Value, t => t.Restore(others));
    }
}
