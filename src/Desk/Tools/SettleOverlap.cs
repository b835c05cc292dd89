namespace FirstContact.Tools;

/// <summary>One of them is left.</summary>
public sealed record SettleOverlap(ToolOverlapId Id) : Command<ToolOverlap>
{
    public override Permission Needs => ToolPermissions.See;

    protected override Store<ToolOverlap> StoreOf(Work work) => work.ToolOverlaps;

    public override async Task<Result<ToolOverlap>> Do(Work work) =>
        (await Owning.Load(work, Id)).Error is { } no ? no : await work.ToolOverlaps.Change(Id.Value, o => o.Settle());
}
