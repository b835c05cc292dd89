using System.Globalization;
using System.Text;

namespace FirstContact.Mail;

/// <summary>A file name that can do no harm on any system: no path, no device, nothing that turns its extension round.</summary>
public static class SafeName
{
    private const int Longest = 150, LongestExtension = 20;

    private static readonly string[] Devices = ["con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9"];

    /// <param name="given">What the sender says, or nothing.</param>
    /// <param name="number">Tells those apart that have no name.</param>
    public static string Of(string? given, string mediaType, int number)
    {
        var last = given.AsSpan();
        last = last[(last.LastIndexOfAny('/', '\\') + 1)..];
        var plain = new StringBuilder(last.Length);
        Span<char> sign = stackalloc char[2];
        foreach (var rune in last.EnumerateRunes())
        {
            // Format signs turn text round and hide ('gpj.exe' read backwards); private and unassigned ones show as boxes.
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate) continue;
            plain.Append(rune.Value is '<' or '>' or ':' or '"' or '|' or '?' or '*' ? "_" : sign[..rune.EncodeToUtf16(sign)]);
        }
        var name = plain.ToString().Trim(' ').TrimEnd('.', ' ');
        if (name.Length == 0) name = $"attachment-{number}{Extension(mediaType)}";
        if (Devices.Contains(name.Split('.')[0].Trim().ToLowerInvariant())) name = $"_{name}";
        return name.Length > Longest ? Short(name) : name;
    }

    private static string Short(string name)
    {
        var dot = name.LastIndexOf('.');
        var extension = dot > 0 && name.Length - dot <= LongestExtension ? name[dot..] : "";
        var kept = Longest - extension.Length;
        return name[..(char.IsHighSurrogate(name[kept - 1]) ? kept - 1 : kept)] + extension;
    }

    private static string Extension(string mediaType) => mediaType switch
    {
        "text/plain" => ".txt",
        "text/html" => ".html",
        "text/calendar" => ".ics",
        "text/csv" => ".csv",
        "text/rfc822-headers" or "text/rfc822-header" or "message/rfc822" or "message/global" or "message/rfc822-headers" => ".eml",
        "message/delivery-status" or "message/global-delivery-status" or "message/feedback-report" or "message/disposition-notification" => ".txt",
        "image/jpeg" or "image/jpg" or "image/pjpeg" => ".jpg",
        "image/png" => ".png",
        "image/gif" => ".gif",
        "image/webp" => ".webp",
        "image/svg+xml" => ".svg",
        "application/pdf" => ".pdf",
        "application/zip" => ".zip",
        "application/pgp-signature" or "application/pgp-encrypted" => ".asc",
        "application/pkcs7-signature" or "application/x-pkcs7-signature" => ".p7s",
        "application/pkcs7-mime" or "application/x-pkcs7-mime" => ".p7m",
        "application/ms-tnef" or "application/vnd.ms-tnef" => ".dat",
        _ => ""
    };
}
