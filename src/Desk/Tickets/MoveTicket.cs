namespace FirstContact.Tickets;

/// <summary>Lets another team work on it.</summary>
/// <param name="Undoes">It takes back a move: nobody has sent it to and fro.</param>
public sealed record MoveTicket(TicketId On, string? Team, bool Undoes = false) : AgentCommand(On)
{
    public override async Task<Result<Ticket>> Do(Work work)
    {
        if (!(await work.Read.FindTeam(Team)).Is(out var found, out var no)) return no;
        return found is { } to ? await Change(work, async ticket => ticket.Move(await work.Read.Team(ticket.Team), to, await work.Read.Bridge(ticket, to.Id), Undoes)) : TicketErrors.TeamUnknown;
    }
}
