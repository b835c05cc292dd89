namespace FirstContact.Mailboxes;

/// <summary>Tries at once what was left on the server: because it was too large, or could not be fetched.</summary>
public sealed record FetchAgain(MailboxId Id) : Command<Mailbox>
{
    public override Permission Needs => MailboxPermissions.Manage;

    protected override Store<Mailbox> StoreOf(Work work) => work.Mailboxes;

    public override async Task<Result<Mailbox>> Do(Work work)
    {
        var left = await work.Read.One("select count(*) from mailbox_message where mailbox = @id and state <> 'Kept'", r => r.GetInt32(0), ("@id", Id));
        var result = await work.Mailboxes.Change(Id.Value, _ => Mailbox.FetchAgain(left));
        if (result.Error is null) work.Write(new Statement("update mailbox_message set state = 'Aside', next_at = @now where mailbox = @id and state <> 'Kept'", ("@id", Id), ("@now", work.By.At)));
        return result;
    }
}
