namespace FirstContact.Mail;

public static class MailErrors
{
    public static readonly Error NotFound = new(ErrorKind.Missing, "mail.not-found", "There is no such message.");
    public static readonly Error Empty = new(ErrorKind.Invalid, "mail.empty", "The message is empty.", "message");
    public static readonly Error TooLarge = new(ErrorKind.Invalid, "mail.too-large", "The message is larger than the desk takes in.", "message");
    public static readonly Error RecipientTooLong = new(ErrorKind.Invalid, "mail.recipient-too-long", $"Keep the recipient within {KeptMail.LongestRecipient} characters.", "recipient");
    public static readonly Error Settled = new(ErrorKind.Conflict, "mail.settled", "This message is not waiting any more.");
    public static readonly Error StillWaits = new(ErrorKind.Conflict, "mail.still-waits", "The desk has not decided on this message yet. Wait a moment.");
    public static readonly Error NoReport = new(ErrorKind.Invalid, "mail.no-report", "This message does not say what became of another.");
    public static readonly Error OnTicket = new(ErrorKind.Conflict, "mail.on-ticket", "This message is on a ticket already.");
}
