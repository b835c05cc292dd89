namespace FirstContact.Tickets;

public sealed record WaitOnTicket(TicketId On, WaitFor For, string? Reason, bool Contacted, Instant? Until) : AgentCommand(On)
{
    public override Task<Result<Ticket>> Do(Work work) => Change(work, ticket => ticket.WaitFor(work.By, For, Reason, Contacted, Until));
}
