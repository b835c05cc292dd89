namespace FirstContact.Tickets;

/// <summary>Takes on what was handed over: the ticket is the team's now, and whoever of the team accepts it has it.</summary>
/// <param name="No">Which handover of the ticket.</param>
public sealed record AcceptHandover(TicketId On, int No) : AgentCommand(On)
{
    public override Task<Result<Ticket>> Do(Work work) => Change(work, async ticket => ticket.AcceptHandover(
        work.By, No, ticket.Hands.Pending is { } pending && work.Caller.Teams.Contains(pending.To.Id.Value) ? new(work.By.Person, work.Caller.Name) : null,
        ticket.Hands.Pending is { } handed ? await work.Read.Bridge(ticket, handed.To.Id) : null));
}
