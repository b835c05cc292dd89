namespace FirstContact.Mailboxes;

/// <summary>The only SQL that writes mailboxes and their secrets.</summary>
public sealed class MailboxStore(Work work) : Store<Mailbox>(work)
{
    protected override string Table => "mailbox";
    protected override Error NotFound => MailboxErrors.NotFound;

    protected override Mailbox Blank(long id) => new() { Id = new(id) };

    protected override Task<Mailbox?> Find(long id) => Work.Read.One(
        "select id, version, details, active from mailbox where id = @id and removed = 0",
        r => MailboxRow.Of(r) is var row ? new Mailbox { Id = row.Id, Version = row.Version, Details = row.Details, Active = row.Active } : null, ("@id", id));

    /// <summary>Which secrets it has.</summary>
    public async Task<Seq<MailboxSecret>> Secrets(MailboxId id) => [.. await Work.Read.List("select kind from mailbox_secret where mailbox = @id order by kind", r => r.Word<MailboxSecret>(0), ("@id", id))];

    public void Keep(MailboxId id, IEnumerable<SealedSecret> secrets)
    {
        foreach (var secret in secrets) Work.Write(Keeping(id, secret));
    }

    internal static Statement Keeping(MailboxId id, SealedSecret secret) => new(
        "insert into mailbox_secret (mailbox, kind, sealed) values (@mailbox, @kind, @sealed) on conflict (mailbox, kind) do update set sealed = excluded.sealed",
        ("@mailbox", id), ("@kind", secret.Kind), ("@sealed", secret.Sealed));

    protected override (string, object?)[] Row(Mailbox m) =>
    [
        ("name", m.Name), ("address", m.Details.Address), ("details", DeskJson.Write(m.Details)), ("team", m.Details.Team?.Id), ("class", m.Details.Class?.Id), ("unknown", m.Details.Unknown),
        ("active", m.Active ? 1 : 0), ("removed", m.Removed ? 1 : 0),
    ];

    protected override IEnumerable<Write> Besides(Mailbox before, Mailbox after)
    {
        if (before.Version == 0) yield return new Statement("insert into mailbox_state (mailbox) values (@id)", ("@id", after.Id));
        // Somewhere else, everything begins anew: what was counted there counts for nothing here.
        else if (before.Details.Server.Host != after.Details.Server.Host || before.Details.Login != after.Details.Login)
        {
            yield return new Statement("update mailbox_state set folder = null, validity = null, uid = 0, started_at = null, since = null, waiting = 0 where mailbox = @id", ("@id", after.Id));
            yield return new Statement("delete from mailbox_message where mailbox = @id", ("@id", after.Id));
        }
        // Whatever was wrong may be mended: it is tried at once.
        if (before.Version > 0) yield return new Statement("update mailbox_state set failures = 0, failing_since = null, error = null where mailbox = @id", ("@id", after.Id));
        // What signs in another way now has no use for the old secrets.
        if (before.Version > 0 && before.Details.SignIn != after.Details.SignIn)
            yield return after.Details.SignIn == MailSignIn.Password
                ? new Statement("delete from mailbox_secret where mailbox = @id and kind <> 'Password'", ("@id", after.Id))
                : new Statement("delete from mailbox_secret where mailbox = @id and kind = 'Password'", ("@id", after.Id));
        if (after.Removed) yield return new Statement("delete from mailbox_secret where mailbox = @id", ("@id", after.Id));
    }
}
