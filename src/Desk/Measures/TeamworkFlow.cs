namespace FirstContact.Measures;

/// <summary>What hangs on tickets: the ways between teams, the waiting, and what went wrong.</summary>
/// <param name="plain">Whether the day is all that narrows it.</param>
internal sealed class TeamworkFlow(Reader read, MeasureWhere of, bool plain, Func<long, Named<TeamId>> named, Instant now)
{
    private const double Hour = 3_600_000_000.0;
    private readonly HashSet<Named<TeamId>> _teams = [];

    public IReadOnlyCollection<Named<TeamId>> Teams => _teams;

    public async Task<IReadOnlyList<WaitShare>> Waits()
    {
        var kinds = Measures.Waits.Kinds;
        var sums = await read.One(
            $"select coalesce(sum(m.took), 0), {string.Join(", ", kinds.Select(k => $"coalesce(sum(m.wait_{k.ToString().ToLowerInvariant()}), 0)"))} from measure_ticket m {of.Sql} and m.resolved = 1",
            r => Enumerable.Range(0, kinds.Count + 1).Select(i => Convert.ToDouble(r.GetValue(i), System.Globalization.CultureInfo.InvariantCulture)).ToArray(), of.Args);
        return [.. kinds.Select(k => new WaitShare(k, sums![(int)k + 1] / Hour, Counts.Share(sums[(int)k + 1], sums[0])))];
    }

    public async Task<IReadOnlyList<PairFlow>> Pairs()
    {
        var flows = new Dictionary<(long From, long To), Flow>();
        foreach (var (from, to, ended, count, waited) in await read.List(
            $"select p.from_team, p.to_team, p.ended, count(*), coalesce(sum(p.waited), 0) from measure_passing p where {of.Of("p", !plain)} group by p.from_team, p.to_team, p.ended",
            r => (r.GetInt64(0), r.GetInt64(1), r.Word<PassingEnd>(2), (int)r.GetInt64(3), Convert.ToDouble(r.GetValue(4), System.Globalization.CultureInfo.InvariantCulture)), of.Args))
        {
            var flow = Of(from, to);
            flow.Ended[(int)ended] += count;
            if (ended is PassingEnd.Accepted or PassingEnd.Returned) flow.Waited += waited;
        }
        foreach (var (home, away, worked, count) in await read.List(
            $"select b.home, b.away, b.worked, count(*) from measure_bounce b where {of.Of("b", !plain)} group by b.home, b.away, b.worked",
            r => (r.GetInt64(0), r.GetInt64(1), r.Flag(2), (int)r.GetInt64(3)), of.Args))
            if (worked) Of(home, away).BouncesWorked += count;
            else Of(home, away).Bounces += count;

        return
        [
            .. from flow in flows
               where of.Team is not { } team || flow.Key.From == team.Value || flow.Key.To == team.Value
               let made = flow.Value.Made(Seen(flow.Key.From), Seen(flow.Key.To))
               orderby made.All descending, made.From.Name, made.To.Name
               select made,
        ];

        Flow Of(long from, long to) => flows.TryGetValue((from, to), out var known) ? known : flows[(from, to)] = new();
    }

    /// <summary>By kind and team, with a figure for each month; what will only be late in the future is not late yet.</summary>
    public async Task<IReadOnlyList<FaultTrend>> Faults(YearMonth? first, int months)
    {
        if (first is not { } begin) return [];
        var trends = new Dictionary<(FaultKind, long), (int Count, int Mended, int[] Months)>();
        var starts = Enumerable.Range(1, months).Select(i => of.Zone.AtStartOfDay(begin.OnDayOfMonth(1).PlusMonths(i)).ToInstant()).ToList();
        foreach (var (kind, team, at, mended) in await read.List(
            $"select f.kind, f.team, f.at, case when f.mended_at is null then 0 else 1 end from measure_fault f where {of.Of("f", !plain)} and f.at <= @now",
            r => (r.Word<FaultKind>(0), r.GetInt64(1), r.Instant(2), r.GetInt32(3)), [.. of.Args, ("@now", now)]))
        {
            if (of.Team is { } one && team != one.Value) continue;
            var trend = trends.TryGetValue((kind, team), out var known) ? known : (Count: 0, Mended: 0, Months: new int[months]);
            var month = starts.BinarySearch(at);
            month = Math.Min(month < 0 ? ~month : month + 1, months - 1);
            trend.Months[month]++;
            trends[(kind, team)] = (trend.Count + 1, trend.Mended + mended, trend.Months);
        }
        return [.. trends.Select(t => new FaultTrend(t.Key.Item1, named(t.Key.Item2), t.Value.Count, t.Value.Mended, t.Value.Months)).OrderBy(t => t.Kind).ThenBy(t => t.Team.Name)];
    }

    private Named<TeamId> Seen(long team)
    {
        var known = named(team);
        _teams.Add(known);
        return known;
    }

    private sealed class Flow
    {
        public readonly int[] Ended = new int[Enum.GetValues<PassingEnd>().Length];
        public double Waited;
        public int Bounces, BouncesWorked;

        public PairFlow Made(Named<TeamId> from, Named<TeamId> to)
        {
            var (accepted, returned, moved) = (Ended[(int)PassingEnd.Accepted], Ended[(int)PassingEnd.Returned], Ended[(int)PassingEnd.Moved]);
            return new(from, to, Ended.Sum() - moved, accepted, returned, Ended[(int)PassingEnd.Withdrawn], Ended[(int)PassingEnd.Pending], moved,
                accepted + returned == 0 ? null : Waited / Hour / (accepted + returned), Bounces, BouncesWorked);
        }
    }
}
