using System.Globalization;

namespace FirstContact.Mail;

/// <summary>
/// The Message-ID of what the desk sends (RFC 5322 3.6.4), without its brackets: '123.random.desk@host'. What is random in it nobody guesses, so that whoever
/// answers it has it from the desk or from somebody who was written to.
/// </summary>
public static class OwnMessageId
{
    /// <param name="random">At least 80 bits by chance, as letters and digits.</param>
    /// <param name="host">The domain of the address that it is sent from.</param>
    public static string Of(TicketId? ticket, string random, string host, MailMark mark) =>
        string.Create(CultureInfo.InvariantCulture, $"{ticket?.Value ?? 0}.{random}.{mark.Desk}@{host}");

    /// <summary>It has the desk's mark, which anybody can write: whether it was sent the table of ids tells.</summary>
    public static bool IsOurs(string id, MailMark mark) => id.LastIndexOf('@') is > 0 and var at && id[..at].EndsWith($".{mark.Desk}", StringComparison.OrdinalIgnoreCase);
}
