namespace FirstContact.Mail;

/// <summary>Ids in Message-ID, In-Reply-To and References (RFC 5322 3.6.4), without their brackets. A fold within an id is no part of it.</summary>
public static class MessageIds
{
    // The first begins the thread, the last are the nearest; what a hundred mails ago stood between helps nobody.
    public const int Most = 200;
    private const int Longest = 998;

    public static IReadOnlyList<string> Read(string value)
    {
        var found = new List<string>();
        for (var at = 0; value.AsSpan(at).IndexOf('<') is >= 0 and var open;)
        {
            var from = at + open + 1;
            if (value.AsSpan(from).IndexOfAny('>', '<') is var length && length < 0) break;
            Add(value.AsSpan(from, length));
            at = from + length;
        }
        // Some forget the brackets.
        if (found.Count == 0 && !value.Contains('<', StringComparison.Ordinal))
            foreach (var word in value.AsSpan().SplitAny(' ', ',', '\t')) if (value.AsSpan()[word].Contains('@')) Add(value.AsSpan()[word]);
        return found;

        void Add(ReadOnlySpan<char> id)
        {
            if (id.Length > Longest || id.IsWhiteSpace()) return;
            if (found.Count == Most) found.RemoveAt(1);
            found.Add(id.ContainsAny(" \t") ? string.Concat(id.ToString().Where(c => !char.IsWhiteSpace(c))) : id.ToString());
        }
    }
}
