namespace FirstContact.Tickets;

/// <summary>Gives back what was handed over, with a reason and what was missing.</summary>
/// <param name="No">Which handover of the ticket.</param>
/// <param name="Missing">What was missing, in words.</param>
/// <param name="Lacked">The same, ticked.</param>
public sealed record ReturnHandover(TicketId On, int No, string? Reason, string? Missing, Seq<HandoverItem>? Lacked = null) : AgentCommand(On)
{
    public override Task<Result<Ticket>> Do(Work work) => Change(work, ticket => ticket.ReturnHandover(work.By, No, Reason, Missing, Lacked));
}
