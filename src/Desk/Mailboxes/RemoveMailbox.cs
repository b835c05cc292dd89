namespace FirstContact.Mailboxes;

/// <summary>Its secrets go at once; the mail that was taken stays.</summary>
public sealed record RemoveMailbox(MailboxId Id) : Command<Mailbox>
{
    public override Permission Needs => MailboxPermissions.Manage;

    protected override Store<Mailbox> StoreOf(Work work) => work.Mailboxes;

    public override Task<Result<Mailbox>> Do(Work work) => work.Mailboxes.Change(Id.Value, mailbox => mailbox.Remove());
}
