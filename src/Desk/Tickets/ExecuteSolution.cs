namespace FirstContact.Tickets;

public sealed record ExecuteSolution(TicketId On, string? Done) : AgentCommand(On)
{
    public override Task<Result<Ticket>> Do(Work work) => Change(work, ticket => ticket.Execute(Done));
}
