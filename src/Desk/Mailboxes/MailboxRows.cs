namespace FirstContact.Mailboxes;

/// <summary>How far a mailbox has been read.</summary>
/// <param name="Uid">All up to this one have been dealt with.</param>
/// <param name="Since">Only what came on this day or later is looked for.</param>
internal sealed record MailboxProgress(string? Folder, long? Validity, long Uid, Instant? StartedAt, Instant? Since, int Failures)
{
    public static async Task<MailboxProgress> Of(Database database, MailboxId id, CancellationToken stop)
    {
        await using var read = await database.Read(stop);
        return await read.One("select folder, validity, uid, started_at, since, failures from mailbox_state where mailbox = @id",
            r => new MailboxProgress(r.TextOrNull(0), r.NumberOrNull(1), r.GetInt64(2), r.InstantOrNull(3), r.InstantOrNull(4), r.GetInt32(5)), ("@id", id)) ?? throw new ImapException("The mailbox is gone.");
    }
}

/// <summary>The only SQL that writes how far mailboxes have been read, and who reads them.</summary>
internal static class MailboxRows
{
    /// <summary>Only one node at a time has a mailbox; one that dies loses it when the time is over.</summary>
    public static Statement Claim(MailboxId id, string node, Instant now, Instant until) => new(
        "update mailbox_state set holder = @node, held_until = @until where mailbox = @id and (holder is null or holder = @node or held_until < @now)",
        ("@id", id), ("@node", node), ("@now", now), ("@until", until)) { MustMeetOneRow = true };

    public static Statement Release(MailboxId id, string node) => new("update mailbox_state set holder = null, held_until = null where mailbox = @id and holder = @node", ("@id", id), ("@node", node));

    /// <summary>The numbers of this folder count from now on, from this one.</summary>
    public static IReadOnlyList<Write> Begin(MailboxId id, string folder, long validity, long uid, Instant startedAt, Instant? since) =>
    [
        new Statement("delete from mailbox_message where mailbox = @id", ("@id", id)),
        new Statement("update mailbox_state set folder = @folder, validity = @validity, uid = @uid, started_at = @started, since = @since, waiting = 0 where mailbox = @id",
            ("@id", id), ("@folder", folder), ("@validity", validity), ("@uid", uid), ("@started", startedAt), ("@since", since)),
    ];

    public static Statement Contacted(MailboxId id, Instant now, long waiting) =>
        new("update mailbox_state set contacted_at = @now, waiting = @waiting where mailbox = @id", ("@id", id), ("@now", now), ("@waiting", waiting));

    /// <summary>All that there was has been dealt with.</summary>
    public static Statement Well(MailboxId id, Instant now) =>
        new("update mailbox_state set contacted_at = @now, waiting = 0, since = null, failures = 0, failing_since = null, error = null where mailbox = @id", ("@id", id), ("@now", now));

    public static Statement Failed(MailboxId id, Instant now, string why) => new(
        "update mailbox_state set failures = failures + 1, failing_since = coalesce(failing_since, @now), error = @why where mailbox = @id", ("@id", id), ("@now", now), ("@why", why));

    public static Statement Advance(MailboxId id, long uid, int taken, Instant now, long waiting) => new(
        "update mailbox_state set uid = @uid, taken = taken + @taken, taken_at = case when @taken > 0 then @now else taken_at end, contacted_at = @now, waiting = @waiting where mailbox = @id",
        ("@id", id), ("@uid", uid), ("@taken", taken), ("@now", now), ("@waiting", waiting));

    public static Statement Leave(MailboxId id, long validity, long uid, LeftState state, long? size, int attempts, Instant now, Instant? next, string? why) => new("""
        insert into mailbox_message (mailbox, validity, uid, state, size, attempts, at, next_at, why) values (@id, @validity, @uid, @state, @size, @attempts, @now, @next, @why)
        on conflict (mailbox, validity, uid) do update set state = excluded.state, size = coalesce(excluded.size, mailbox_message.size), attempts = excluded.attempts, next_at = excluded.next_at, why = excluded.why
        """,
        ("@id", id), ("@validity", validity), ("@uid", uid), ("@state", state), ("@size", size), ("@attempts", attempts), ("@now", now), ("@next", next), ("@why", why));

    public static Statement Done(Database database, MailboxId id, long validity, IEnumerable<long> uids) => new(
        $"delete from mailbox_message where mailbox = @id and validity = @validity and uid {database.IsAmong("@uids")}", ("@id", id), ("@validity", validity), ("@uids", database.Ids(uids)));

    /// <summary>Stored, and still to be marked or moved on the server.</summary>
    public static async Task<List<long>> Kept(Database database, MailboxId id, long validity, CancellationToken stop)
    {
        await using var read = await database.Read(stop);
        return await read.List("select uid from mailbox_message where mailbox = @id and validity = @validity and state = 'Kept' order by uid", r => r.GetInt64(0), ("@id", id), ("@validity", validity));
    }

    /// <summary>Put aside, and to be tried again now.</summary>
    public static async Task<List<(long Uid, int Attempts)>> Due(Database database, MailboxId id, long validity, Instant now, CancellationToken stop)
    {
        await using var read = await database.Read(stop);
        return await read.List("select uid, attempts from mailbox_message where mailbox = @id and validity = @validity and state = 'Aside' and next_at <= @now order by next_at, uid",
            r => (r.GetInt64(0), r.GetInt32(1)), ("@id", id), ("@validity", validity), ("@now", now));
    }
}
