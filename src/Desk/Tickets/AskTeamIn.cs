namespace FirstContact.Tickets;

/// <summary>Asks a whole team in: it shows up with all who are in it, and whoever answers first has helped.</summary>
/// <param name="Team">By name or id.</param>
public sealed record AskTeamIn(TicketId On, string? Team, string? Question) : AgentCommand(On)
{
    public override async Task<Result<Ticket>> Do(Work work)
    {
        var found = (await work.Read.FindTeam(Team)).Value;
        var members = found is { } team ? await work.Read.MembersOf(team.Id) : [];
        return await Change(work, ticket => ticket.AskTeamIn(work.By, found, members, Question));
    }
}
