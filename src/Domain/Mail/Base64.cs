namespace FirstContact.Mail;

/// <summary>Base64 as it arrives (RFC 2045 6.8): whatever is not of the alphabet is passed over, and padding in the middle begins anew.</summary>
internal static class Base64
{
    private static readonly sbyte[] Values = Table();

    public static int Value(byte sign) => Values[sign];

    /// <param name="most">No more bytes than these are made.</param>
    public static ReadOnlyMemory<byte> Decode(ReadOnlySpan<byte> raw, int most)
    {
        var made = new byte[(int)Math.Min(((long)raw.Length + 3) / 4 * 3, most)];
        var (n, held, bits) = (0, 0, 0);
        foreach (var sign in raw)
        {
            var value = Values[sign];
            if (value < 0)
            {
                if (sign == '=') (held, bits) = (0, 0);
                continue;
            }
            held = held << 6 | (byte)value;
            if ((bits += 6) < 8) continue;
            if (n == made.Length) break;
            made[n++] = (byte)(held >> (bits -= 8));
            held &= (1 << bits) - 1;
        }
        return made.AsMemory(0, n);
    }

    private static sbyte[] Table()
    {
        var table = new sbyte[256];
        Array.Fill(table, (sbyte)-1);
        foreach (var (i, sign) in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".Index()) table[sign] = (sbyte)i;
        return table;
    }
}
