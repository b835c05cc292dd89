using FirstContact.Journal;
using FirstContact.People;
using FirstContact.Rules;
using FirstContact.Tickets;

namespace FirstContact.Assignment;

/// <summary>
/// Looks for what nobody has in the teams that let the desk give it out, whichever way it came there, and gives it. A desk whose
/// teams all assign by hand asks nothing. Every node looks; of two that give at once one does.
/// </summary>
internal static class GiveTickets
{
    private const int MostAtOnce = 500;
    private static readonly Call Timer = new(Caller.Desk, "assignment");

    public static async Task Run(Journal.Desk desk, Database database, IClock clock, CancellationToken stop)
    {
        foreach (var id in await Due(database, clock.GetCurrentInstant(), stop)) await desk.Do(new GiveTicket(id), Timer, stop);
    }

    private static async Task<List<TicketId>> Due(Database database, Instant now, CancellationToken stop)
    {
        await using var read = await database.Read(stop);
        var ways = await read.Ways();
        var due = new List<TicketId>();
        foreach (var team in (await read.Teams()).Where(t => t.Active && ways.GetValueOrDefault(t.Id) is { IsAutomatic: true }))
        {
            due.AddRange(await Unowned(read, team, ways[team.Id], now));
            due.AddRange(await OwnedByAbsent(read, team, now));
        }
        return due;
    }

    /// <summary>What would only be left with its team for the same reason as before is passed over here, without a command.</summary>
    private static async Task<IEnumerable<TicketId>> Unowned(Reader read, TeamRow team, TeamWay way, Instant now)
    {
        var rows = await read.List($"""
            select t.id, t.category, t.service, t.left_why from ticket t
            where t.team = @team and t.assignee is null and t.status in ('New', 'InProgress') and t.handed_to is null and not {RuleModule.AboutToRun}
            order by t.priority, t.opened_at, t.id limit {MostAtOnce}
            """,
            r => (Id: new TicketId(r.GetInt64(0)), Category: r.NumberOrNull(1) is { } c ? new CategoryId(c) : (CategoryId?)null, Service: r.NumberOrNull(2) is { } s ? new ServiceId(s) : (ServiceId?)null,
                Left: r.TextOrNull(3) is { } left ? DeskJson.Read<LeftWhy>(left) : null),
            ("@team", team.Id));
        if (rows.Count == 0) return [];
        var (members, needs) = ((await Members.Of(read, way)).All, await read.SkillNeeds());
        return from row in rows
               let choice = Choosing.Of(team.Named, way.Details, members, needs.Of(row.Category, row.Service), now)
               where choice.Left is null || choice.Left != row.Left
               select row.Id;
    }

    /// <summary>
    /// Few: of those members who are away or gone, what the customer has just reopened. Crossed, which to SQLite means in this order:
    /// else it begins with all the open tickets of the team, each second.
    /// </summary>
    private static Task<List<TicketId>> OwnedByAbsent(Reader read, TeamRow team, Instant now) => read.List($"""
        select t.id from team_member m cross join person p cross join ticket t
        where p.id = m.person and t.assignee = p.id and {TicketWhere.Open} and m.team = @team and (p.active = 0 or p.away_until > @now) and t.team = @team and t.status <> 'Waiting'
          and t.customer_word in ('Reopened', 'NotYet') and t.customer_spoke_at is not null and t.handed_to is null
        """, r => new TicketId(r.GetInt64(0)), ("@team", team.Id), ("@now", now));
}
