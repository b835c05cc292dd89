using System.Text.RegularExpressions;
using FirstContact.Tickets;

namespace FirstContact.Mail;

/// <summary>The number of a ticket at the end of a subject: '[INC-000123]'. Anybody can write one, so it proves nothing.</summary>
public static partial class SubjectTag
{
    private const int Longest = 1000;

    /// <summary>A subject with the tag, once.</summary>
    public static string On(string subject, string number) =>
        subject.Contains($"[{number}]", StringComparison.OrdinalIgnoreCase) ? subject : $"{subject.TrimEnd()} [{number}]".TrimStart();

    /// <summary>The last one counts, for it is the desk's own; a full number without brackets does when there is none in them.</summary>
    public static TicketId? Read(string subject)
    {
        var said = subject.Length > Longest ? subject[^Longest..] : subject;
        var found = Tag().Matches(said) is [.., var tag] ? tag : Number().Matches(said) is [.., var bare] ? bare : null;
        return found is not null && TicketNumber.TryParse(found.Groups[1].Value, out var ticket) ? ticket : null;
    }

    [GeneratedRegex(@"\[#?((?:INC|REQ)-?[0-9]{1,18})\]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\b((?:INC|REQ)-[0-9]{6,18})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
