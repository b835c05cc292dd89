using FirstContact.People;
using FirstContact.Services;

namespace FirstContact.Measures;

/// <summary>The figures of teamwork. Each ticket of the question is read once, as one packed value, and counted here: sums, medians and ranks in SQL would read them a dozen times.</summary>
public sealed record ShowTeamwork(TeamworkFilter Filter) : IQuery<Teamwork>
{
    public Permission Needs => MeasurePermissions.See;

    public async Task<Result<Teamwork>> Ask(Question question)
    {
        var read = question.Read;
        if (!(await Filter.Where(read)).Is(out var where, out var no)) return no;

        var all = await read.Teams();
        var teams = all.ToDictionary(t => t.Id.Value, t => t.Named);
        var count = new TeamworkCount(where.Zone, (await read.MeasureRules()).FirstContact(all.Where(t => t.FirstContact).Select(t => t.Id)), where.Team, question.Now);
        await read.Each($"select m.packed from measure_ticket m {where.Sql}", r => PackedFacts.Read(r.Bytes(0), count), where.Args);

        var (times, pairs, units) = (count.Times(), count.Pairs(Named), await read.Units());
        return new Teamwork(
            count.All, count.Months, times, count.Waiting, pairs, count.Faults(Named), count.Shared(Named),
            count.ByService((await read.Services()).ToDictionary(s => s.Id.Value, s => s.Name)), count.BySegment(units.ToDictionary(u => u.Id.Value, u => u.Segment)), count.ByImpact,
            count.Overrides(units.ToDictionary(u => u.Id.Value, u => u.Name)))
        {
            Teams = [.. pairs.SelectMany(p => new[] { p.From, p.To }).Distinct().OrderBy(t => t.Name, StringComparer.OrdinalIgnoreCase)],
            Round = await RoundTheDesk.Count(read, where, count.Months, Named),
            Helps = count.Helps, Lacked = count.Lacked,
            CountedUntil = await CountedUntil(read),
        };

        Named<TeamId> Named(long id) => teams.TryGetValue(id, out var team) ? team : new(new(id), $"#{id}");
    }

    /// <summary>The time of the first ticket entry that is not counted in; null when all are.</summary>
    internal static async Task<Instant?> CountedUntil(Reader read)
    {
        // Asked in two: of a join PostgreSQL and SQLite both walk the journal from its beginning.
        var stands = await read.One("select \"transaction\", position from subscriber where name = 'measures'", r => new Position(r.GetInt64(0), r.GetInt64(1)));
        if (stands == default) stands = Position.Start;
        return await read.One($"""
            select j.at from journal j where {JournalOrder.Behind(read.Database)} and j.subject = 'ticket' order by {JournalOrder.By(read.Database)} limit 1
            """, r => (Instant?)r.Instant(0), ("@transaction", stands.Transaction), ("@position", stands.Number));
    }
}
