namespace FirstContact.Mail;

/// <summary>Says of a message that was held or broke that it is to stay out: somebody has looked at it, and it needs nobody any more.</summary>
public sealed record LeaveOutMail(MailId Id) : Command<KeptMail>
{
    public override Permission Needs => MailPermissions.Manage;

    protected override Store<KeptMail> StoreOf(Work work) => work.Mail;

    public override Task<Result<KeptMail>> Do(Work work) => work.Mail.Change(Id.Value, mail => mail.LeaveOut());
}
