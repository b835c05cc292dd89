using FirstContact.Mail;

namespace FirstContact.Mailboxes;

/// <summary>Every event of mailboxes: its stored name and the one sentence that tells it.</summary>
public static class MailboxEventWords
{
    public static IEnumerable<EventWords> All =>
    [
        EventWords.Of<MailboxAdded>("mailbox.added", e => $"added the mailbox {e.Details.Name}, {e.Details.Address} at {e.Details.Server.Host}"),
        EventWords.Of<MailboxChanged>("mailbox.changed", e => $"changed the mailbox {e.To.Name}{Elsewhere(e)}{Strangers(e)}"),
        EventWords.Of<MailboxSecretsChanged>("mailbox.secrets-changed", e => $"entered {string.Join(" and ", e.Secrets.Select(s => s switch { MailboxSecret.Password => "a new password", MailboxSecret.ClientSecret => "a new client secret", _ => "a new refresh token" }))}"),
        EventWords.Of<MailboxSwitchedOn>("mailbox.switched-on", _ => "switched the mailbox on"),
        EventWords.Of<MailboxSwitchedOff>("mailbox.switched-off", _ => "switched the mailbox off"),
        EventWords.Of<MailboxFetchedAgain>("mailbox.fetched-again", e => e.Messages == 1 ? "had the message that was left fetched again" : $"had the {e.Messages} messages that were left fetched again"),
        EventWords.Of<MailboxRemoved>("mailbox.removed", e => $"removed the mailbox {e.Name}"),
    ];

    private static string Elsewhere(MailboxChanged e) => e.From.Server.Host == e.To.Server.Host ? "" : $", to {e.To.Server.Host} instead of {e.From.Server.Host}";

    private static string Strangers(MailboxChanged e) => e.From.Unknown == e.To.Unknown ? "" : $", so that senders whom nobody knows {e.To.Unknown switch
    {
        Unknown.Take => "become customers",
        Unknown.Hold => "wait until somebody has looked at them",
        Unknown.Refuse => "are kept, and nothing else",
        _ => "are treated as the rules of mail say",
    }}";
}
