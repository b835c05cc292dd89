using FirstContact.Tickets;

namespace FirstContact.Macros;

/// <summary>The text blocks that the caller may say on a ticket, most fitting first, each with its words filled for it.</summary>
/// <param name="Words">What was typed: a shortcut, or words of the name or of what it says; blank for all.</param>
/// <param name="Use">For a reply or for a note; null for either.</param>
public sealed record FindTextBlocks(TicketId On, string? Words, BlockUse? Use = null) : IQuery<IReadOnlyList<FilledBlock>>
{
    public const int Most = 20;

    public Permission Needs => TicketPermissions.Work;

    public async Task<Result<IReadOnlyList<FilledBlock>>> Ask(Question question)
    {
        if (!(await DescribeTicket.Load(question, On)).Is(out var ticket, out var no)) return no;
        var typed = (Words ?? "").Folded.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var fitting = new List<(TextBlock Block, int Rank)>();
        foreach (var block in await question.Read.TextBlocks())
            if (block.Active && (Use is not { } use || block.Details.Uses.Contains(use)) && Rank(block, typed) is { } rank && await Keeping.MayUse(question, block.Details.Team)) fitting.Add((block, rank));
        if (fitting.Count == 0) return Array.Empty<FilledBlock>();

        var filling = await TicketFilling.Of(question, ticket);
        // What a team has written for itself fits its tickets better than what is for all.
        return new([.. fitting.OrderBy(f => f.Rank).ThenBy(f => f.Block.Details.Team is null ? 1 : f.Block.Details.Team?.Id == ticket.Team ? 0 : 2).ThenBy(f => f.Block.Name, StringComparer.OrdinalIgnoreCase).Take(Most)
            .Select(f => new FilledBlock(f.Block.Id, f.Block.Name, f.Block.Details.Shortcut, f.Block.Details.Uses, filling.Fill(f.Block.Details.Body)))], null);
    }

    /// <summary>The whole shortcut, its beginning, the beginning of the name, of a word of it, anywhere in it, in what it says; null where a word is nowhere.</summary>
    private static int? Rank(TextBlock block, string[] typed)
    {
        var rank = 0;
        var (shortcut, name, body) = (block.Details.Shortcut.Folded, block.Name.Folded, block.Details.Body.Folded);
        foreach (var word in typed)
        {
            var one = shortcut == word ? 0 : shortcut.StartsWith(word, StringComparison.Ordinal) ? 1 : name.StartsWith(word, StringComparison.Ordinal) ? 2
                : name.Contains(' ' + word, StringComparison.Ordinal) ? 3 : name.Contains(word, StringComparison.Ordinal) ? 4 : body.Contains(word, StringComparison.Ordinal) ? 5 : -1;
            if (one < 0) return null;
            rank = Math.Max(rank, one);
        }
        return rank;
    }
}

/// <param name="Text">What it says on this ticket.</param>
public sealed record FilledBlock(TextBlockId Id, string Name, string Shortcut, Seq<BlockUse> Uses, string Text);
