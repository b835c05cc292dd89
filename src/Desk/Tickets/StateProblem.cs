namespace FirstContact.Tickets;

public sealed record StateProblem(TicketId On, string? Statement) : AgentCommand(On)
{
    /// <summary>What came out before it was stated.</summary>
    public Told? Told { get; init; }

    public override Task<Result<Ticket>> Do(Work work) => Told is null ? Change(work, ticket => ticket.State(Statement)) : Change(work, async ticket =>
    {
        var read = await Told.Reading(work, (await work.Read.Classification(ticket)).Category);
        return Decision.All(ticket, work.By, t => read.Is(out var verb, out var no) ? verb(t) : no, t => t.State(Statement));
    });
}
