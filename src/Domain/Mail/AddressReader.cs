using System.Text;

namespace FirstContact.Mail;

/// <summary>
/// Lists of addresses (RFC 5322 3.4, with the obsolete forms of 4.4): names, quotes, comments, groups, routes. ';' parts them as ',' does, for
/// Outlook writes so; a name may hold '@' and dots; what never closes ends with the field.
/// </summary>
public static class AddressReader
{
    public const int Most = 1_000;

    // Of what stands outside brackets: more of it is no name, and no list without commas that somebody typed.
    private const int Longest = 2_000;

    // To a name alone nobody can write: some are kept, as they say something of who was meant.
    private const int Names = 50;

    public static IReadOnlyList<MailAddress> Read(string value)
    {
        var found = new List<MailAddress>();
        Read(value, found);
        // All of it in one encoded word, address and all: RFC 2047 5 forbids it, and some do it.
        if (value.Length <= Longest && value.AsSpan().TrimStart().StartsWith("=?") && !found.Any(a => a.IsWhole) && EncodedWord.Decode(value) is var decoded && decoded != value && decoded.Contains('@', StringComparison.Ordinal))
        {
            found.Clear();
            Read(decoded, found);
        }
        return found;
    }

    private static void Read(string text, List<MailAddress> found)
    {
        var (words, comment, address, hasAt, encoded) = (new StringBuilder(), (string?)null, (string?)null, false, false);
        for (var i = 0; i < text.Length && found.Count < Most; i++)
        {
            switch (text[i])
            {
                case ',' or ';': Close(); break;
                case '(': (comment, i) = Comment(text, i); break;
                case '"': i = Quoted(text, i, words); break;
                case '<': (address, i) = Angle(text, i); break;
                // The name of a group (RFC 5322 3.4); not the port or route of something else.
                case ':' when address is null && !hasAt: words.Clear(); break;
                default:
                    hasAt |= text[i] == '@';
                    encoded |= text[i] == '?';
                    if (words.Length < Longest) words.Append(text[i]);
                    break;
            }
        }
        Close();

        void Close()
        {
            if (address is not null || hasAt || encoded || found.Count < Names) Add();
            words.Clear();
            (comment, address, hasAt, encoded) = (null, null, false, false);
        }

        void Add()
        {
            var said = Header.Said(EncodedWord.Decode(words.ToString()));
            var named = comment is null ? null : Header.Said(EncodedWord.Decode(comment));
            // '<>' is nobody: the sender of a bounce, who may have a name.
            if (address is null) Bare(said, named, found);
            else if (address.Length > 0 || !said.IsBlank) found.Add(new(NoBlank(said) ?? NoBlank(named), address));
        }
    }

    /// <summary>Without brackets: 'helen@example.com', 'Helen helen@example.com', several with only blanks between them, blanks around signs (RFC 5322 4.4); or only a name, to which nobody can write.</summary>
    private static void Bare(string said, string? named, List<MailAddress> found)
    {
        if (said.Length == 0) return;
        if (!said.Contains('@', StringComparison.Ordinal))
        {
            found.Add(new(NoBlank(named), said));
            return;
        }
        var words = said.Replace(" .", ".", StringComparison.Ordinal).Replace(". ", ".", StringComparison.Ordinal).Replace(" @", "@", StringComparison.Ordinal).Replace("@ ", "@", StringComparison.Ordinal).Split(' ');
        var whole = words.Where(IsWhole).Take(Most).ToList();
        if (whole.Count == 0) found.Add(new(NoBlank(named), said));
        else if (whole.Count == 1) found.Add(new(NoBlank(named) ?? NoBlank(string.Join(' ', words.Where(w => !IsWhole(w)))), whole[0]));
        else found.AddRange(whole.Select(w => new MailAddress(NoBlank(named), w)));

        static bool IsWhole(string word) => new MailAddress(null, word).IsWhole;
    }

    private static string? NoBlank(string? said) => said.IsBlank ? null : said!.Trim();

    private static (string, int) Comment(string text, int at)
    {
        var (said, depth) = (new StringBuilder(), 0);
        for (; at < text.Length; at++)
        {
            if (text[at] == '\\' && at + 1 < text.Length) at++;
            else if (text[at] == '(' && depth++ == 0) continue;
            else if (text[at] == ')' && --depth == 0) break;
            said.Append(text[at]);
        }
        return (said.ToString(), at);
    }

    private static string Uncommented(ReadOnlySpan<char> text)
    {
        if (text.IndexOf('(') < 0) return text.ToString();
        var (said, depth) = (new StringBuilder(text.Length), 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (depth > 0 && text[i] == '\\') i++;
            else if (text[i] == '(') depth++;
            else if (depth > 0 && text[i] == ')') depth--;
            else if (depth == 0) said.Append(text[i]);
        }
        return said.ToString();
    }

    /// <summary>A quote that never closes was not meant as one.</summary>
    private static int Quoted(string text, int at, StringBuilder words)
    {
        var from = words.Length;
        for (var i = at + 1; i < text.Length; i++)
        {
            if (text[i] == '"') return i;
            if (text[i] == '\\' && i + 1 < text.Length) i++;
            if (words.Length < Longest) words.Append(text[i]);
        }
        words.Length = from;
        return at;
    }

    /// <summary>What stands in brackets, without a route before it (RFC 5322 4.4) and without blanks. Brackets in brackets are one pair.</summary>
    private static (string, int) Angle(string text, int at)
    {
        while (at + 1 < text.Length && text[at + 1] is '<' or ' ') at++;
        var end = text.AsSpan(at + 1).IndexOf('>') is >= 0 and var length ? at + 1 + length : -1;
        // Forgotten: then it ends where the next address begins.
        if (end < 0) end = text.AsSpan(at + 1).IndexOfAny(',', ';') is >= 0 and var shorter ? at + 1 + shorter : text.Length;
        var inner = text.AsSpan(at + 1, end - at - 1);
        if (inner.StartsWith("@") && inner.IndexOf(':') is > 0 and var route) inner = inner[(route + 1)..];
        if (inner.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)) inner = inner[7..];
        // A group that was put into brackets is nobody.
        var address = inner.Contains(":@", StringComparison.Ordinal) ? "" : Header.Said(EncodedWord.Decode(Uncommented(inner))).Replace(" ", "", StringComparison.Ordinal);
        while (end + 1 < text.Length && text[end] == '>' && text[end + 1] == '>') end++;
        return (address, end < text.Length && text[end] is ',' or ';' ? end - 1 : end);
    }
}
