using FirstContact.Agreements;
using FirstContact.Tickets;

namespace FirstContact.Clocks;

/// <summary>What runs on a ticket and what was missed, in one question: for whoever may see the ticket, who has asked for it already.</summary>
public sealed record ListTicketClocks(TicketId Ticket) : IQuery<IReadOnlyList<ClockLineRow>>
{
    public Permission Needs => Permission.SignedIn;

    public async Task<Result<IReadOnlyList<ClockLineRow>>> Ask(Question question)
    {
        var serves = question.Caller.May(TicketPermissions.SeeAll);
        return new(await question.Read.List($"""
            select c.clock, c.kind, c.measure, c.state, c.outcome, c.due_at, c.target, c.worked, c.cause from ticket_clock c join ticket t on t.id = c.ticket
            where c.ticket = @ticket and (c.ended_at is null or c.outcome = 'Missed') {(serves ? "" : "and c.kind = 'Service'")} and {TicketStore.Visible(question.Caller)} order by c.due_at is null, c.due_at, c.clock
            """,
            r => new ClockLineRow(r.GetString(0), r.Word<AgreementKind>(1), r.Word<Measure>(2), r.Word<Calendars.ClockState>(3), r.Word<ClockOutcome>(4), r.InstantOrNull(5), Duration.FromTicks(r.GetInt64(6) * 10), Duration.FromTicks(r.GetInt64(7) * 10), r.WordOrNull<MissCause>(8)),
            ("@ticket", Ticket), ("@me", question.Caller.Person)), null);
    }
}

/// <param name="DueAt">Null while it stands still.</param>
/// <param name="Worked">When it was counted last.</param>
/// <param name="Cause">Why it was missed, once somebody has said so.</param>
public sealed record ClockLineRow(string Clock, AgreementKind Kind, Measure Measure, Calendars.ClockState State, ClockOutcome Outcome, Instant? DueAt, Duration Target, Duration Worked, MissCause? Cause);
