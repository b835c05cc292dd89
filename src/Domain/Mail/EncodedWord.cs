using System.Text;

namespace FirstContact.Mail;

/// <summary>
/// Encoded words in headers (RFC 2047, with the language of RFC 2231 5). Kinder than they ask: words may be long, hold blanks, stand in quotes or
/// touch other words, and a character may be split between two of them.
/// </summary>
public static class EncodedWord
{
    private const int Longest = 8_192;

    public static string Decode(string text)
    {
        if (!text.Contains("=?", StringComparison.Ordinal)) return text;
        var said = new StringBuilder(text.Length);
        var held = new List<byte>();
        string? charset = null;
        (string Charset, bool Base64, Range Inner, int End)? ahead = null;
        for (var i = 0; i < text.Length;)
        {
            if ((ahead ?? Word(text, i)) is not { } word)
            {
                Flush();
                said.Append(text[i++]);
                continue;
            }
            if (charset is not null && !charset.Equals(word.Charset, StringComparison.OrdinalIgnoreCase)) Flush();
            charset = word.Charset;
            if (word.Base64) B(text.AsSpan(word.Inner), held);
            else Q(text.AsSpan(word.Inner), held);
            ahead = null;
            // White space between two words is only there because lines are short (RFC 2047 6.2).
            var next = word.End;
            while (next < text.Length && text[next] is ' ' or '\t' or '\r' or '\n') next++;
            if (next + 1 < text.Length && text[next] == '=' && text[next + 1] == '?' && (ahead = Word(text, next)) is not null) i = next;
            else
            {
                Flush();
                i = word.End;
            }
        }
        Flush();
        return said.ToString();

        void Flush()
        {
            if (charset is not null) said.Append(Charset.Decode(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(held), charset));
            held.Clear();
            charset = null;
        }
    }

    private static (string Charset, bool Base64, Range Inner, int End)? Word(string text, int at)
    {
        if (text[at] != '=' || at + 1 >= text.Length || text[at + 1] != '?') return null;
        var charsetEnd = text.IndexOf('?', at + 2, Math.Min(80, text.Length - at - 2));
        if (charsetEnd <= at + 2 || charsetEnd + 2 >= text.Length || text[charsetEnd + 2] != '?') return null;
        var from = charsetEnd + 3;
        var how = char.ToLowerInvariant(text[charsetEnd + 1]);
        var end = text.IndexOf("?=", from, Math.Min(Longest, text.Length - from), StringComparison.Ordinal);
        if (end < 0 || how is not ('b' or 'q')) return null;
        var named = text.AsSpan(at + 2, charsetEnd - at - 2);
        if (named.IndexOf('*') is > 0 and var language) named = named[..language];
        var charset = named.Equals("utf-8", StringComparison.OrdinalIgnoreCase) ? "utf-8" : named.ToString();
        return (charset, how == 'b', from..end, end + 2);
    }

    private static void B(ReadOnlySpan<char> inner, List<byte> to)
    {
        var raw = inner.Length <= 512 ? stackalloc byte[inner.Length] : new byte[inner.Length];
        for (var i = 0; i < raw.Length; i++) raw[i] = inner[i] < 128 ? (byte)inner[i] : (byte)0;
        to.AddRange(Base64.Decode(raw, int.MaxValue).Span);
    }

    private static void Q(ReadOnlySpan<char> inner, List<byte> to)
    {
        Span<byte> sign = stackalloc byte[4];
        for (var i = 0; i < inner.Length; i++)
        {
            if (inner[i] == '_') to.Add((byte)' ');
            else if (inner[i] == '=' && i + 2 < inner.Length && TransferEncoding.Hex(inner[i + 1]) is >= 0 and var high && TransferEncoding.Hex(inner[i + 2]) is >= 0 and var low)
            {
                to.Add((byte)(high << 4 | low));
                i += 2;
            }
            else if (inner[i] < 128) to.Add((byte)inner[i]);
            else
            {
                Rune.DecodeFromUtf16(inner[i..], out var rune, out var took);
                to.AddRange(sign[..rune.EncodeToUtf8(sign)]);
                i += took - 1;
            }
        }
    }
}
