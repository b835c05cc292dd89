using FirstContact.People;
using FirstContact.Services;
using FirstContact.Tickets;

namespace FirstContact.Measures;

/// <summary>The figures of teamwork. The tickets are read once, narrowly, and counted here: a dozen sums in SQL would read them a dozen times.</summary>
public sealed record ShowTeamwork(TeamworkFilter Filter) : IQuery<Teamwork>
{
    public Permission Needs => MeasurePermissions.See;

    public async Task<Result<Teamwork>> Ask(Question question)
    {
        var read = question.Read;
        if (!(await Filter.Where(read)).Is(out var where, out var no)) return no;
        var plain = Filter is { Team: null, Service: null, Segment: null };

        var teams = (await read.Teams()).ToDictionary(t => t.Id.Value, t => t.Named);
        var counting = new TeamworkCount(where.Zone);
        foreach (var row in await read.List($"select {MeasuredTicket.Columns} from measure_ticket m {where.Sql}", MeasuredTicket.Of, where.Args)) counting.Add(row);
        var flow = new TeamworkFlow(read, where, plain, Named, question.Now);

        return new Teamwork(
            counting.All, counting.Months, counting.Times, await flow.Waits(), await flow.Pairs(), await flow.Faults(counting.First, counting.Months.Count), counting.Shared(Named),
            counting.ByService((await read.Services()).ToDictionary(s => s.Id.Value, s => s.Name)), counting.BySegment((await read.Units()).ToDictionary(u => u.Id.Value, u => u.Segment)), counting.ByImpact,
            counting.Overrides((await read.Units()).ToDictionary(u => u.Id.Value, u => u.Name)))
        {
            Teams = [.. flow.Teams.OrderBy(t => t.Name, StringComparer.OrdinalIgnoreCase)],
            CountedUntil = await CountedUntil(read),
        };

        Named<TeamId> Named(long id) => teams.TryGetValue(id, out var team) ? team : new(new(id), $"#{id}");
    }

    /// <summary>The time of the first ticket entry that is not counted in, when the subscriber has been behind for longer than a page takes to load.</summary>
    private static Task<Instant?> CountedUntil(Reader read) => read.One($"""
        select j.at from subscriber s join journal j on {JournalOrder.BehindSubscriber(read.Database)}
        where s.name = 'measures' and j.subject = 'ticket' order by {JournalOrder.By(read.Database)} limit 1
        """, r => (Instant?)r.Instant(0));
}

/// <summary>One ticket as narrow as counting needs it.</summary>
internal readonly record struct MeasuredTicket(long OpenedAt, long? Took, int Flags, int Handovers, int Bounces, int BouncesWorked, string Teams, long? Service, long? Unit)
{
    private const int ResolvedBit = 1, FirstContactBit = 2, ReopenedBit = 16, AgainBit = 32, ReturnedBit = 64, ImpactUnit = 256, RankUnit = 1024;

    public static readonly string Columns = $"""
        m.opened_at, m.took, m.resolved + {FirstContactBit} * m.first_contact + 4 * (case m.ending when 'Works' then 1 when 'Silent' then 2 when 'Waived' then 3 else 0 end)
          + case when m.reopened > 0 then {ReopenedBit} else 0 end + case when m.taken_up_again > 0 then {AgainBit} else 0 end + case when m.team_returns > 0 then {ReturnedBit} else 0 end
          + {ImpactUnit} * (case m.impact when 'Low' then 0 when 'Medium' then 1 else 2 end) + {RankUnit} * coalesce(m.overridden, 0),
        m.handovers, m.bounces, m.bounces_worked, m.teams, m.service, m.unit
        """;

    public static MeasuredTicket Of(System.Data.Common.DbDataReader r) => new(
        r.Instant(0).ToUnixTimeTicks(), r.NumberOrNull(1), r.GetInt32(2), r.GetInt32(3), r.GetInt32(4), r.GetInt32(5), r.GetString(6), r.NumberOrNull(7), r.NumberOrNull(8));

    public bool Resolved => (Flags & ResolvedBit) != 0;
    public bool FirstContact => (Flags & FirstContactBit) != 0;
    public bool SolvedAtFirst => Resolved && FirstContact;
    public bool Works => (Flags >> 2 & 3) == 1;
    public bool Silent => (Flags >> 2 & 3) == 2;
    public bool Waived => (Flags >> 2 & 3) == 3;
    public bool Reopened => (Flags & ReopenedBit) != 0;
    public bool TakenUpAgain => (Flags & AgainBit) != 0;
    public bool Returned => (Flags & ReturnedBit) != 0;
    public Policies.Level Impact => (Policies.Level)(Flags / ImpactUnit & 3);
    public int Overridden => Flags / RankUnit;
    public double Hours => Took.GetValueOrDefault() / 3_600_000_000.0;
}
