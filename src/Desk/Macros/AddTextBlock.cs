namespace FirstContact.Macros;

/// <summary>All that is said about a text block, as people name it.</summary>
/// <param name="Team">By name or id; blank for all.</param>
public sealed record BlockSaid(string? Name, string? Shortcut, string? Body, string? Team, Seq<BlockUse> Uses);

public sealed record AddTextBlock(BlockSaid Said) : Command<TextBlock>
{
    public override Permission Needs => MacroPermissions.Manage;

    protected override Store<TextBlock> StoreOf(Work work) => work.TextBlocks;

    public override async Task<Result<TextBlock>> Do(Work work) =>
        (await Sound(work, Said, null)).Is(out var details, out var no) ? await work.TextBlocks.Create(TextBlock.Add(details)) : no;

    /// <summary>What was said as it is kept; or all that is wrong with it, by itself and in this desk, said together.</summary>
    internal static async Task<Result<TextBlockDetails>> Sound(Work work, BlockSaid said, TextBlockId? self)
    {
        var team = await Keeping.Find(work, said.Team);
        var details = new TextBlockDetails(said.Name ?? "", said.Shortcut ?? "", said.Body ?? "", team.Value, said.Uses);
        var others = (await work.Read.TextBlocks()).Where(b => b.Id != self && Keeping.Same(b.Details.Team, team.Value)).ToList();
        return Error.Of(
        [
            .. TextBlock.Add(details).Error?.All ?? [],
            team.Error,
            others.Exists(b => string.Equals(b.Name, details.Name.Trim(), StringComparison.OrdinalIgnoreCase)) ? MacroErrors.NameTaken : null,
            !details.Shortcut.IsBlank && others.Exists(b => string.Equals(b.Details.Shortcut, details.Shortcut.Trim(), StringComparison.OrdinalIgnoreCase)) ? MacroErrors.ShortcutTaken : null,
        ]) is { } wrong ? wrong : details;
    }
}
