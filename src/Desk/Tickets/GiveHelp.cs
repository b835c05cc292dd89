using FirstContact.People;

namespace FirstContact.Tickets;

/// <summary>Answers what one was asked. The ticket stays with whoever has it, and the help counts.</summary>
/// <param name="No">Which question of the ticket.</param>
public sealed record GiveHelp(TicketId On, int No, string? Answer) : AgentCommand(On)
{
    public override Task<Result<Ticket>> Do(Work work) => Change(work, async ticket =>
    {
        var asker = ticket.Hands.Asks.FirstOrDefault(a => a.No == No) is { } ask ? await FindPerson.ByAny(work.Read, ask.By.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)) ?? default : default;
        Seq<Named<TeamId>> from = [.. (await work.Read.Teams()).Where(t => work.Caller.Teams.Contains(t.Id.Value)).Select(t => t.Named)];
        return ticket.Answer(work.By, No, asker, await work.Read.Team(ticket.Team), from, Answer);
    });
}
