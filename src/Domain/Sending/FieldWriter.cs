using System.Globalization;
using System.Text;
using FirstContact.Mail;

namespace FirstContact.Sending;

/// <summary>
/// Fields of a message (RFC 5322 2.2), folded. Whatever comes in, a field stays one field: signs that could end its line become blanks, so that nobody can write
/// headers of his own by way of a subject or a name.
/// </summary>
internal static class FieldWriter
{
    /// <summary>RFC 5322 2.1.1.</summary>
    private const int Line = 78, LongestLine = 998;

    /// <param name="words">What stays together; a fold may come between any two.</param>
    public static string Field(string name, params IEnumerable<string> words)
    {
        var field = new StringBuilder(name).Append(':');
        var line = field.Length;
        var first = true;
        foreach (var word in words)
        {
            // Right behind the name a fold is allowed, and yet some programs read nothing then.
            if (!first && line + 1 + word.Length > Line)
            {
                field.Append("\r\n");
                line = 0;
            }
            field.Append(' ').Append(word);
            line += 1 + word.Length;
            first = false;
        }
        return field.Append("\r\n").ToString();
    }

    /// <summary>Text without a form of its own, such as a subject (RFC 5322 2.2.1; RFC 2047 5 (1)).</summary>
    public static IEnumerable<string> Text(string text)
    {
        var clean = Clean(text);
        return Ascii.IsValid(clean) && !clean.Contains("=?", StringComparison.Ordinal) && clean.Split(' ').All(w => w.Length < LongestLine / 2)
            ? clean.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            : WordWriter.Words(clean);
    }

    /// <summary>Addresses, with commas between them (RFC 5322 3.4).</summary>
    public static IEnumerable<string> Addresses(params IEnumerable<MailAddress> addresses)
    {
        var all = addresses.ToList();
        foreach (var (i, address) in all.Index())
        {
            foreach (var word in Phrase(address.Name)) yield return word;
            yield return $"<{Bare(address)}>{(i < all.Count - 1 ? "," : "")}";
        }
    }

    /// <summary>Ids in their brackets (RFC 5322 3.6.4).</summary>
    public static IEnumerable<string> Ids(params IEnumerable<string> ids) => ids.Select(i => $"<{Token(i)}>").Where(i => i.Length > 2);

    /// <summary>As it is used on the way: a name of the network in its ASCII form (RFC 5890), nothing that could end it.</summary>
    public static string Bare(MailAddress address)
    {
        var (local, domain) = (Token(address.Local), Token(address.Domain));
        return Ascii.IsValid(domain) ? $"{local}@{domain}" : $"{local}@{Punycode(domain)}";
    }

    /// <summary>RFC 5322 3.3.</summary>
    public static string Date(Instant at) => at.ToDateTimeUtc().ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture);

    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var sign in text.EnumerateRunes()) clean.Append(Rune.IsControl(sign) || sign.Value is 0x2028 or 0x2029 ? " " : sign.ToString());
        return clean.ToString().Trim();
    }

    private static string Token(string text) => string.Concat(Clean(text).Where(c => !char.IsWhiteSpace(c) && c is not ('<' or '>' or ',')));

    private static string Punycode(string domain)
    {
        try { return new IdnMapping().GetAscii(domain); }
        catch (ArgumentException) { return domain; }
    }

    /// <summary>A name before an address: plain where its signs allow it, else in quotes or encoded (RFC 2047 5 (3)).</summary>
    private static IEnumerable<string> Phrase(string? name)
    {
        var clean = Clean(name ?? "");
        if (clean.Length == 0) return [];
        if (!Ascii.IsValid(clean) || clean.Contains("=?", StringComparison.Ordinal)) return WordWriter.Words(clean);
        return clean.All(c => char.IsAsciiLetterOrDigit(c) || " !#$%&'*+-/=?^_`{|}~".Contains(c, StringComparison.Ordinal))
            ? clean.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            : [$"\"{clean.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""];
    }
}
