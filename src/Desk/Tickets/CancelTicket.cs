namespace FirstContact.Tickets;

public sealed record CancelTicket(TicketId On, string? Reason) : CustomerCommand(On)
{
    /// <summary>The customer has solved it without the desk.</summary>
    public bool SolvedByCustomer { get; init; }

    public override Task<Result<Ticket>> Do(Work work) => ChangeAsCustomer(work, ticket => Task.FromResult(ticket.Cancel(Reason, SolvedByCustomer)));
}
