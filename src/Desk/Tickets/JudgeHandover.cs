namespace FirstContact.Tickets;

/// <summary>Whoever got a ticket says whether all was there that they needed.</summary>
/// <param name="No">Which handover of the ticket.</param>
/// <param name="Lacked">What was missing, when it was not complete.</param>
public sealed record JudgeHandover(TicketId On, int No, bool? Complete, Seq<HandoverItem> Lacked, string? Words = null) : AgentCommand(On)
{
    public override Task<Result<Ticket>> Do(Work work) => Change(work, ticket => ticket.JudgeHandover(work.By, No, Complete, Lacked, Words));
}
