using System.Text.RegularExpressions;

namespace FirstContact.Mail;

/// <summary>Who wrote what somebody passes on: the author of the enclosed message, or whom the header that programs put above it names.</summary>
public static partial class Forwarded
{
    private const int Looked = 20_000;

    /// <summary>Null when it is not passed on, or does not say whose it was.</summary>
    public static MailAddress? Author(Message message)
    {
        var enclosed = message.Body.Attachments.Where(a => a.Part.IsMessage).Select(a => Message.Of(a.Part)).FirstOrDefault(m => m is not null);
        if (!Quoted.IsForward(message.Subject)) return null;
        if (enclosed?.Author is { IsWhole: true } author) return author;
        var text = message.Body.Text;
        foreach (Match line in From().Matches(text.Length > Looked ? text[..Looked] : text))
            if (AddressReader.Read(line.Groups[1].Value.Replace("[mailto:", "<", StringComparison.OrdinalIgnoreCase).Replace(']', '>').Replace("*", "", StringComparison.Ordinal)) is [{ IsWhole: true } named, ..]) return named;
        return null;
    }

    [GeneratedRegex(@"^[>\s*]*(?:from|von|de|da|van|från|fra|od|lähettäjä|от)\s?\*?:\s*(.{3,300}?)\s*$", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex From();
}
