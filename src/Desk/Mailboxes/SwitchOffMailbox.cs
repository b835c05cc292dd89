namespace FirstContact.Mailboxes;

/// <summary>Leaves it alone: its mail stays on the server.</summary>
public sealed record SwitchOffMailbox(MailboxId Id) : Command<Mailbox>
{
    public override Permission Needs => MailboxPermissions.Manage;

    protected override Store<Mailbox> StoreOf(Work work) => work.Mailboxes;

    public override Task<Result<Mailbox>> Do(Work work) => work.Mailboxes.Change(Id.Value, mailbox => mailbox.SwitchOff());
}
