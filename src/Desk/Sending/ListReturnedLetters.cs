using FirstContact.Tickets;

namespace FirstContact.Sending;

/// <summary>
/// Letters that did not arrive, about tickets that the caller has, or that his teams have and nobody took. One is seen to when its address is mended, when a later one
/// to the same person went out, or when somebody says that he has seen it.
/// </summary>
public sealed record ListReturnedLetters : IQuery<IReadOnlyList<ReturnedLetter>>
{
    /// <summary>What rings when one more did not arrive, or was seen.</summary>
    public const string Topic = LetterRows.ReturnedTopic;

    private const int Most = 50;

    /// <summary>What came back so long ago is for the log.</summary>
    private static readonly Duration Recent = Duration.FromDays(30);

    public Permission Needs => TicketPermissions.Work;

    public async Task<Result<IReadOnlyList<ReturnedLetter>>> Ask(Question question) => new([.. (await question.Read.List($"""
        select l.id, t.id, t.kind, t.title, p.id, p.name, coalesce(l.address, p.email), coalesce(l.answer, ''), l.finished_at
        from letter l join ticket t on t.id = l.ticket join person p on p.id = l.person
        where {LetterRows.Returned} and l.finished_at > @since and t.status in ('New', 'InProgress', 'Waiting', 'Resolved')
          and (t.assignee = @me or (t.assignee is null and t.team in (select team from team_member where person = @me)))
          and not exists (select 1 from letter n where n.ticket = l.ticket and n.person = l.person and n.id > l.id and n.state = 'Sent')
          and not exists (select 1 from stopped_address s where s.address = lower(coalesce(l.address, p.email)) and s.stopped = 0 and s.letter >= l.id)
          and exists (select 1 from person_address a where a.person = l.person and lower(a.address) = lower(coalesce(l.address, p.email)))
        order by l.id desc limit {Most}
        """,
        r => new ReturnedLetter(r.GetInt64(0), TicketNumber.Of(r.Word<TicketKind>(2), new(r.GetInt64(1))), r.GetString(3), new(new(r.GetInt64(4)), r.GetString(5)), r.GetString(6), r.GetString(7), r.Instant(8)),
        ("@me", question.Caller.Person), ("@since", question.Now - Recent))).DistinctBy(l => (l.Ticket, l.Person.Id))], null);
}

/// <param name="Ticket">Its number.</param>
/// <param name="Why">In the words of whoever refused it.</param>
public sealed record ReturnedLetter(long Id, string Ticket, string Title, Named<PersonId> Person, string Address, string Why, Instant At);
