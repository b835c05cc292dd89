namespace FirstContact.Tickets;

/// <summary>Two teams were brought together over a ticket that went back and forth between them.</summary>
/// <param name="Agreed">What they agreed.</param>
public sealed record SettleBounce(TicketId On, string? Agreed) : AgentCommand(On)
{
    public override Task<Result<Ticket>> Do(Work work) => Change(work, ticket => ticket.SettleBounce(work.By, Agreed));
}
