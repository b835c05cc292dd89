namespace FirstContact.Tickets;

public sealed record CancelTicket(TicketId On, string? Reason) : CustomerCommand(On)
{
    public override Task<Result<Ticket>> Do(Work work) => ChangeAsCustomer(work, ticket => Task.FromResult(ticket.Cancel(Reason)));
}
