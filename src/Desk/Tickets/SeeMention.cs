namespace FirstContact.Tickets;

/// <summary>Says that one has seen that one was called.</summary>
public sealed record SeeMention(TicketId On) : AgentCommand(On)
{
    public override Task<Result<Ticket>> Do(Work work) => Change(work, ticket => ticket.SeeMention(work.By));
}
