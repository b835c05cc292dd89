using FirstContact.Agreements;
using FirstContact.Tickets;

namespace FirstContact.Clocks;

/// <summary>What the caller is asked to explain: promises that were missed on tickets that he has, or that nobody has and his team, which he leads; those of the last weeks.</summary>
public sealed record ListUnexplained : IQuery<IReadOnlyList<ClockNeed>>
{
    private const int Most = 20;
    private static readonly Duration Asked = Duration.FromDays(42);

    public Permission Needs => TicketPermissions.Work;

    public async Task<Result<IReadOnlyList<ClockNeed>>> Ask(Question question)
    {
        var teams = await LadderPeople.AnswersFor(question.Read, question.Caller.Person);
        return new(await question.Read.List($"""
            select c.ticket, t.kind, t.title, c.clock, c.measure, c.decided_at from ticket_clock c join ticket t on t.id = c.ticket
            where c.outcome = 'Missed' and c.cause is null and c.decided_at >= @since and (t.assignee = @me or t.assignee is null and t.team {question.Read.Database.IsAmong("@teams")}) order by c.decided_at, c.ticket limit {Most}
            """, r => new ClockNeed(new(r.GetInt64(0)), TicketNumber.Of(r.Word<TicketKind>(1), new(r.GetInt64(0))), r.GetString(2), r.GetString(3), r.Word<Measure>(4), r.Instant(5)),
            ("@me", question.Caller.Person), ("@since", question.Now - Asked), ("@teams", question.Read.Database.Ids(teams.Select(t => t.Value)))), null);
    }
}

public sealed record ClockNeed(TicketId Ticket, string Number, string Title, string Clock, Measure Measure, Instant Due);
