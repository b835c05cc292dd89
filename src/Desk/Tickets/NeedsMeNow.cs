namespace FirstContact.Tickets;

/// <summary>What needs this agent now, each with its reason; within a group the soonest or longest waiting first.</summary>
public sealed record NeedsMeNow : IQuery<IReadOnlyList<NeedsMe>>
{
    private const int MostOfEach = 50;

    public Permission Needs => TicketPermissions.Work;

    public async Task<Result<IReadOnlyList<NeedsMe>>> Ask(Question question)
    {
        // Each branch walks one short index: what is mine and open, what I was asked, what customers
        // said on tickets that were done, what my teams have and nobody took.
        var rows = await question.Read.List($"""
            {TicketRow.Select} where t.assignee = @me and {TicketWhere.Open}
              and (t.promised_at is not null or t.customer_spoke_at is not null or t.woke_at is not null)
            union
            {TicketRow.Select} where t.id in (select ticket from ticket_person where person = @me and role = 'Asked')
            union
            {TicketRow.Select} where {TicketWhere.SpokenAfter}
              and (t.assignee = @me or (t.assignee is null and t.team in (select team from team_member where person = @me)))
            union
            select * from (
              {TicketRow.Select} where t.assignee is null and t.status <> 'Waiting' and {TicketWhere.Open}
                and t.team in (select team from team_member where person = @me)
              order by t.priority, t.opened_at, t.id limit {MostOfEach}) nobodys
            """, await TicketRow.Filler(question.Read), ("@me", question.Caller.Person));
        var asked = await question.Read.List("select ticket from ticket_person where person = @me and role = 'Asked'", r => r.GetInt64(0), ("@me", question.Caller.Person));

        return new(
        [
            .. rows.Select(r => Of(r, question.Caller.Person, asked.Contains(r.Id)))
                .OrderBy(n => n.Reason).ThenBy(n => n.Reason is Reason.Unassigned ? n.Ticket.Priority.Rank : 0).ThenBy(n => n.Since),
        ], null);
    }

    private static NeedsMe Of(TicketRow ticket, PersonId me, bool asked) => ticket switch
    {
        { PromisedAt: { } promised } when ticket.AssigneeId == me => new(ticket, Reason.Promise, promised),
        { CustomerSpokeAt: { } spoke } when ticket.AssigneeId == me || ticket.Status is TicketStatus.Resolved or TicketStatus.Closed => new(ticket, Reason.CustomerWaits, spoke),
        _ when asked => new(ticket, Reason.AskedIn, ticket.UpdatedAt),
        { WokeAt: { } woke } => new(ticket, Reason.WokeUp, woke),
        _ => new(ticket, Reason.Unassigned, ticket.OpenedAt),
    };
}

/// <summary>In the order in which they come.</summary>
public enum Reason { Promise, CustomerWaits, AskedIn, WokeUp, Unassigned }

public sealed record NeedsMe(TicketRow Ticket, Reason Reason, Instant Since);
