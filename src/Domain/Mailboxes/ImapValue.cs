using System.Globalization;

namespace FirstContact.Mailboxes;

/// <summary>A value in an answer: a word or a quoted text, a literal, a list, or NIL, which is none of them (RFC 9051, section 4).</summary>
public sealed record ImapValue(string? Text = null, ReadOnlyMemory<byte>? Literal = null, IReadOnlyList<ImapValue>? Items = null)
{
    public static readonly ImapValue Nil = new();

    public long? Number => long.TryParse(Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
