namespace FirstContact.Targets;

/// <summary>A goal said anew; its periods are counted by what it says now.</summary>
public sealed record ChangeTarget(TargetId Id, TargetSaid Said) : Command<Target>
{
    public override Permission Needs => TargetPermissions.Manage;

    protected override Store<Target> StoreOf(Work work) => work.Targets;

    public override async Task<Result<Target>> Do(Work work)
    {
        if (!(await work.Targets.Load(Id.Value)).Is(out var now, out var missing)) return missing;
        var others = await TargetStore.Holding(work.Read);
        if (!(await SetTarget.Sound(work, Said, now.Terms, d => now.Change(d, SetTarget.Today(work), others))).Is(out var draft, out var no)) return no;
        return await work.Targets.Change(Id.Value, t => t.Change(draft, SetTarget.Today(work), others));
    }
}
