using System.Globalization;
using FirstContact.Mail;

namespace FirstContact.Sending;

/// <summary>What a server answered (RFC 5321 4.2), with its enhanced code where it gives one (RFC 2034, 3463).</summary>
public sealed record SmtpAnswer(int Code, string? Enhanced, string Text)
{
    public const int LongestText = 500;

    public bool IsGood => Code is >= 200 and < 300;

    public bool IsNobody => DeliveryCode.IsNobody(Enhanced);

    /// <summary>Not for good: a full mailbox may be emptied, whatever digit stands before it (RFC 5321 4.5.3.1.10; RFC 3463 X.2.2).</summary>
    public bool IsTemporary => Code is >= 400 and < 500 || Enhanced == "5.2.2" || (Code == 552 && Enhanced is null);

    /// <summary>It hangs up (RFC 5321 3.8): nothing more is said on this connection.</summary>
    public bool HangsUp => Code == 421;

    /// <summary>One line of an answer: its code, whether more follow, and what it says; null when it is none.</summary>
    public static (int Code, bool More, string Text)? Line(string line) =>
        line.Length >= 3 && line.AsSpan(0, 3).IndexOfAnyExceptInRange('0', '9') < 0 && line[0] is >= '2' and <= '5' && (line.Length == 3 || line[3] is ' ' or '-')
            ? (int.Parse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture), line.Length > 3 && line[3] == '-', line.Length > 4 ? line[4..] : "")
            : null;

    /// <summary>All lines together; each may repeat the enhanced code.</summary>
    public static SmtpAnswer Of(int code, IReadOnlyList<string> lines)
    {
        var enhanced = lines.Select(EnhancedOf).FirstOrDefault(e => e is not null && e[0] == (char)('0' + (code / 100)));
        var text = string.Join(' ', lines.Select(l => enhanced is not null && l.StartsWith(enhanced, StringComparison.Ordinal) ? l[enhanced.Length..].Trim() : l.Trim()).Where(l => l.Length > 0));
        return new(code, enhanced, Plain(text));
    }

    public override string ToString() => Enhanced is null ? string.Create(CultureInfo.InvariantCulture, $"{Code} {Text}").TrimEnd() : string.Create(CultureInfo.InvariantCulture, $"{Code} {Enhanced} {Text}").TrimEnd();

    private static string? EnhancedOf(string line) =>
        line.Split(' ', 2)[0] is { Length: <= 9 } word && word.Split('.') is [{ Length: 1 } first, var second, var third] && first[0] is '2' or '4' or '5'
        && second.Length is > 0 and <= 3 && third.Length is > 0 and <= 3 && (second + third).All(char.IsAsciiDigit) ? word : null;

    private static string Plain(string text) => (text.Length > LongestText ? text[..LongestText] : text).OnOneLine;
}
