using FirstContact.Sending;

namespace FirstContact.Verbs;

/// <summary>Whether the mail server is there and lets the desk in.</summary>
internal static class MailCheck
{
    public static async Task<Finding> Of(SendingSettings mail, CancellationToken stop)
    {
        if (mail.Server is not { } server) return new("mail", "no server is set, so that nothing is sent");
        var signs = mail.Dkim is { } key ? $", signed for {key.Domain}" : "";
        return await mail.TryServer(stop) is { } why
            ? new("mail", $"{server}: {why}", "See that the FIRSTCONTACT_MAIL__ settings name the server, its port, TLS, user and password: docs/guide/settings.md.")
            : new("mail", $"{server} takes mail from {mail.From.Address}{signs}");
    }
}
