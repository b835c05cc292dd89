using System.Text;

namespace FirstContact.Sending;

/// <summary>Text for the way, in lines that every server lets through as they are (RFC 2045 6.7).</summary>
internal static class QuotedPrintable
{
    private const int Line = 76;

    public static string Of(string text)
    {
        var written = new StringBuilder(text.Length * 5 / 4);
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var bytes = Encoding.UTF8.GetBytes(line);
            var length = 0;
            for (var i = 0; i < bytes.Length; i++)
            {
                var plain = IsPlain(bytes, i);
                // Room for the '=' of a line that goes on.
                if (length + (plain ? 1 : 3) > Line - 1)
                {
                    written.Append("=\r\n");
                    length = 0;
                }
                if (plain) written.Append((char)bytes[i]);
                else written.Append('=').Append(bytes[i].ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
                length += plain ? 1 : 3;
            }
            written.Append("\r\n");
        }
        return written.ToString();
    }

    private static bool IsPlain(byte[] line, int at) => line[at] switch
    {
        // At the end of a line servers may lose them.
        (byte)' ' or (byte)'\t' => at < line.Length - 1,
        (byte)'=' => false,
        // Mailboxes that are one file would take it for the next message, and servers would change it.
        (byte)'F' => at > 0 || !line.AsSpan().StartsWith("From "u8),
        (byte)'.' => at > 0,
        var sign => sign is > 32 and < 127,
    };
}
