using Microsoft.Extensions.Localization;

namespace FirstContact.Mail;

/// <summary>What was held or broke, before whoever looks after mail: a customer may be waiting behind it.</summary>
internal static class HeldPages
{
    public static async Task<int> Count(Desk desk, Caller caller) => (await desk.Ask(new CountHeldMail(), caller)).Value?.All ?? 0;

    public static async Task<IReadOnlyList<OtherNeed>> Needs(Desk desk, Caller caller, Times times, IStringLocalizer words)
    {
        if (!caller.May(MailPermissions.Manage) || !(await desk.Ask(new CountHeldMail(), caller)).Is(out var mail, out _)) return [];
        return
        [
            .. mail.Failed > 0 ? (IEnumerable<OtherNeed>)[One(MailState.Failed, mail.Failed == 1 ? words["1 message broke"] : words["{0} messages broke", mail.Failed], words["Nobody answers it before it is taken in. Take it in again, or leave it out."])] : [],
            .. mail.Held > 0 ? (IEnumerable<OtherNeed>)[One(MailState.Held, mail.Held == 1 ? words["1 message is held"] : words["{0} messages are held", mail.Held], words["The desk does not decide on it alone. Take it in, or leave it out."])] : [],
        ];

        OtherNeed One(MailState state, string title, string why) => new(words["Mail that came in"], words["nobody has decided on it"], MailPages.Of(state), title, "", "mail", why);
    }
}
