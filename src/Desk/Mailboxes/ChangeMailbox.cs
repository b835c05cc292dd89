namespace FirstContact.Mailboxes;

/// <param name="Secrets">Those that are new; the others stay.</param>
public sealed record ChangeMailbox(MailboxId Id, MailboxTerms Terms, Seq<SealedSecret> Secrets) : Command<Mailbox>
{
    public override Permission Needs => MailboxPermissions.Manage;

    protected override Store<Mailbox> StoreOf(Work work) => work.Mailboxes;

    public override async Task<Result<Mailbox>> Do(Work work)
    {
        var (details, wrong) = await AddMailbox.Found(work, Terms, Id);
        var had = await work.Mailboxes.Secrets(Id);
        Seq<MailboxSecret> changed = [.. Secrets.Select(s => s.Kind)];
        var result = await work.Mailboxes.Change(Id.Value, mailbox =>
            mailbox.Change(details, [.. had.Union(changed)], changed) is var decision && Error.Of([.. wrong, .. decision.Error?.All ?? []]) is { } no ? no : decision);
        if (result.Error is null) work.Mailboxes.Keep(Id, Secrets);
        return result;
    }
}
