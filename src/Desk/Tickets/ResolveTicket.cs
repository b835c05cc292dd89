namespace FirstContact.Tickets;

/// <param name="WithoutTasks">Why it is resolved although tasks that come first are open.</param>
public sealed record ResolveTicket(TicketId On, string? Solution, string? NextTime, string? WithoutTasks = null) : AgentCommand(On)
{
    /// <summary>What is needed before it is resolved, filled at once.</summary>
    public Seq<FieldTyped> Fields { get; init; } = [];

    public override Task<Result<Ticket>> Do(Work work) => Change(work, async ticket =>
    {
        var rule = await work.Read.CareRule(ticket);
        return await this.Filling(work, ticket, Fields, (t, fields) => t.Resolve(work.By, rule, Solution, NextTime, WithoutTasks, fields));
    });
}
