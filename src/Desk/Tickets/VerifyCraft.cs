namespace FirstContact.Tickets;

public sealed record VerifyCraft(TicketId On, CraftOutcome Outcome, string? How, Seq<string> Replayed) : AgentCommand(On)
{
    public override Task<Result<Ticket>> Do(Work work) =>
        Change(work, async ticket => ticket.VerifyCraft(work.By, await work.Read.CareRule(ticket), Outcome, How, Replayed));
}
