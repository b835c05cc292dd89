using FirstContact.Mail;

namespace FirstContact.Verbs;

/// <summary>Whether mail lies there that nobody has decided on. That some is held is as it should be; what broke wants somebody.</summary>
internal static class HeldMailCheck
{
    private const string About = "mail that came in";

    public static async Task<Finding> Of(DeskHost host, CancellationToken stop) => await host.Asked(new CountHeldMail(), stop) switch
    {
        { Failed: > 0 } mail => new(About, $"{mail.Held} held and {mail.Failed} broken, and nobody has decided on them", "Settings, Mail that came in shows each with the reason: take it in there, or leave it out."),
        { Held: > 0 } mail => new(About, $"{mail.Held} held for somebody to look at; nothing broke"),
        _ => new(About, "nothing is held, and nothing broke"),
    };
}
