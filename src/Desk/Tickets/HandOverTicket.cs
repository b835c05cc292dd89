namespace FirstContact.Tickets;

/// <summary>Hands a ticket over to another team, with all that is known. It stays where it is until they accept it.</summary>
public sealed record HandOverTicket(TicketId On, string? Team, HandoverWords Words) : AgentCommand(On)
{
    public override async Task<Result<Ticket>> Do(Work work)
    {
        var found = (await work.Read.FindTeam(Team)).Value;
        return await Change(work, async ticket => ticket.HandOver(work.By, new(work.By.Person, work.Caller.Name), await work.Read.Team(ticket.Team), found, Words));
    }
}
