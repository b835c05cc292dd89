namespace FirstContact.Mail;

/// <summary>Takes in again what was refused, held or failed. Whoever asks for it has looked at it: what spoke against its sender does not count any more.</summary>
public sealed record TakeMailAgain(MailId Id) : Command<KeptMail>
{
    public override Permission Needs => MailPermissions.Manage;

    protected override Store<KeptMail> StoreOf(Work work) => work.Mail;

    public override Task<Result<KeptMail>> Do(Work work) => work.Mail.Change(Id.Value, mail => mail.Again());
}
