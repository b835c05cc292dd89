namespace FirstContact.Tools;

public sealed record ChangeOverlap(ToolOverlapId Id, OverlapSaid Said) : Command<ToolOverlap>
{
    public override Permission Needs => ToolPermissions.See;

    protected override Store<ToolOverlap> StoreOf(Work work) => work.ToolOverlaps;

    public override async Task<Result<ToolOverlap>> Do(Work work)
    {
        if (!(await Owning.Load(work, Id)).Is(out var now, out var refused)) return refused;
        if (!(await MarkOverlap.Sound(work, Said, now.Change)).Is(out var details, out var no)) return no;
        return await work.ToolOverlaps.Change(Id.Value, o => o.Change(details));
    }
}
