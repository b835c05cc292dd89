namespace FirstContact.Mail;

/// <summary>Says of a waiting message that it is not taken in, and why: refused, held for somebody to look at, or failed.</summary>
public sealed record SettleMail(MailId Id, MailState To, string Reason) : Command<KeptMail>
{
    public override Permission Needs => MailPermissions.Manage;

    protected override Store<KeptMail> StoreOf(Work work) => work.Mail;

    public override Task<Result<KeptMail>> Do(Work work) => work.Mail.Change(Id.Value, mail => To switch
    {
        MailState.Refused => mail.Refuse(Reason),
        MailState.Held => mail.Hold(Reason),
        _ => mail.Fail(Reason),
    });
}
