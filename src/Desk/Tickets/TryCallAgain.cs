namespace FirstContact.Tickets;

/// <summary>Called, and nobody answered.</summary>
/// <param name="Next">When somebody tries again; null for the usual time from now.</param>
public sealed record TryCallAgain(TicketId On, Instant? Next) : AgentCommand(On)
{
    public override async Task<Result<Ticket>> Do(Work work)
    {
        var rules = (await work.Read.CallRules()).Values;
        return await Change(work, ticket => ticket.TryCall(work.By, Next, rules));
    }
}
