using FirstContact.Mail;

namespace FirstContact.Verbs;

/// <summary>Whether mail lies there that nobody has decided on.</summary>
internal static class HeldMailCheck
{
    public static async Task<Finding> Of(DeskHost host, CancellationToken stop) => await host.Asked(new CountHeldMail(), stop) is { All: > 0 } mail
        ? new("mail that came in", $"{mail.Held} held and {mail.Failed} broken, and nobody has decided on them", "Settings, Mail that came in shows each with the reason: take it in there, or leave it out.")
        : new("mail that came in", "nothing is held, and nothing broke");
}
