namespace FirstContact.Tickets;

public sealed record ConfirmStatement(TicketId On) : CustomerCommand(On)
{
    public override Task<Result<Ticket>> Do(Work work) => ChangeAsCustomer(work, ticket => Task.FromResult(ticket.ConfirmStatement()));
}
