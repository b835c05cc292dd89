using FirstContact.Policies;

namespace FirstContact.Tickets;

public sealed record SkipStep(TicketId On, CareStep Step, string? Reason) : AgentCommand(On)
{
    public override Task<Result<Ticket>> Do(Work work) => Change(work, async ticket => ticket.Skip(await work.Read.CareRule(ticket), Step, Reason));
}
