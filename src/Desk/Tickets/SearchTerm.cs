namespace FirstContact.Tickets;

/// <summary>One thing that has to stand in the text, or must not: a word, or several in a row.</summary>
/// <param name="Words">Folded; letters and digits only, so that neither engine's query language can be meant by them.</param>
/// <param name="Begins">Whether the last word need only begin so.</param>
public sealed record SearchTerm(Seq<string> Words, bool Not = false, bool Begins = false)
{
    /// <summary>As FTS5 reads it.</summary>
    internal string Fts5 => $"\"{string.Join(' ', Words)}\"{(Begins ? " *" : "")}";

    /// <summary>As PostgreSQL reads it.</summary>
    internal string TsQuery => $"({string.Join(" <-> ", Words.Select((word, i) => $"'{word}'{(Begins && i == Words.Count - 1 ? ":*" : "")}"))})";

    /// <summary>Whether it stands at this place of a text.</summary>
    internal bool StandsAt(List<SearchWord> text, int at)
    {
        if (at + Words.Count > text.Count) return false;
        for (var i = 0; i < Words.Count; i++)
        {
            var word = text[at + i].Text;
            if (Begins && i == Words.Count - 1 ? !word.StartsWith(Words[i], StringComparison.Ordinal) : word != Words[i]) return false;
        }
        return true;
    }
}
