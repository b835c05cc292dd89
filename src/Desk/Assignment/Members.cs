using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Assignment;

/// <summary>The members of a team as they are at this moment: who is active and works on tickets, with what each of them has.</summary>
/// <param name="Given">How many tickets the desk has given out there.</param>
internal sealed record Members(IReadOnlyList<Candidate> All, long Given)
{
    public static async Task<Members> Of(Reader read, TeamWay way)
    {
        var times = await read.Availabilities();
        var rows = await read.List($"""
            select p.id, p.name, p.roles, p.away_until, u.turn, (select w.given from team_way w where w.id = @team), count(t.id), coalesce(sum(case t.priority when 1 then {Candidate.Weight(1)} when 2 then {Candidate.Weight(2)} else {Candidate.Weight(3)} end), 0)
            from team_member m join person p on p.id = m.person
              left join team_turn u on u.team = m.team and u.person = m.person
              left join ticket t on t.assignee = p.id and {TicketWhere.Open} and t.status <> 'Waiting'
            where m.team = @team and p.active = 1
            group by p.id, p.name, p.folded, p.roles, p.away_until, u.turn order by {PersonStore.ByName(read.Database)}, p.id
            """,
            r => (
                Works: DeskModule.RoleBook.Permissions(PersonStore.Roles(r.GetString(2))).Contains(TicketPermissions.Work.Name),
                Given: r.NumberOrNull(5) ?? 0,
                One: new Candidate(new Named<PersonId>(new(r.GetInt64(0)), r.GetString(1)))
                {
                    AwayUntil = r.InstantOrNull(3), Turn = r.NumberOrNull(4), Tickets = (int)r.GetInt64(6), Load = (int)r.GetInt64(7),
                    Time = times.GetValueOrDefault(new(r.GetInt64(0))) ?? new(), Most = way.Details.MostOf(new(r.GetInt64(0))),
                }),
            ("@team", way.Id));
        return new([.. rows.Where(r => r.Works).Select(r => r.One)], rows.FirstOrDefault().Given);
    }
}
