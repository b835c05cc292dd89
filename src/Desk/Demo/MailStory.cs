using System.Text;
using FirstContact.Mail;
using FirstContact.People;

namespace FirstContact.Demo;

/// <summary>Mail of this morning that nobody has looked at yet: one whose sender is not who he says, one of an automatic answer, and a sender who is not heard any more.</summary>
internal static class MailStory
{
    public static void Tell(Script script)
    {
        script.Add(script.Now - Duration.FromHours(30), async stage =>
        {
            var rules = MailRules.Usual.Values;
            await stage.Do("ruth", "page", new ChangeMailRules(Unknown.Hold, [new("harrow-lind.example", Unknown.Take, null)], rules.Invited, rules.PerHour, ["mx.harrow-lind.example"]));
            await stage.Do("ruth", "page", new BlockSender("great-offers.example", "Nothing but advertising"));
        });
        script.Add(script.Now - Duration.FromHours(29), async stage =>
        {
            // Grace wrote once from her telephone: a second record, which nobody has looked at.
            await stage.Do("ruth", "page", new RegisterPerson("Grace Holloway", "g.holloway@harrow-lind.example", Unit: "Harbour House"));
            if (await stage.Read(read => FindPerson.ByEmail(read, Cast.Email("helen"))) is { } helen) await stage.Do("ruth", "page", new AddAddress(helen.Id, "helen.marsh@home.example"));
        });
        Came(script, 170, MailState.Refused, "Its sender is blocked", "Great Offers <news@great-offers.example>", "Toner at half the price", "Only today!");
        Came(script, 95, MailState.Refused, "An automatic answer (Auto-Submitted: auto-replied)", "Jonas Brandt <jonas.brandt@pallets.example>", "Automatic reply: Your order", "I am out of the office until Monday.", "Auto-Submitted: auto-replied\r\n");
        Came(script, 40, MailState.Held, "The owner of the sender's domain says that it is not from there (DMARC)", "Helen Marsh <helen.marsh@harrow-lind.example>", "Urgent: new bank details", "Please pay the attached invoice today.",
            "Authentication-Results: mx.harrow-lind.example; dmarc=fail header.from=harrow-lind.example\r\n");
        Came(script, 12, MailState.Held, "Nobody knows its sender", "Pia Sandoval <pia@pallets.example>", "Our driver cannot sign in at gate 3", "His badge is refused since the morning, and the truck waits.");
    }

    private static void Came(Script script, double minutesAgo, MailState state, string why, string from, string subject, string text, string headers = "") => script.Add(script.Now - Duration.FromMinutes(minutesAgo), async stage =>
    {
        var raw = Encoding.UTF8.GetBytes($"{headers}From: {from}\r\nTo: help@harrow-lind.example\r\nSubject: {subject}\r\nMessage-ID: <{minutesAgo}@mail.example>\r\n\r\n{text}\r\n");
        var kept = await stage.Do(Cast.TheDesk, "pipe", new KeepMail(raw, MailVia.Pipe, null, "help@harrow-lind.example"));
        await stage.Do(Cast.TheDesk, "mail", new SettleMail(kept.Id, state, why));
    });
}
