using FirstContact.Fields;

namespace FirstContact.Tickets;

/// <summary>The customer's word, said by the customer or told to an agent.</summary>
public sealed record VerifyByCustomer(TicketId On, CustomerOutcome Outcome, string? Words, bool Insist) : CustomerCommand(On)
{
    public override Task<Result<Ticket>> Do(Work work) => ChangeAsCustomer(work, async ticket =>
        ticket.VerifyByCustomer(work.By, await work.Read.CareRule(ticket), Outcome, Words, Insist, (await work.Read.Classification(ticket)).Category, await work.Read.Fields()));
}
