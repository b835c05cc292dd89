namespace FirstContact.Tickets;

/// <summary>Asks a colleague in: the ticket stays where it is, and shows up with whoever was asked.</summary>
/// <param name="ToCheck">To check the work, where the policy wants somebody else than who did it.</param>
public sealed record AskColleagueIn(TicketId On, string? Person, string? Question, bool ToCheck = false) : AgentCommand(On)
{
    public override async Task<Result<Ticket>> Do(Work work)
    {
        if (!(await Colleagues.Find(work, Person)).Is(out var asked, out var no)) return no;
        return asked.Person is { } colleague ? await Change(work, ticket => ticket.AskIn(work.By, colleague, Question, ToCheck)) : TicketErrors.PersonUnknown;
    }
}
