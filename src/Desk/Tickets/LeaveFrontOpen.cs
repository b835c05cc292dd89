namespace FirstContact.Tickets;

/// <summary>The question what first contact would have needed is left open.</summary>
public sealed record LeaveFrontOpen(TicketId On) : AgentCommand(On)
{
    public override Task<Result<Ticket>> Do(Work work) => Change(work, ticket => ticket.LeaveFrontOpen());
}
