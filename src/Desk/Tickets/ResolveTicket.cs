namespace FirstContact.Tickets;

public sealed record ResolveTicket(TicketId On, string? Solution, string? NextTime) : AgentCommand(On)
{
    public override Task<Result<Ticket>> Do(Work work) =>
        Change(work, async ticket => ticket.Resolve(work.By, await work.Read.CareRule(ticket), Solution, NextTime));
}
