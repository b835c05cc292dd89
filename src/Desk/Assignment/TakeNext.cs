using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Assignment;

/// <summary>
/// 'Next one for me': the most urgent ticket that nobody has in one's teams, of those that ask for nothing one cannot do. Of ten who
/// press at once nine find it taken, and look again.
/// </summary>
public sealed record TakeNext : ICommand<NextTicket>
{
    private const int MostLookedAt = 500;

    public Permission Needs => TicketPermissions.Work;

    public async Task<Result<NextTicket>> Do(Work work)
    {
        var (read, me) = (work.Read, new Named<PersonId>(work.By.Person, work.Caller.Name));
        var teams = await Teams(read, me.Id);
        if (teams.Count == 0) return NextTicket.None;
        var rows = await read.List($"""
            select t.id, t.team, t.category, t.service from ticket t
            where t.team {read.Database.IsAmong("@teams")}
              and t.assignee is null and t.status in ('New', 'InProgress') and t.handed_to is null and not {TicketSnoozes.Sleeps}
            order by t.priority, t.promised_at is null, t.promised_at, t.opened_at, t.id limit {MostLookedAt}
            """,
            r => (Id: r.GetInt64(0), Team: new TeamId(r.GetInt64(1)), Category: r.NumberOrNull(2) is { } c ? new CategoryId(c) : (CategoryId?)null, Service: r.NumberOrNull(3) is { } s ? new ServiceId(s) : (ServiceId?)null),
            ("@teams", read.Database.Ids(teams.Keys.Select(t => t.Value))), ("@me", me.Id));
        if (rows.Count == 0) return NextTicket.None;

        var (needs, times) = (await read.SkillNeeds(), await read.Availabilities());
        var mine = times.GetValueOrDefault(me.Id) ?? new();
        var suits = (from row in rows
                     let skill = needs.Of(row.Category, row.Service)
                     let owed = skill is not null && !mine.Has(skill) && teams[row.Team].Team.Members.Any(m => times.GetValueOrDefault(m)?.Has(skill) == true)
                     select (row.Id, row.Team, Skill: skill, Others: owed)).ToList();
        // What others can do better comes last, and not at all where the team waits for them.
        var order = suits.Where(s => !s.Others).Concat(suits.Where(s => s.Others && teams[s.Team].Way.Details.Skill == SkillDemand.Preferred)).ToList();
        foreach (var next in order)
        {
            if (!(await work.Tickets.Load(next.Id)).Is(out var ticket, out _) || ticket.Assignee is not null || !ticket.WantsSomebody) continue;
            var why = new ChosenWhy(AssignWay.PullNext, order.Count, rows.Count) { Skill = next.Skill, Skilled = mine.Has(next.Skill) };
            var taken = work.Tickets.Change(ticket, ticket.GiveTo(null, me, why));
            return taken.Is(out var now, out var no) ? new NextTicket(now) : no;
        }
        return NextTicket.None;
    }

    public async Task<Result<NextTicket>> Again(Work work, long subject) => subject == 0 ? NextTicket.None : (await work.Tickets.Load(subject)).Is(out var ticket, out var no) ? new NextTicket(ticket) : no;

    public long Subject(NextTicket answer) => answer.Ticket?.Key ?? 0;

    /// <summary>The teams of somebody in which one may help oneself to the next; not those in which somebody gives tickets out by hand.</summary>
    internal static async Task<IReadOnlyDictionary<TeamId, (TeamRow Team, TeamWay Way)>> Teams(Reader read, PersonId person)
    {
        var ways = await read.Ways();
        return (from team in await read.Teams()
                where team.Active && team.Members.Contains(person) && ways.ContainsKey(team.Id) && ways[team.Id].Details.Way != AssignWay.ByHand
                select (team, ways[team.Id])).ToDictionary(t => t.team.Id);
    }
}

/// <param name="Ticket">Null when there is nothing to do.</param>
public sealed record NextTicket(Ticket? Ticket)
{
    public static readonly NextTicket None = new(Ticket: null);
}
