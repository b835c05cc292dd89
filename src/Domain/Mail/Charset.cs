using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace FirstContact.Mail;

/// <summary>
/// Text out of bytes whose charset is named, misnamed or not named at all (RFC 2046 4.1.2). Labels mean what they mean on the web
/// (WHATWG Encoding Standard): who says 'iso-8859-1' mostly wrote windows-1252.
/// </summary>
public static class Charset
{
    private static readonly CodePagesEncodingProvider Pages = (CodePagesEncodingProvider)CodePagesEncodingProvider.Instance;

    // The framework makes some of them anew each time, tables and all.
    private static readonly ConcurrentDictionary<int, Encoding> Made = new();

    private static readonly char[] Around = [.. " \t\r\n\"'()<>;,"];

    /// <summary>Always text, and never with a NUL in it, which no database takes.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string? label)
    {
        var text = Bare(bytes, label);
        return text.Contains('\0', StringComparison.Ordinal) ? text.Replace("\0", "", StringComparison.Ordinal) : text;
    }

    private static string Bare(ReadOnlySpan<byte> bytes, string? label)
    {
        if (bytes.IsEmpty) return "";
        if (bytes.StartsWith("\uFEFF"u8)) return Encoding.UTF8.GetString(bytes[3..]);
        if (label is null or "utf-8") return Guessed(bytes);
        var name = label.Trim(Around).ToLowerInvariant();
        if (name.StartsWith("utf-16", StringComparison.Ordinal) || name is "utf16" or "unicode" or "ucs-2" or "iso-10646-ucs-2") return Wide(bytes, name);
        if (name is "utf-7" or "unicode-1-1-utf-7" or "x-unicode-2-0-utf-7") return Utf7.Decode(bytes);
        // Without an escape there is no Japanese in it, whatever it says.
        if (name.StartsWith("iso-2022-jp", StringComparison.Ordinal) || name == "csiso2022jp") return bytes.Contains((byte)0x1B) ? Iso2022.Decode(bytes) : Guessed(bytes);
        return Named(name) is { } encoding && encoding != Encoding.UTF8 ? encoding.GetString(bytes) : Guessed(bytes);
    }

    /// <summary>Without a mark of its order it is the network's (RFC 2781 4.3).</summary>
    private static string Wide(ReadOnlySpan<byte> bytes, string name) =>
        bytes is [0xFF, 0xFE, ..] ? Encoding.Unicode.GetString(bytes[2..])
        : bytes is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode.GetString(bytes[2..])
        : (name == "utf-16le" ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(bytes);

    /// <summary>Not named, or named UTF-8: that it is, unless hardly anything in it is. Japanese in seven bits gives itself away by its escapes (RFC 1468).</summary>
    private static string Guessed(ReadOnlySpan<byte> bytes) =>
        bytes.IndexOf("\e$B"u8) >= 0 || bytes.IndexOf("\e$@"u8) >= 0 ? Iso2022.Decode(bytes)
        : Utf8.IsValid(bytes) || IsMostlyUtf8(bytes) ? Encoding.UTF8.GetString(bytes)
        : Page(1252)!.GetString(bytes);

    private static bool IsMostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        var (right, wrong) = (0, 0);
        while (!bytes.IsEmpty)
        {
            if (bytes.IndexOfAnyExceptInRange((byte)0, (byte)127) is var high && high < 0) break;
            bytes = bytes[high..];
            if (Rune.DecodeFromUtf8(bytes, out _, out var took) == System.Buffers.OperationStatus.Done) right++;
            else wrong++;
            bytes = bytes[took..];
        }
        return right > wrong;
    }

    internal static Encoding? Page(int number)
    {
        if (Made.TryGetValue(number, out var made)) return made;
        return Pages.GetEncoding(number) is { } encoding ? Made.GetOrAdd(number, encoding) : null;
    }

    private static Encoding? Named(string name) => name switch
    {
        { Length: 0 or > 40 } => null,
        "utf-8" or "utf8" or "utf_8" or "uft-8" or "utf-8mb4" or "unicode-1-1-utf-8" => Encoding.UTF8,
        "us-ascii" or "ascii" or "ansi_x3.4-1968" or "7bit" or "8bit" or "binary" or "unknown" or "unknown-8bit" or "x-unknown" or "none" or "default" => null,
        "utf-32" or "utf-32le" => Encoding.UTF32,
        "iso-8859-1" or "iso8859-1" or "iso_8859-1" or "latin1" or "latin-1" or "l1" or "ansi" => Page(1252),
        "iso-8859-9" or "iso8859-9" or "latin5" => Page(1254),
        "iso-8859-11" or "tis-620" => Page(874),
        "iso-8859-8-i" or "iso-8859-8-e" => Page(28598),
        "iso-8859-6-i" or "iso-8859-6-e" => Page(28596),
        "gb2312" or "gbk" or "x-gbk" or "gb_2312-80" or "euc-cn" or "x-euc-cn" => Page(54936),
        "euc-kr" or "ks_c_5601-1987" or "ks_c_5601" or "ksc5601" or "ksc_5601" or "uhc" => Page(949),
        "shift_jis" or "shift-jis" or "sjis" or "x-sjis" or "ms_kanji" or "windows-31j" => Page(932),
        "big5" or "big5-hkscs" or "x-x-big5" => Page(950),
        _ when Number(name) is { } page => Page(page),
        _ => Pages.GetEncoding(name)
    };

    /// <summary>'cp1251', 'windows1251', 'ibm850', 'iso8859-15': said by number.</summary>
    private static int? Number(string name)
    {
        foreach (var before in (ReadOnlySpan<string>)["cp", "windows-", "windows", "ibm", "x-cp"])
            if (name.StartsWith(before, StringComparison.Ordinal) && int.TryParse(name[before.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 0 and <= 65535)
                return page == 936 ? 54936 : page is 65001 or 1200 ? null : page;
        foreach (var before in (ReadOnlySpan<string>)["iso8859-", "iso_8859-", "iso-8859_"])
            if (name.StartsWith(before, StringComparison.Ordinal) && int.TryParse(name[before.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var part) && part is > 1 and < 17)
                return 28590 + part;
        return null;
    }
}
