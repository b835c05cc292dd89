namespace FirstContact.Tickets;

public sealed record WaitOnTicket(TicketId On, WaitFor For, string? Reason, bool Contacted, Instant? Until) : AgentCommand(On)
{
    /// <summary>What is needed before it may wait, filled at once.</summary>
    public Seq<FieldTyped> Fields { get; init; } = [];

    public override Task<Result<Ticket>> Do(Work work) => Change(work, ticket =>
        this.Filling(work, ticket, Fields, (t, fields) => t.WaitFor(work.By, For, Reason, Contacted, Until, fields)));
}
