namespace FirstContact.Tickets;

/// <summary>Asks a colleague in: the ticket stays where it is, and shows up with whoever was asked.</summary>
public sealed record AskColleagueIn(TicketId On, string? Person, string? Question) : AgentCommand(On)
{
    public override async Task<Result<Ticket>> Do(Work work)
    {
        if (!(await Colleagues.Find(work, Person)).Is(out var asked, out var no)) return no;
        return asked.Person is { } colleague ? await Change(work, ticket => ticket.AskIn(work.By, colleague, Question)) : TicketErrors.PersonUnknown;
    }
}
