using System.Globalization;
using System.Text.RegularExpressions;

namespace FirstContact.Mail;

/// <summary>The address that answers to a ticket go to: the mailbox's own with '+123-signature' behind its name (RFC 5233), so that an answer finds its ticket whatever else was lost.</summary>
/// <remarks>What was said among colleagues has another signature, so that an answer to it stays among them.</remarks>
public static partial class ReplyAddress
{
    // RFC 5321 4.5.3.1.1
    private const int LongestLocal = 64;

    /// <summary>The mailbox's own address when it leaves no room for more.</summary>
    public static string Of(string mailbox, TicketId ticket, MailMark mark, bool isInternal = false)
    {
        var at = mailbox.LastIndexOf('@');
        if (at <= 0) return mailbox;
        var local = string.Create(CultureInfo.InvariantCulture, $"{mailbox[..at]}+{ticket.Value}-{mark.Sign(Text(ticket, isInternal))}");
        return local.Length > LongestLocal ? mailbox : $"{local}{mailbox[at..]}";
    }

    /// <summary>The ticket that an address is signed for; null when it is for none, or somebody made it up.</summary>
    public static (TicketId Ticket, bool IsInternal)? Read(string address, MailMark mark)
    {
        var at = address.LastIndexOf('@');
        if (at <= 0 || Signed().Match(address[..at]) is not { Success: true } found || !long.TryParse(found.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        foreach (var isInternal in (ReadOnlySpan<bool>)[false, true])
            if (mark.Signed(Text(new(number), isInternal), found.Groups[2].Value)) return (new(number), isInternal);
        return null;
    }

    private static string Text(TicketId ticket, bool isInternal) => string.Create(CultureInfo.InvariantCulture, $"{(isInternal ? "note" : "reply")}/{ticket.Value}");

    [GeneratedRegex(@"\+([0-9]{1,18})-([a-z2-7]{16})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Signed();
}
