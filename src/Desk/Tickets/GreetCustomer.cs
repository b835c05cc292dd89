namespace FirstContact.Tickets;

public sealed record GreetCustomer(TicketId On, string? How) : AgentCommand(On)
{
    public override Task<Result<Ticket>> Do(Work work) => Change(work, ticket => ticket.Greet(How));
}
