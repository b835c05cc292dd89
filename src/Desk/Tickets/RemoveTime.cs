namespace FirstContact.Tickets;

/// <summary>Takes an entry off the ticket; the timeline keeps what it was.</summary>
/// <param name="No">Of the entry.</param>
public sealed record RemoveTime(TicketId On, int No) : AgentCommand(On)
{
    public override Task<Result<Ticket>> Do(Work work) => Change(work, ticket =>
        ticket.Time.FirstOrDefault(e => e.No == No) is { } entry && !TicketTime.May(work.Caller, entry) ? Errors.Forbidden : ticket.RemoveTime(No));
}
