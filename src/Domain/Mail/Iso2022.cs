namespace FirstContact.Mail;

/// <summary>
/// Japanese in seven bits (ISO-2022-JP, RFC 1468, 1554, 2237): made into EUC-JP, which the framework reads. Its own decoder asks for fifty bytes of memory a sign, and stays
/// Japanese to the end where a mail system has cut the way back to ASCII; here a line's end ends it, as the RFC says.
/// </summary>
internal static class Iso2022
{
    private enum Set { Ascii, Kana, Double, Extra }

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        // A sign of the extra set takes three bytes for its two.
        var made = new byte[(bytes.Length * 3 / 2) + 2];
        var (n, set) = (0, Set.Ascii);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (n + 3 > made.Length) Array.Resize(ref made, made.Length * 2);
            if (bytes[i] == 0x1B && Escape(bytes[(i + 1)..]) is var (length, next))
            {
                set = next;
                i += length;
            }
            else if (bytes[i] is (byte)'\n' or (byte)'\r') (made[n++], set) = (bytes[i], Set.Ascii);
            else if (set == Set.Ascii || bytes[i] is < 0x21 or > 0x7E) made[n++] = bytes[i] < 0x80 ? bytes[i] : (byte)'?';
            else if (set == Set.Kana)
            {
                made[n++] = 0x8E;
                made[n++] = (byte)(bytes[i] | 0x80);
            }
            else if (i + 1 < bytes.Length && bytes[i + 1] is >= 0x21 and <= 0x7E)
            {
                if (set == Set.Extra) made[n++] = 0x8F;
                made[n++] = (byte)(bytes[i] | 0x80);
                made[n++] = (byte)(bytes[++i] | 0x80);
            }
            else made[n++] = (byte)'?';
        }
        return Charset.Page(51932)!.GetString(made.AsSpan(0, n));
    }

    /// <summary>How long an escape is behind its first byte, and what it leads to.</summary>
    private static (int Length, Set Set)? Escape(ReadOnlySpan<byte> rest) => rest switch
    {
        [(byte)'(', (byte)'B' or (byte)'J' or (byte)'H', ..] => (2, Set.Ascii),
        [(byte)'(', (byte)'I', ..] => (2, Set.Kana),
        [(byte)'$', (byte)'B' or (byte)'@', ..] => (2, Set.Double),
        [(byte)'$', (byte)'(', (byte)'D', ..] => (3, Set.Extra),
        _ => null
    };
}
