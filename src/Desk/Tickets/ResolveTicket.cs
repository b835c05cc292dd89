namespace FirstContact.Tickets;

/// <param name="WithoutTasks">Why it is resolved although tasks that come first are open.</param>
public sealed record ResolveTicket(TicketId On, string? Solution, string? NextTime, string? WithoutTasks = null) : AgentCommand(On)
{
    public override Task<Result<Ticket>> Do(Work work) =>
        Change(work, async ticket => ticket.Resolve(work.By, await work.Read.CareRule(ticket), Solution, NextTime, WithoutTasks));
}
