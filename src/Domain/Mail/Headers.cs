using System.Text;

namespace FirstContact.Mail;

/// <summary>One field as it stands in the message, with its folds (RFC 5322 2.2). Nothing is copied before somebody asks.</summary>
public readonly record struct Header(ReadOnlyMemory<byte> Raw, int Colon)
{
    /// <summary>Longer ones are read so far; only hostile mail has them.</summary>
    public const int Longest = 256 * 1024;

    public string Name => Encoding.ASCII.GetString(Raw.Span[..Colon].TrimEnd(" \t"u8));

    public bool Is(string name) => Ascii.EqualsIgnoreCase(Raw.Span[..Colon].TrimEnd(" \t"u8), name);

    /// <summary>Unfolded (RFC 5322 2.2.3), as text (RFC 6532), encoded words still in it.</summary>
    public string Value
    {
        get
        {
            var raw = Raw.Span[(Colon + 1)..].Trim(" \t\r\n"u8);
            if (raw.Length > Longest) raw = raw[..Longest];
            if (raw.IndexOfAny((byte)'\r', (byte)'\n') < 0) return Charset.Decode(raw, null);
            var flat = new byte[raw.Length];
            var n = 0;
            foreach (var sign in raw) if (sign is not ((byte)'\r' or (byte)'\n')) flat[n++] = sign;
            return Charset.Decode(flat.AsSpan(0, n), null);
        }
    }

    /// <summary>As a person reads it: words decoded, white space single, no control signs.</summary>
    public string Text => Said(EncodedWord.Decode(Value));

    internal static string Said(string text)
    {
        if (IsSaid(text)) return text;
        var said = new StringBuilder(text.Length);
        var blank = false;
        foreach (var sign in text)
        {
            if (char.IsWhiteSpace(sign) || char.IsControl(sign)) blank = said.Length > 0;
            else
            {
                if (blank) said.Append(' ');
                blank = false;
                said.Append(sign);
            }
        }
        return said.ToString();
    }

    /// <summary>Most are as they should be, and need no copy.</summary>
    private static bool IsSaid(string text)
    {
        var blank = true;
        foreach (var sign in text)
        {
            if (char.IsControl(sign) || (char.IsWhiteSpace(sign) && (blank || sign != ' '))) return false;
            blank = sign == ' ';
        }
        return text.Length == 0 || !blank;
    }
}

/// <summary>The fields of a message or part, in their order.</summary>
public sealed class Headers(IReadOnlyList<Header> fields)
{
    public static readonly Headers None = new([]);

    public IReadOnlyList<Header> Fields => fields;

    /// <summary>The first of a name, for most may stand there once (RFC 5322 3.6).</summary>
    public Header? First(string name)
    {
        foreach (var field in fields) if (field.Is(name)) return field;
        return null;
    }

    public IEnumerable<Header> All(string name) => fields.Where(f => f.Is(name));

    public bool Has(string name) => First(name) is not null;

    /// <summary>The first that says anything, with encoded words still in it.</summary>
    public string? Value(string name)
    {
        foreach (var field in fields) if (field.Is(name) && field.Value is { Length: > 0 } value) return value;
        return null;
    }

    /// <summary>The first that says anything, as a person reads it.</summary>
    public string? Text(string name)
    {
        foreach (var field in fields) if (field.Is(name) && field.Text is { Length: > 0 } text) return text;
        return null;
    }
}
