using System.Text;

namespace FirstContact.Mail;

/// <summary>UTF-7 (RFC 2152), which old Exchange servers still send and the framework has given up: here it is only text, never markup that was checked before.</summary>
internal static class Utf7
{
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] != '+') text.Append((char)bytes[i]);
            else if (i + 1 < bytes.Length && bytes[i + 1] == '-')
            {
                text.Append('+');
                i++;
            }
            else i = Shifted(bytes, i + 1, text) - 1;
        }
        return text.ToString();
    }

    /// <summary>Base64 of UTF-16, up to the first sign that is none; a '-' only ends it.</summary>
    private static int Shifted(ReadOnlySpan<byte> bytes, int at, StringBuilder text)
    {
        var (bits, held) = (0, 0);
        for (; at < bytes.Length && Base64.Value(bytes[at]) is >= 0 and var value; at++)
        {
            held = (held << 6 | value) & 0x3FFFFF;
            if ((bits += 6) >= 16) text.Append((char)(held >> (bits -= 16) & 0xFFFF));
        }
        return at < bytes.Length && bytes[at] == '-' ? at + 1 : at;
    }
}
