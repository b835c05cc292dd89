namespace FirstContact.Macros;

/// <summary>Nobody is offered it any more.</summary>
public sealed record RetireTextBlock(TextBlockId Id) : Command<TextBlock>
{
    public override Permission Needs => MacroPermissions.Manage;

    protected override Store<TextBlock> StoreOf(Work work) => work.TextBlocks;

    public override async Task<Result<TextBlock>> Do(Work work)
    {
        if (!(await work.TextBlocks.Load(Id.Value)).Is(out var now, out var missing)) return missing;
        return await Keeping.MayKeep(work.Question, now.Details.Team) ? await work.TextBlocks.Change(Id.Value, b => b.Retire()) : Errors.Forbidden;
    }
}
