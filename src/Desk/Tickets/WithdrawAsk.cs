namespace FirstContact.Tickets;

/// <summary>What was asked need not be answered any more.</summary>
/// <param name="No">Which question of the ticket.</param>
public sealed record WithdrawAsk(TicketId On, int No) : AgentCommand(On)
{
    public override Task<Result<Ticket>> Do(Work work) => Change(work, async ticket =>
    {
        var ask = ticket.Hands.Asks.FirstOrDefault(a => a.No == No);
        return ticket.WithdrawAsk(No, ask is null ? "" : ask.Team?.Name ?? ask.Skill ?? string.Join(", ", (await work.Read.Called(ask.Of)).Select(p => p.Name)));
    });
}
