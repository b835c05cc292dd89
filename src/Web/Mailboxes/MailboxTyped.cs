using System.Globalization;

namespace FirstContact.Mailboxes;

/// <summary>What was typed into the form of a mailbox. Secrets are not among it: they are never shown again.</summary>
public sealed record MailboxTyped(
    string? Name = null, string? Address = null, string? Host = null, string? Port = "993", MailSafety Safety = MailSafety.Tls, string? Certificate = null, string? Login = null, MailSignIn SignIn = MailSignIn.Password,
    string? TokenUrl = null, string? ClientId = null, string? Scope = null, string? Folder = Mailbox.Inbox, MailAfter After = MailAfter.MarkRead, string? MoveTo = null, bool TakeOld = false, string? Largest = "50", string? Team = null, string? Class = null, Mail.Unknown? Unknown = null)
{
    public static MailboxTyped Of(Form form) => new(
        form["name"], form["address"], form["host"], form["port"], form.Word<MailSafety>("safety") ?? MailSafety.Tls, form["certificate"], form["login"], form.Word<MailSignIn>("signIn") ?? MailSignIn.Password,
        form["tokenUrl"], form["clientId"], form["scope"], form["folder"], form.Word<MailAfter>("after") ?? MailAfter.MarkRead, form["moveTo"], form.Ticked("takeOld"), form["largest"], form["team"], form["class"], form.Word<Mail.Unknown>("unknown"));

    public static MailboxTyped Of(MailboxDetails d) => new(
        d.Name, d.Address, d.Server.Host, Text(d.Server.Port), d.Server.Safety, d.Server.Certificate, d.Login, d.SignIn, d.OAuth?.TokenUrl, d.OAuth?.ClientId, d.OAuth?.Scope,
        d.Folder, d.After, d.MoveTo, d.TakeOld, Text(d.LargestMegabytes), d.Team is { } team ? Text(team.Id.Value) : null, d.Class is { } one ? Text(one.Id.Value) : null, d.Unknown);

    public MailboxTerms Terms => new(
        new(Name ?? "", Address ?? "", new(Host ?? "", Number(Port), Safety, Certificate), Login ?? Address ?? "", SignIn, SignIn == MailSignIn.OAuth2 ? new(TokenUrl ?? "", ClientId ?? "", Scope) : null,
            Folder ?? "", After, MoveTo, TakeOld, Number(Largest), null, null) { Unknown = Unknown },
        Team, Class);

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
