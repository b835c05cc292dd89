namespace FirstContact.Tickets;

/// <summary>Takes a handover back that nobody has accepted yet.</summary>
/// <param name="No">Which handover of the ticket.</param>
public sealed record WithdrawHandover(TicketId On, int No) : AgentCommand(On)
{
    public override Task<Result<Ticket>> Do(Work work) => Change(work, ticket => ticket.WithdrawHandover(No));
}
