namespace FirstContact.Tickets;

/// <summary>Puts a ticket aside, for oneself alone.</summary>
/// <param name="Until">Null until the customer speaks.</param>
public sealed record SnoozeTicket(TicketId On, Instant? Until) : AgentCommand(On)
{
    public override Task<Result<Ticket>> Do(Work work) => Change(work, ticket => ticket.Snooze(work.By, Until));
}
