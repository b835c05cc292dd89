namespace FirstContact.Mailboxes;

/// <summary>Takes mail from it from now on.</summary>
public sealed record SwitchOnMailbox(MailboxId Id) : Command<Mailbox>
{
    public override Permission Needs => MailboxPermissions.Manage;

    protected override Store<Mailbox> StoreOf(Work work) => work.Mailboxes;

    public override Task<Result<Mailbox>> Do(Work work) => work.Mailboxes.Change(Id.Value, mailbox => mailbox.SwitchOn());
}
