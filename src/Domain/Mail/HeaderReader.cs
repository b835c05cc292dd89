using System.Text;

namespace FirstContact.Mail;

/// <summary>
/// Finds the fields at the head of bytes and where the body begins (RFC 5322 2.1). Lines end by CRLF or LF. A line of junk among the fields
/// is passed over as long as known fields follow it before the blank line; otherwise the body has begun without one.
/// </summary>
internal static class HeaderReader
{
    private const int LookAhead = 24;

    private static readonly string[] Known =
    [
        "from", "to", "cc", "bcc", "subject", "date", "message-id", "in-reply-to", "references", "reply-to", "sender", "received", "return-path", "mime-version", "delivered-to", "user-agent",
        "importance", "priority", "precedence", "auto-submitted", "organization", "dkim-signature", "domainkey-signature", "authentication-results", "received-spf", "status", "lines", "errors-to", "envelope-to"
    ];

    public static (Headers Headers, int BodyAt, bool Junk) Read(ReadOnlyMemory<byte> raw, int most)
    {
        var bytes = raw.Span;
        var fields = new List<Header>();
        var (at, from, colon, junk) = (0, -1, 0, false);
        while (at < bytes.Length)
        {
            var line = LineAt(bytes, at, out var next);
            if (line.IsEmpty)
            {
                Close(at);
                return (new(fields), next, junk);
            }
            if (line[0] is (byte)' ' or (byte)'\t' && !(IsWhite(line) && !GoesOn(bytes, next))) { /* It belongs to the field before. */ }
            else if (line[0] is (byte)' ' or (byte)'\t')
            {
                Close(at);
                return (new(fields), next, junk);
            }
            else
            {
                Close(at);
                if (ColonOf(line) is > 0 and var found) (from, colon) = (at, found);
                else if (!line.StartsWith("From "u8) && !line.StartsWith(">From "u8))
                {
                    junk = true;
                    if (line.StartsWith("--"u8) || !FieldFollows(bytes, next)) return (new(fields), at, junk);
                }
            }
            at = next;
        }
        Close(bytes.Length);
        return (new(fields), bytes.Length, junk);

        void Close(int end)
        {
            if (from >= 0 && fields.Count < most) fields.Add(new(raw[from..end], colon));
            from = -1;
        }
    }

    /// <summary>The line at a place, without its end.</summary>
    internal static ReadOnlySpan<byte> LineAt(ReadOnlySpan<byte> bytes, int at, out int next)
    {
        var length = bytes[at..].IndexOf((byte)'\n');
        next = length < 0 ? bytes.Length : at + length + 1;
        var line = length < 0 ? bytes[at..] : bytes.Slice(at, length);
        return line is [.. var before, (byte)'\r'] ? before : line;
    }

    /// <summary>Where the name of a field ends: printable ASCII before a colon (RFC 5322 2.2), blanks between them forgiven.</summary>
    private static int ColonOf(ReadOnlySpan<byte> line)
    {
        var colon = line.IndexOf((byte)':');
        return colon > 0 && line[..colon].TrimEnd(" \t"u8) is { IsEmpty: false } name && name.IndexOfAnyExceptInRange((byte)33, (byte)126) < 0 ? colon : -1;
    }

    private static bool IsWhite(ReadOnlySpan<byte> line) => line.IndexOfAnyExcept((byte)' ', (byte)'\t') < 0;

    /// <summary>A line of blanks ends the fields for some programs; it is a fold when a field or a fold comes after it (RFC 5322 4.2).</summary>
    private static bool GoesOn(ReadOnlySpan<byte> bytes, int at)
    {
        if (at >= bytes.Length) return false;
        var line = LineAt(bytes, at, out _);
        return line.IsEmpty || line[0] is (byte)' ' or (byte)'\t' || IsKnown(line);
    }

    private static bool FieldFollows(ReadOnlySpan<byte> bytes, int at)
    {
        for (var n = 0; n < LookAhead && at < bytes.Length; n++)
        {
            var line = LineAt(bytes, at, out var next);
            if (line.IsEmpty) return false;
            if (IsKnown(line)) return true;
            at = next;
        }
        return false;
    }

    private static bool IsKnown(ReadOnlySpan<byte> line)
    {
        if (ColonOf(line) is var colon && colon is < 1 or > 40) return false;
        var name = line[..colon].TrimEnd(" \t"u8);
        foreach (var begins in (ReadOnlySpan<string>)["x-", "content-", "list-", "thread-", "arc-"]) if (name.Length > begins.Length && Ascii.EqualsIgnoreCase(name[..begins.Length], begins)) return true;
        foreach (var known in Known) if (Ascii.EqualsIgnoreCase(name, known)) return true;
        return false;
    }
}
