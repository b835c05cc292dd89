namespace FirstContact.Tickets;

/// <summary>Tickets that somebody may mean who is still typing: the last word may be the beginning of one.</summary>
public static class WhileTyping
{
    private const int Most = 8;

    public static async Task<Result<IReadOnlyList<SearchHit>>> Find(Desk desk, Caller caller, string? typed)
    {
        if (!(await desk.Ask(new SearchTickets(typed, Limit: Most), caller)).Is(out var found, out var no)) return no;
        // Whole words come first: 'print' is no beginning to whoever means it.
        if (found.Hits.Count > 0 || !IsBegun(typed)) return new(found.Hits, null);
        if (!(await desk.Ask(new SearchTickets($"{typed!.Trim()}*", Limit: Most), caller)).Is(out var begun, out no)) return no;
        return new(begun.Hits, null);
    }

    private static bool IsBegun(string? typed) => typed?.Trim() is { Length: > 1 } words && char.IsLetterOrDigit(words[^1]) && words.Count(c => c == '"') % 2 == 0 && !words.Split(' ')[^1].Contains(':', StringComparison.Ordinal);
}
