namespace FirstContact.Tickets;

public sealed record StateProblem(TicketId On, string? Statement) : AgentCommand(On)
{
    public override Task<Result<Ticket>> Do(Work work) => Change(work, ticket => ticket.State(Statement));
}
