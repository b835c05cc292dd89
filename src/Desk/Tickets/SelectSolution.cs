namespace FirstContact.Tickets;

public sealed record SelectSolution(TicketId On, int Proposal, string? Reason) : AgentCommand(On)
{
    public override Task<Result<Ticket>> Do(Work work) => Change(work, ticket => ticket.Select(Proposal, Reason));
}
