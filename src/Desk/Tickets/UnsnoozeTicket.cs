namespace FirstContact.Tickets;

/// <summary>Wakes what one has put aside, or says that one has seen it wake up.</summary>
public sealed record UnsnoozeTicket(TicketId On) : AgentCommand(On)
{
    public override Task<Result<Ticket>> Do(Work work) => Change(work, ticket => ticket.Unsnooze(work.By, work.Caller.Name));
}
