namespace FirstContact.Macros;

public sealed record ChangeTextBlock(TextBlockId Id, BlockSaid Said) : Command<TextBlock>
{
    public override Permission Needs => MacroPermissions.Manage;

    protected override Store<TextBlock> StoreOf(Work work) => work.TextBlocks;

    public override async Task<Result<TextBlock>> Do(Work work)
    {
        if (!(await work.TextBlocks.Load(Id.Value)).Is(out var now, out var missing)) return missing;
        if (!await Keeping.MayKeep(work.Question, now.Details.Team)) return Errors.Forbidden;
        if (!(await AddTextBlock.Sound(work, Said, Id)).Is(out var details, out var no)) return no;
        return await work.TextBlocks.Change(Id.Value, b => b.Change(details));
    }
}
