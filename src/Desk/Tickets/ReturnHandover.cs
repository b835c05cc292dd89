namespace FirstContact.Tickets;

/// <summary>Gives back what was handed over, with a reason and what was missing.</summary>
/// <param name="No">Which handover of the ticket.</param>
public sealed record ReturnHandover(TicketId On, int No, string? Reason, string? Missing) : AgentCommand(On)
{
    public override Task<Result<Ticket>> Do(Work work) => Change(work, ticket => ticket.ReturnHandover(work.By, No, Reason, Missing));
}
