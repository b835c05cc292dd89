using FirstContact.Agreements;
using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Clocks;

/// <summary>
/// What the caller is asked to explain: promises that were missed on tickets that he has, or that nobody has and his team, which he leads; those of the last weeks. What a
/// team owed to another one is explained there: by whoever has the ticket while it is with that team, else by whoever leads it.
/// </summary>
public sealed record ListUnexplained : IQuery<IReadOnlyList<ClockNeed>>
{
    private const int Most = 20;
    private static readonly Duration Asked = Duration.FromDays(42);

    public Permission Needs => TicketPermissions.Work;

    public async Task<Result<IReadOnlyList<ClockNeed>>> Ask(Question question)
    {
        var read = question.Read;
        var answers = await LadderPeople.AnswersFor(read, question.Caller.Person);
        var member = (await read.Teams()).Where(t => t.Members.Contains(question.Caller.Person)).Select(t => t.Id).ToList();
        var owed = (await read.Agreements()).Where(a => a.Kind == AgreementKind.Operational && a.Parties.Provider.Kind == PartyKind.Team).ToLookup(a => new TeamId(a.Parties.Provider.Id), a => a.Id.Value);
        return new(await read.List($"""
            select c.ticket, t.kind, t.title, c.clock, c.measure, c.decided_at from ticket_clock c join ticket t on t.id = c.ticket
            where c.outcome = 'Missed' and c.cause is null and c.decided_at >= @since and (
                  c.kind <> 'Operational' and (t.assignee = @me or t.assignee is null and t.team {read.Database.IsAmong("@answers")})
                  or c.kind = 'Operational' and c.measure <> 'Acceptance' and t.assignee = @me and t.team {read.Database.IsAmong("@member")} and c.agreement {read.Database.IsAmong("@memberOwes")}
                  or c.kind = 'Operational' and c.agreement {read.Database.IsAmong("@owes")} and (c.measure = 'Acceptance' or t.assignee is null or not t.team {read.Database.IsAmong("@answers")}))
            order by c.decided_at, c.ticket limit {Most}
            """, r => new ClockNeed(new(r.GetInt64(0)), TicketNumber.Of(r.Word<TicketKind>(1), new(r.GetInt64(0))), r.GetString(2), r.GetString(3), r.Word<Measure>(4), r.Instant(5)),
            ("@me", question.Caller.Person), ("@since", question.Now - Asked), ("@answers", read.Database.Ids(answers.Select(t => t.Value))),
            ("@member", read.Database.Ids(member.Select(t => t.Value))), ("@memberOwes", read.Database.Ids(member.SelectMany(t => owed[t]))), ("@owes", read.Database.Ids(answers.SelectMany(t => owed[t])))), null);
    }
}

public sealed record ClockNeed(TicketId Ticket, string Number, string Title, string Clock, Measure Measure, Instant Due);
