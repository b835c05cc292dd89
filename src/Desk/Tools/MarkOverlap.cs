using FirstContact.People;

namespace FirstContact.Tools;

/// <summary>What is said about tools that do the same.</summary>
/// <param name="Tools">By name or id.</param>
/// <param name="Stays">Which one, by name or id; blank while that is open.</param>
/// <param name="Owner">By e-mail address; blank for nobody yet.</param>
public sealed record OverlapSaid(Seq<string> Tools, string? Same, string? Plan, string? Stays, LocalDate? By, string? Owner);

public sealed record MarkOverlap(OverlapSaid Said) : Command<ToolOverlap>
{
    public override Permission Needs => ToolPermissions.See;

    protected override Store<ToolOverlap> StoreOf(Work work) => work.ToolOverlaps;

    public override async Task<Result<ToolOverlap>> Do(Work work)
    {
        if (!(await Sound(work, Said, ToolOverlap.Mark)).Is(out var details, out var no)) return no;
        // Who sees to a plan is not yet its owner while it is being made.
        return work.Caller.Owns(details with { Owner = null }, await work.Read.Tools()) ? await work.ToolOverlaps.Create(ToolOverlap.Mark(details)) : Errors.Forbidden;
    }

    internal static async Task<Result<OverlapDetails>> Sound(Work work, OverlapSaid said, Func<OverlapDetails, Decision> verb)
    {
        var all = await work.Read.Tools();
        var tools = said.Tools.Where(t => !t.IsBlank).Select(t => all.Known(t) ?? all.FirstOrDefault(a => FindPerson.Number(t) == a.Key)).ToList();
        var stays = said.Stays.IsBlank ? null : all.Known(said.Stays);
        var owner = said.Owner.IsBlank ? null : await FindPerson.ByEmail(work.Read, said.Owner!);
        var details = new OverlapDetails([.. tools.OfType<Tool>().Select(t => t.Named)], said.Same ?? "", said.Plan ?? "", stays?.Named, said.By, owner);
        return Error.Of(
        [
            .. verb(details).Error?.All ?? [],
            tools.Contains(null) ? ToolErrors.ToolUnknown.At("tools") : null,
            !said.Stays.IsBlank && stays is null ? ToolErrors.ToolUnknown.At("stays") : null,
            !said.Owner.IsBlank && owner is null ? ToolErrors.OwnerUnknown : null,
        ]) is { } wrong ? wrong : details;
    }
}
