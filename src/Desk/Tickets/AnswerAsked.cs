namespace FirstContact.Tickets;

/// <summary>Whoever was asked in has answered, or is no longer needed.</summary>
public sealed record AnswerAsked(TicketId On, string? Person) : AgentCommand(On)
{
    public override async Task<Result<Ticket>> Do(Work work)
    {
        if (!(await Colleagues.Find(work, Person)).Is(out var asked, out var no)) return no;
        return asked.Person is { } colleague ? await Change(work, ticket => ticket.AnswerAsked(colleague)) : TicketErrors.PersonUnknown;
    }
}
