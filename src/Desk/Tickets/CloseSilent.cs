using FirstContact.Policies;

namespace FirstContact.Tickets;

/// <summary>Closes a resolved ticket that nobody has answered within the set period; the timetable asks for it.</summary>
public sealed record CloseSilent(TicketId On) : AgentCommand(On)
{
    public override Task<Result<Ticket>> Do(Work work) => Change(work, async ticket =>
        ticket.CloseBySilence(work.By, (await work.Read.DeskRules()).Values.Silence, (await work.Read.Classification(ticket)).Category));
}
