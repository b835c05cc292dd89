namespace FirstContact.Mail;

/// <summary>Content-Transfer-Encoding (RFC 2045 6), undone leniently: what cannot be undone stays as it was written, and nothing is lost.</summary>
public static class TransferEncoding
{
    /// <summary>A slice of the raw bytes where nothing is encoded; else new bytes, at most so many.</summary>
    public static ReadOnlyMemory<byte> Decode(ReadOnlyMemory<byte> raw, string? named, int most = int.MaxValue) => Plain(named) switch
    {
        "base64" or "b" or "b64" => Base64.Decode(raw.Span, most),
        "quotedprintable" or "quoted" or "qp" or "q" => QuotedPrintable(raw.Span, most),
        "xuuencode" or "uuencode" or "xuue" or "uue" => UuEncoded(raw.Span, most),
        _ => raw.Length > most ? raw[..most] : raw
    };

    /// <summary>Says it that the bytes are encoded at all?</summary>
    public static bool Encodes(string? named) => Plain(named) is "base64" or "b" or "b64" or "quotedprintable" or "quoted" or "qp" or "q" or "xuuencode" or "uuencode" or "xuue" or "uue";

    /// <summary>'Quoted printable; foo (bar)' is meant as what it says first.</summary>
    private static string Plain(string? named)
    {
        var until = named.AsSpan().IndexOfAny(';', '(', ',');
        var name = until < 0 ? named.AsSpan() : named.AsSpan(0, until);
        Span<char> plain = stackalloc char[24];
        var n = 0;
        foreach (var sign in name)
        {
            if (!char.IsAsciiLetterOrDigit(sign)) continue;
            if (n == plain.Length) return "";
            plain[n++] = char.ToLowerInvariant(sign);
        }
        return new(plain[..n]);
    }

    /// <summary>RFC 2045 6.7. A '=' that begins neither two digits nor a soft line break is itself.</summary>
    internal static ReadOnlyMemory<byte> QuotedPrintable(ReadOnlySpan<byte> raw, int most)
    {
        var made = new byte[Math.Min(raw.Length, most)];
        var n = 0;
        for (var i = 0; i < raw.Length && n < made.Length; i++)
        {
            if (raw[i] != '=') made[n++] = raw[i];
            else if (i + 2 < raw.Length && Hex(raw[i + 1]) is >= 0 and var high && Hex(raw[i + 2]) is >= 0 and var low)
            {
                made[n++] = (byte)(high << 4 | low);
                i += 2;
            }
            else if (SoftBreak(raw, i + 1) is var next && next < 0) made[n++] = raw[i];
            else i = next - 1;
        }
        return made.AsMemory(0, n);
    }

    /// <summary>Where the next line begins, when the rest of this one is white; below zero when it is not.</summary>
    private static int SoftBreak(ReadOnlySpan<byte> raw, int at)
    {
        while (at < raw.Length && raw[at] is (byte)' ' or (byte)'\t') at++;
        if (at < raw.Length && raw[at] == '\r') at++;
        return at >= raw.Length ? at : raw[at] == '\n' ? at + 1 : -1;
    }

    internal static int Hex(int sign) => sign switch { >= '0' and <= '9' => sign - '0', >= 'A' and <= 'F' => sign - 'A' + 10, >= 'a' and <= 'f' => sign - 'a' + 10, _ => -1 };

    /// <summary>What uuencode wrote (POSIX): lines that say their length, between 'begin' and 'end'.</summary>
    private static ReadOnlyMemory<byte> UuEncoded(ReadOnlySpan<byte> raw, int most)
    {
        var made = new byte[(int)Math.Min(((long)raw.Length + 3) / 4 * 3, most)];
        var (n, begun) = (0, false);
        foreach (var range in raw.Split((byte)'\n'))
        {
            var line = raw[range].TrimEnd("\r"u8);
            if (!begun)
            {
                begun = line.StartsWith("begin "u8);
                continue;
            }
            if (line.StartsWith("end"u8)) break;
            if (line.IsEmpty) continue;
            var left = (line[0] - 32) & 63;
            for (var i = 1; left > 0 && i < line.Length; i += 4)
            {
                var four = Six(line, i) << 18 | Six(line, i + 1) << 12 | Six(line, i + 2) << 6 | Six(line, i + 3);
                for (var shift = 16; shift >= 0 && left > 0 && n < made.Length; shift -= 8, left--) made[n++] = (byte)(four >> shift);
            }
        }
        return begun ? made.AsMemory(0, n) : raw[..Math.Min(raw.Length, most)].ToArray();
    }

    private static int Six(ReadOnlySpan<byte> line, int at) => at < line.Length ? (line[at] - 32) & 63 : 0;
}
