using FirstContact.People;

namespace FirstContact.Tickets;

/// <summary>What first contact would have needed to solve what another team has solved.</summary>
public sealed record AnswerFront(TicketId On, FrontNeed? Need, string? Words = null) : AgentCommand(On)
{
    public override Task<Result<Ticket>> Do(Work work) => Change(work, async ticket =>
    {
        var team = (await work.Read.Teams()).First(t => t.Id == ticket.Team);
        return ticket.AnswerFront(Need, Words, team.Named, team.FirstContact, await work.Read.Classification(ticket));
    });
}
