namespace FirstContact.Tickets;

/// <summary>A part of a text, and whether it is what was searched for. Not encoded: that is the page's to do.</summary>
public readonly record struct SnippetPiece(string Text, bool Hit);

/// <summary>The place of a text where most of what was searched for stands, in pieces.</summary>
public static class Snippet
{
    public const int Length = 200;
    private const int Before = 60;
    private const string More = "…";

    /// <summary>The whole text, its hits marked.</summary>
    public static Seq<SnippetPiece> Whole(string text, SearchQuery query) => [.. Pieces(text, 0, text.Length, Hits(text, query))];

    public static Seq<SnippetPiece> Of(string text, SearchQuery query)
    {
        var hits = Hits(text, query);
        var from = Best(hits) is { } best && best > Before ? AfterBlank(text, best - Before, best) : 0;
        var to = text.Length - from <= Length ? text.Length : BeforeBlank(text, from + Length, from);
        var pieces = Pieces(text, from, to, hits).Select(p => p with { Text = OneLine(p.Text) }).ToList();
        if (from > 0) pieces.Insert(0, new(More, false));
        if (to < text.Length) pieces.Add(new(More, false));
        return [.. pieces];
    }

    private static List<(int Start, int End)> Hits(string text, SearchQuery query)
    {
        var words = SearchWord.In(text);
        var hits = new List<(int Start, int End)>();
        for (var at = 0; at < words.Count; at++)
        {
            var longest = query.Wanted.Where(t => t.StandsAt(words, at)).Select(t => t.Words.Count).DefaultIfEmpty(0).Max();
            if (longest == 0) continue;
            var (start, end) = (words[at].Start, words[at + longest - 1].Start + words[at + longest - 1].Length);
            // A word may end one phrase and begin another.
            if (hits.Count > 0 && start < hits[^1].End) hits[^1] = (hits[^1].Start, Math.Max(end, hits[^1].End));
            else hits.Add((start, end));
        }
        return hits;
    }

    /// <summary>Where the hit stands behind which, within a snippet, most others do.</summary>
    private static int? Best(List<(int Start, int End)> hits)
    {
        var (best, most, last) = ((int?)null, 0, 0);
        for (var first = 0; first < hits.Count; first++)
        {
            while (last < hits.Count && hits[last].End - hits[first].Start <= Length - Before) last++;
            if (last - first > most || best is null) (best, most) = (hits[first].Start, last - first);
        }
        return best;
    }

    private static IEnumerable<SnippetPiece> Pieces(string text, int from, int to, List<(int Start, int End)> hits)
    {
        var at = from;
        foreach (var (start, end) in hits.Where(h => h.Start >= from && h.End <= to))
        {
            if (start > at) yield return new(text[at..start], false);
            yield return new(text[start..end], true);
            at = end;
        }
        if (at < to) yield return new(text[at..to], false);
    }

    // Never between the halves of one sign.
    private static int AfterBlank(string text, int at, int last)
    {
        for (var i = at; i < last; i++) if (char.IsWhiteSpace(text[i])) return i + 1;
        return char.IsLowSurrogate(text[at]) ? at + 1 : at;
    }

    private static int BeforeBlank(string text, int at, int first)
    {
        for (var i = at; i > first + Length / 2; i--) if (char.IsWhiteSpace(text[i])) return i;
        return char.IsLowSurrogate(text[at]) ? at - 1 : at;
    }

    private static string OneLine(string text)
    {
        var parts = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var line = string.Join(' ', parts);
        if (text.Length == 0 || parts.Length == 0) return text.Length > 0 ? " " : "";
        return $"{(char.IsWhiteSpace(text[0]) ? " " : "")}{line}{(char.IsWhiteSpace(text[^1]) ? " " : "")}";
    }
}
