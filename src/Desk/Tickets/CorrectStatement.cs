namespace FirstContact.Tickets;

public sealed record CorrectStatement(TicketId On, string? Correction) : CustomerCommand(On)
{
    public override Task<Result<Ticket>> Do(Work work) => ChangeAsCustomer(work, ticket => Task.FromResult(ticket.CorrectStatement(Correction)));
}
