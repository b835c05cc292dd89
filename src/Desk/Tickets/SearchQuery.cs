using System.Text;

namespace FirstContact.Tickets;

/// <summary>
/// What a person typed, understood: <c>printer "paper jam" -hall off* team:network status:"in progress"</c>. Whatever is
/// typed means something; what is no filter is words.
/// </summary>
/// <param name="Number">The ticket that was called by its number, when nothing else was typed.</param>
public sealed record SearchQuery(Seq<SearchTerm> Terms, TicketFilter Filter, TicketId? Number)
{
    public const int Longest = 500, MostTerms = 16;

    // Every word begins with some letter: asking for all that do would be asking for everything.
    private const int ShortestBeginning = 2;

    public static readonly IReadOnlyList<string> Filters = ["team", "status", "assignee", "customer", "service", "category", "class", "priority", "kind", "tag", "due", "field"];

    public IEnumerable<SearchTerm> Wanted => Terms.Where(t => !t.Not);
    public IEnumerable<SearchTerm> Unwanted => Terms.Where(t => t.Not);

    /// <summary>Nothing to look for.</summary>
    public bool IsEmpty => Terms.Count == 0 && Filter == new TicketFilter();

    public static SearchQuery Parse(string? typed)
    {
        var text = Clean(typed ?? "");
        var (terms, filter, at) = (new List<SearchTerm>(), new TicketFilter(), 0);
        while (Next(text, ref at) is { } piece)
        {
            if (!piece.Not && piece.Filter is not null) filter = With(filter, piece.Filter, piece.Text);
            else if (terms.Count < MostTerms && SearchWord.In(piece.Text) is { Count: > 0 } words)
                terms.Add(new([.. words.Select(w => w.Text)], piece.Not, piece.Begins && words[^1].Text.Length >= ShortestBeginning));
        }
        return new([.. terms.Distinct()], filter, TicketNumber.TryParse(text, out var number) ? number : null);
    }

    /// <summary>The next piece behind blanks: <c>-</c>, then words in quotes, <c>filter:value</c>, or all up to the next blank.</summary>
    private static Piece? Next(string text, ref int at)
    {
        while (at < text.Length && text[at] == ' ') at++;
        if (at == text.Length) return null;

        var not = text[at] == '-' && at + 1 < text.Length && text[at + 1] != ' ';
        if (not) at++;
        if (text[at] == '"')
        {
            var quoted = Quoted(text, ref at);
            var begins = at < text.Length && text[at] == '*';
            if (begins) at++;
            return new(quoted, not, begins, null);
        }

        var start = at;
        while (at < text.Length && text[at] is not ' ' and not ':') at++;
        var name = text[start..at].ToLowerInvariant();
        if (at + 1 < text.Length && text[at] == ':' && Filters.Contains(name) && text[at + 1] != ' ')
        {
            at++;
            var value = text[at] == '"' ? Quoted(text, ref at) : name == "field" ? Condition(text, ref at) : Plain(text, ref at);
            return new(not ? $"{name} {value}" : value, not, false, value.Trim().Length > 0 ? name : null);
        }

        at = start;
        var plain = Plain(text, ref at);
        return new(plain, not, plain.EndsWith('*'), null);
    }

    /// <summary>A condition on a field, whose value may stand in quotes: <c>room="Blue room"</c>.</summary>
    private static string Condition(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && text[at] is not ' ' and not '=') at++;
        if (at + 1 >= text.Length || text[at] != '=' || text[at + 1] != '"') { at = start; return Plain(text, ref at); }
        var name = text[start..(at + 1)];
        at++;
        return name + Quoted(text, ref at);
    }

    private static string Plain(string text, ref int at)
    {
        var end = text.IndexOf(' ', at) is var blank and >= 0 ? blank : text.Length;
        var plain = text[at..end];
        at = end;
        return plain;
    }

    // A quote that is never closed reaches to the end.
    private static string Quoted(string text, ref int at)
    {
        var start = at + 1;
        var end = text.IndexOf('"', start) is var close and >= 0 ? close : text.Length;
        at = Math.Min(end + 1, text.Length);
        return text[start..end];
    }

    private static TicketFilter With(TicketFilter filter, string name, string value) => name switch
    {
        "team" => filter with { Team = value },
        "status" => filter with { Status = string.Join(',', new[] { filter.Status, value.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal) }.OfType<string>()) },
        "assignee" => filter with { Assignee = value },
        "customer" => filter with { Customer = value },
        "service" => filter with { Service = value },
        "category" => filter with { Category = value },
        "class" => filter with { RequestClass = value },
        "priority" => filter with { Priority = value },
        "kind" => filter with { Kind = value },
        "due" => filter with { Due = value },
        "field" => filter with { Fields = filter.Fields.Add(value) },
        _ => filter with { Tag = value },
    };

    /// <summary>Within bounds, every blank a plain one, every quote a straight one (phones curl them), and nothing that a database cannot keep.</summary>
    private static string Clean(string typed)
    {
        var clean = new StringBuilder();
        foreach (var sign in typed.AsSpan(0, Math.Min(typed.Length, Longest)).EnumerateRunes())
            clean.Append(sign.Value is '“' or '”' or '„' or '‟' ? "\"" : Rune.IsWhiteSpace(sign) || Rune.IsControl(sign) || sign == Rune.ReplacementChar ? " " : sign.ToString());
        return clean.ToString();
    }

    private sealed record Piece(string Text, bool Not, bool Begins, string? Filter);
}
