namespace FirstContact.Tickets;

/// <summary>The figures beside the agent's navigation. Counted to a thousand at most, so that they cost the same on every desk.</summary>
public sealed record CountTickets : IQuery<TicketCounts>
{
    public const int Most = 1000;

    public Permission Needs => TicketPermissions.SeeAll;

    public async Task<Result<TicketCounts>> Ask(Question question)
    {
        var shared = await question.Read.Kept(Ticket.Subject, read => Shared(read));
        var mine = await question.Read.Kept(Ticket.Subject, read => Mine(read, question.Caller.Person), question.Caller.Person.Value);
        return new TicketCounts(shared.Open, shared.Unassigned, shared.Waiting, shared.Resolved, mine.Count, mine.Snoozed, shared.Called);
    }

    private static async Task<MyTickets> Mine(Reader read, PersonId me) => (await read.One($"""
        select (select count(*) from (select 1 from ticket t where t.assignee = @me and {TicketWhere.Open} and not {TicketSnoozes.Sleeps} limit {Most}) s),
               (select count(*) from (select 1 from ticket t where {TicketSnoozes.Mine} and {TicketWhere.Open} limit {Most}) s)
        """, r => new MyTickets(r.GetInt64(0), r.GetInt64(1)), ("@me", me)))!;

    private sealed record MyTickets(long Count, long Snoozed);

    private static async Task<TicketCounts> Shared(Reader read) => (await read.One($"""
        select (select count(*) from (select 1 from ticket t where {TicketWhere.Open} limit {Most}) s),
               (select count(*) from (select 1 from ticket t where t.assignee is null and {TicketWhere.Open} limit {Most}) s),
               (select count(*) from (select 1 from ticket t where t.status = 'Waiting' and {TicketWhere.Open} limit {Most}) s),
               (select count(*) from (select 1 from ticket t where t.status = 'Resolved' and t.resolved_at is not null limit {Most}) s),
               (select count(*) from (select 1 from ticket t where t.call_due is not null and {TicketWhere.Open} limit {Most}) s)
        """, r => new TicketCounts(r.GetInt64(0), r.GetInt64(1), r.GetInt64(2), r.GetInt64(3), 0, Called: r.GetInt64(4))))!;
}

public sealed record TicketCounts(long Open, long Unassigned, long Waiting, long Resolved, long Mine, long Snoozed = 0, long Called = 0);
