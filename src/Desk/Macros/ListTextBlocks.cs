using FirstContact.Tickets;

namespace FirstContact.Macros;

/// <summary>All text blocks by name, with what the caller may do with each.</summary>
public sealed record ListTextBlocks : IQuery<IReadOnlyList<TextBlockLine>>
{
    public Permission Needs => TicketPermissions.SeeAll;

    public async Task<Result<IReadOnlyList<TextBlockLine>>> Ask(Question question)
    {
        var lines = new List<TextBlockLine>();
        foreach (var block in await question.Read.TextBlocks())
            lines.Add(new(block, await Keeping.MayKeep(question, block.Details.Team), block.Active && await Keeping.MayUse(question, block.Details.Team)));
        return lines;
    }
}

/// <param name="Kept">Whether the caller may change it.</param>
/// <param name="Usable">Whether it is offered to the caller.</param>
public sealed record TextBlockLine(TextBlock Block, bool Kept, bool Usable);
