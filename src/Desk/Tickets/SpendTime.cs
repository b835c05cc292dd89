namespace FirstContact.Tickets;

/// <param name="Minutes">Null when what was typed is no time.</param>
/// <param name="Person">Whose time it was, by e-mail address; blank for one's own.</param>
public sealed record SpendTime(TicketId On, int? Minutes, LocalDate? Day, string? Person, string? Words) : AgentCommand(On)
{
    public override async Task<Result<Ticket>> Do(Work work)
    {
        var who = await TicketTime.Whose(work, Person);
        return await Change(work, ticket =>
        {
            var spending = ticket.SpendTime(work.By, new(Minutes ?? 0, Day ?? default, who.Value?.Person ?? default, Words));
            return Error.Of([.. spending.Error?.All ?? [], who.Error]) is { } no ? no : spending;
        });
    }
}
