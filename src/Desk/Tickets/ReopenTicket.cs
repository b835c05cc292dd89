using FirstContact.Policies;

namespace FirstContact.Tickets;

public sealed record ReopenTicket(TicketId On, string? Reason) : CustomerCommand(On)
{
    public override Task<Result<Ticket>> Do(Work work) => ChangeAsCustomer(work, async ticket =>
        ticket.Reopen(work.By, (await work.Read.DeskRules()).Values.Reopenable, Reason));
}
