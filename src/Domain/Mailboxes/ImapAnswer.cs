using System.Globalization;
using System.Text;

namespace FirstContact.Mailboxes;

/// <summary>One answer of an IMAP server, taken apart (RFC 9051, section 9; RFC 3501 for older ones). What the desk has no use for stays unread.</summary>
/// <param name="Tag"><c>*</c> when nobody asked for it, <c>+</c> when the server waits for more, or the tag of the command it ends.</param>
/// <param name="Number">Of the message that it is about, or how many there are.</param>
/// <param name="Word">What it is: OK, NO, BAD, BYE, PREAUTH, CAPABILITY, SEARCH, EXISTS, FETCH ...; in capitals.</param>
/// <param name="Code">The first word within brackets, in capitals: UIDVALIDITY, AUTHENTICATIONFAILED ...</param>
/// <param name="CodeText">What follows it within the brackets.</param>
/// <param name="Text">What people may read.</param>
/// <param name="Values">What follows, for those that carry values.</param>
public sealed record ImapAnswer(string Tag, long? Number, string Word, string? Code, string CodeText, string Text, IReadOnlyList<ImapValue> Values)
{
    // These tell people something; all others carry values.
    private static readonly string[] States = ["OK", "NO", "BAD", "BYE", "PREAUTH"];

    public bool IsUntagged => Tag == "*";

    public bool AsksForMore => Tag == "+";

    /// <summary>The value that stands after a name in a FETCH: <c>UID 17</c>.</summary>
    public ImapValue? Item(string name)
    {
        if (Values.FirstOrDefault(v => v.Items is not null)?.Items is not { } items) return null;
        for (var i = 0; i + 1 < items.Count; i += 2)
            if (string.Equals(items[i].Text, name, StringComparison.OrdinalIgnoreCase)) return items[i + 1];
        return null;
    }

    /// <summary>The literal of a FETCH, whatever its name: servers write sections as they like.</summary>
    public ReadOnlyMemory<byte>? Literal => Values.FirstOrDefault(v => v.Items is not null)?.Items?.FirstOrDefault(v => v.Literal is not null)?.Literal;

    /// <param name="lines">The answer as it came: what stood before, between and after its literals, without the ends of lines.</param>
    /// <param name="literals">One fewer than lines.</param>
    /// <returns>Null when it is none.</returns>
    public static ImapAnswer? Read(IReadOnlyList<ReadOnlyMemory<byte>> lines, IReadOnlyList<ReadOnlyMemory<byte>> literals)
    {
        if (lines.Count == 0 || literals.Count != lines.Count - 1) return null;
        var first = Encoding.Latin1.GetString(lines[0].Span);
        if (first == "+" || first.StartsWith("+ ", StringComparison.Ordinal)) return new("+", null, "", null, "", first.Length > 2 ? first[2..] : "", []);

        var at = 0;
        var tag = Next(first, ref at);
        if (tag.Length == 0) return null;
        var word = Next(first, ref at);
        long? number = null;
        if (tag == "*" && long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var counted))
        {
            number = counted;
            word = Next(first, ref at);
        }
        if (word.Length == 0) return null;
        word = word.ToUpperInvariant();
        if (States.Contains(word)) return State(tag, number, word, Encoding.UTF8.GetString(lines[0].Span[Math.Min(at, lines[0].Length)..]));
        return tag == "*" && new ImapValues(lines, literals, at).ReadAll() is { } values ? new(tag, number, word, null, "", "", values) : null;
    }

    private static ImapAnswer State(string tag, long? number, string word, string rest)
    {
        if (rest.StartsWith('[') && rest.IndexOf(']', StringComparison.Ordinal) is > 0 and var end)
        {
            var at = 0;
            var inside = rest[1..end];
            var code = Next(inside, ref at);
            return new(tag, number, word, code.ToUpperInvariant(), inside[Math.Min(at, inside.Length)..], rest[(end + 1)..].Trim(), []);
        }
        return new(tag, number, word, null, "", rest.Trim(), []);
    }

    private static string Next(string line, ref int at)
    {
        var end = line.IndexOf(' ', at);
        if (end < 0) end = line.Length;
        var word = line[at..end];
        at = Math.Min(end + 1, line.Length);
        return word;
    }
}
