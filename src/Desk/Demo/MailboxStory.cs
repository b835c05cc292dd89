using FirstContact.Mailboxes;

namespace FirstContact.Demo;

/// <summary>Two mailboxes as such a company has them. They stay switched off, so that the demo calls nobody.</summary>
internal static class MailboxStory
{
    public static void Tell(Script script, MailboxSecrets secrets)
    {
        script.Add(script.Now - Duration.FromHours(5), async stage =>
        {
            await stage.Do("ruth", "page", new AddMailbox(
                new(new("Help desk", "help@harrow-lind.example", new("imap.harrow-lind.example", 993, MailSafety.Tls), "help@harrow-lind.example", MailSignIn.Password, null, Mailbox.Inbox, MailAfter.Move, "Taken", TakeOld: false, 50, null, null), null, null),
                secrets.Take("of the demo", null, null).Value!));
            await stage.Do("ruth", "page", new AddMailbox(
                new(new("Northgate", "northgate-it@harrow-lind.example", new("outlook.office365.example", 993, MailSafety.Tls), "northgate-it@harrow-lind.example", MailSignIn.OAuth2,
                    new("https://login.harrow-lind.example/oauth2/v2.0/token", "firstcontact", "https://outlook.office365.example/.default"), Mailbox.Inbox, MailAfter.MarkRead, null, TakeOld: false, 25, null, null), null, null),
                secrets.Take(null, "of the demo", null).Value!));
        });
    }
}
