namespace FirstContact.Mail;

/// <summary>Every event of mail: its stored name and the one sentence that tells it.</summary>
public static class MailEventWords
{
    public static IEnumerable<EventWords> All =>
    [
        EventWords.Of<MailKept>("mail.kept", e => $"kept a message of {e.Size} bytes"),
        EventWords.Of<MailTaken>("mail.taken", e => e.Message == 0 ? $"opened {e.Ticket.Number} by mail" : $"put a message on {e.Ticket.Number} by mail"),
        EventWords.Of<MailDoubled>("mail.doubled", e => e.Ticket is { } ticket ? $"found that the message is on {ticket.Number} already" : "found that the message had come already"),
        EventWords.Of<MailRefused>("mail.refused", e => $"did not take the message in: {e.Reason}"),
        EventWords.Of<MailHeld>("mail.held", e => $"holds the message for somebody to look at: {e.Reason}"),
        EventWords.Of<MailFailed>("mail.failed", e => $"could not take the message in: {e.Reason}"),
        EventWords.Of<MailRetried>("mail.retried", _ => "takes the message in again"),
        EventWords.Of<MailRulesChanged>("mail-rules.changed", _ => "changed what holds for mail that comes in"),
        EventWords.Of<SenderBlocked>("mail-rules.blocked", e => $"does not hear {e.Sender} by mail any more"),
        EventWords.Of<SenderUnblocked>("mail-rules.unblocked", e => $"hears {e.Sender} by mail again"),
        EventWords.Of<MailBounced>("mail.bounced", e => $"heard that mail{(e.Address is null ? "" : $" to {e.Address}")} {(e.Failed || e.Permanent ? "did not get there" : e.Late ? "is late" : "got there")}: {e.Why}"),
    ];
}
