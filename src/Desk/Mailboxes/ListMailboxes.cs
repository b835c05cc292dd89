namespace FirstContact.Mailboxes;

/// <summary>All mailboxes by name, with how it goes with their servers.</summary>
public sealed record ListMailboxes : IQuery<IReadOnlyList<MailboxLine>>
{
    public Permission Needs => MailboxPermissions.Manage;

    public async Task<Result<IReadOnlyList<MailboxLine>>> Ask(Question question) => await question.Read.List("""
        select m.id, m.version, m.details, m.active, s.contacted_at, s.taken_at, s.taken, s.waiting, s.failing_since, s.error,
          (select count(*) from mailbox_message l where l.mailbox = m.id and l.state <> 'Kept')
        from mailbox m join mailbox_state s on s.mailbox = m.id where m.removed = 0 order by m.name, m.id
        """,
        r => new MailboxLine(MailboxRow.Of(r), r.InstantOrNull(4), r.InstantOrNull(5), r.GetInt64(6), r.GetInt64(7), r.InstantOrNull(8), r.TextOrNull(9), r.GetInt64(10)));
}

/// <param name="ContactedAt">When its server last did what it should.</param>
/// <param name="Waiting">How many messages wait on the server, as was seen last.</param>
/// <param name="Left">How many are left there: too large, or put aside.</param>
public sealed record MailboxLine(MailboxRow Row, Instant? ContactedAt, Instant? TakenAt, long Taken, long Waiting, Instant? FailingSince, string? Error, long Left);
