namespace FirstContact.Tickets;

public sealed record RemoveTask(TicketId On, int No) : AgentCommand(On)
{
    public override Task<Result<Ticket>> Do(Work work) => Change(work, ticket => ticket.RemoveTask(No));
}
