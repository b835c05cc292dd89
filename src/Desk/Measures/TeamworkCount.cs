using FirstContact.Policies;
using FirstContact.Tickets;

namespace FirstContact.Measures;

/// <summary>Counts tickets, each once, with all that hangs on it.</summary>
/// <param name="only">Only the pairs and faults of this team, when the question is of one.</param>
internal sealed class TeamworkCount(DateTimeZone zone, IReadOnlySet<TeamId> firstContact, TeamId? only, Instant now)
{
    private readonly HashSet<long> _first = [.. firstContact.Select(t => t.Value)];
    private readonly Dictionary<long, Shares> _shares = [];
    private readonly Dictionary<long, Part> _services = [], _units = [];
    private readonly Part[] _impacts = [new(), new(), new()];
    private readonly SortedDictionary<int, Part> _months = [];
    private readonly List<double> _hours = [];
    private readonly Dictionary<long, long[]> _alone = [];
    private readonly List<(int Handovers, long[] Teams)> _with = [];
    private readonly Dictionary<(long From, long To), Flow> _flows = [];
    private readonly Dictionary<(FaultKind Kind, long Team), (int Count, int Mended, Dictionary<int, int> Months)> _faults = [];
    private readonly int[] _lacked = new int[Enum.GetValues<HandoverItem>().Length];
    private readonly long[] _waited = new long[Waits.Kinds.Count];
    private readonly long _now = Columns.Micros(now);
    private readonly Part _all = new();
    private double _took;
    private int _handedOver, _bounced, _bouncedWorked, _bouncesWorked, _returned, _reopened, _again;
    private (long From, long To, int Number) _month = (0, -1, 0);

    public Counts All => new(_all.Tickets, _all.Resolved, _all.FirstContact, _handedOver, _all.Handovers, _bounced, _all.Bounces, _bouncedWorked, _bouncesWorked, _returned, _reopened, _again, _all.Overridden);

    /// <summary>Every month between the first and the last, those without tickets too.</summary>
    public IReadOnlyList<MonthCounts> Months =>
    [
        .. from number in MonthNumbers
           let part = _months.GetValueOrDefault(number) ?? new Part()
           select new MonthCounts(new(number / 12, number % 12 + 1), part.Tickets, part.Resolved, part.FirstContact, part.Handovers, part.Bounces),
    ];

    public IReadOnlyList<WaitShare> Waiting => [.. Waits.Kinds.Select(k => new WaitShare(k, _waited[(int)k] / MeasuredTicket.Hour, Counts.Share(_waited[(int)k], _took)))];

    public IReadOnlyList<Split> ByImpact => [.. _impacts.Index().Reverse().Select(i => Of(i.Item, ((Level)i.Index).ToString(), null))];

    private IEnumerable<int> MonthNumbers => _months.Count == 0 ? [] : Enumerable.Range(_months.Keys.First(), _months.Keys.Last() - _months.Keys.First() + 1);

    /// <summary>How often each thing was missing, as handovers were returned or judged.</summary>
    public IReadOnlyList<LackedCount> Lacked => [.. _lacked.Index().Where(l => l.Item > 0).OrderByDescending(l => l.Item).Select(l => new LackedCount((HandoverItem)l.Index, l.Item))];

    public int Helps { get; private set; }

    /// <param name="judged">Nought when nobody has said whether all was there, one when all was, two when not.</param>
    /// <param name="lacked">A bit for each thing that was missing.</param>
    public void Passed(long from, long to, PassingEnd end, long waited, long judged, long lacked)
    {
        var flow = Way(from, to);
        flow.Ended[(int)end]++;
        if (judged > 0) flow.Judged++;
        if (judged == 1) flow.Complete++;
        if (only is null || from == only.Value.Value || to == only.Value.Value)
            for (var item = 0; lacked > 0; item++, lacked >>= 1)
                if ((lacked & 1) == 1) _lacked[item]++;
        if (end is PassingEnd.Accepted or PassingEnd.Returned) flow.Waited += waited;
    }

    /// <summary>Help within a team, and of whoever is in none, lies on no way between two.</summary>
    public void Helped(long by, long to)
    {
        if (only is { } one && by != one.Value && to != one.Value) return;
        Helps++;
        if (by > 0 && by != to) Way(to, by).Helps++;
    }

    public void Bounced(long home, long away, bool worked)
    {
        if (worked) Way(home, away).BouncesWorked++;
        else Way(home, away).Bounces++;
    }

    /// <summary>What will only be late in the future is not late yet.</summary>
    public void WentWrong(FaultKind kind, long team, long at, bool mended)
    {
        if (at > _now || (only is { } one && team != one.Value)) return;
        var known = _faults.TryGetValue((kind, team), out var trend) ? trend : (Count: 0, Mended: 0, Months: []);
        var month = MonthOf(at);
        known.Months[month] = known.Months.GetValueOrDefault(month) + 1;
        _faults[(kind, team)] = (known.Count + 1, known.Mended + (mended ? 1 : 0), known.Months);
    }

    public void Add(MeasuredTicket ticket, ReadOnlySpan<long> teams, ReadOnlySpan<long> waits, int bounces, int bouncesWorked)
    {
        var first = ticket.Resolved;
        foreach (var team in teams) first &= _first.Contains(team);
        var number = MonthOf(ticket.OpenedAt);
        if (!_months.TryGetValue(number, out var month)) _months[number] = month = new();
        foreach (var part in (ReadOnlySpan<Part>)[_all, month, _impacts[(int)ticket.Impact], In(_services, ticket.Service ?? 0), In(_units, ticket.Unit ?? 0)]) part.Add(ticket, first, bounces);
        if (ticket.Handovers > 0) _handedOver++;
        if (bounces > 0) _bounced++;
        if (bouncesWorked > 0) _bouncedWorked++;
        _bouncesWorked += bouncesWorked;
        if (ticket.Returned) _returned++;
        if (ticket.Reopened) _reopened++;
        if (ticket.TakenUpAgain) _again++;
        foreach (var team in teams) In(_shares, team).Add(ticket);
        if (!ticket.Resolved) return;
        _took += ticket.Took!.Value;
        for (var i = 0; i < waits.Length; i++) _waited[i] += waits[i];
        _hours.Add(ticket.Hours);
        // Most were with one team alone, and there are not many teams.
        _with.Add((ticket.Handovers, teams.Length != 1 ? teams.ToArray() : _alone.TryGetValue(teams[0], out var alone) ? alone : _alone[teams[0]] = [teams[0]]));
    }

    /// <summary>Sorted once: what is taken from it in that order is sorted as well, so that each median is the middle of its list.</summary>
    public TimesTaken Times()
    {
        double[] hours = [.. _hours];
        (int Handovers, long[] Teams)[] with = [.. _with];
        Array.Sort(hours, with);
        var by = new SortedDictionary<int, List<double>>();
        var handovers = new double[hours.Length];
        for (var i = 0; i < hours.Length; i++)
        {
            handovers[i] = with[i].Handovers;
            (by.TryGetValue(with[i].Handovers, out var some) ? some : by[with[i].Handovers] = []).Add(hours[i]);
            foreach (var team in with[i].Teams) _shares[team].Hours.Add(hours[i]);
        }
        return new(
            [.. by.Select(b => new TimeBy(b.Key, b.Value.Count, Middle(b.Value)!.Value, b.Value.Average()))],
            Statistics.MedianOfSorted(hours), hours.Length == 0 ? null : hours.Average(), Statistics.Pearson(handovers, hours), Statistics.Pearson(Ranks(handovers, by), Statistics.RanksOfSorted(hours)));
    }

    /// <summary>The ranks of few different numbers, from how many there are of each: Spearman's correlation need not sort them.</summary>
    private static double[] Ranks(double[] handovers, SortedDictionary<int, List<double>> by)
    {
        var (ranks, below) = (new Dictionary<int, double>(), 0);
        foreach (var (number, some) in by)
        {
            ranks[number] = below + (some.Count + 1) / 2.0;
            below += some.Count;
        }
        return [.. handovers.Select(h => ranks[(int)h])];
    }

    /// <summary>After <see cref="Times"/>, which brings the hours.</summary>
    public IReadOnlyList<SharedResult> Shared(Func<long, Named<TeamId>> named) =>
    [
        .. from share in _shares
           let team = named(share.Key)
           orderby team.Name
           select new SharedResult(team, share.Value.Tickets, share.Value.Hours.Count, share.Value.Works, share.Value.Silent, share.Value.Waived, share.Value.Again, Middle(share.Value.Hours)),
    ];

    public IReadOnlyList<PairFlow> Pairs(Func<long, Named<TeamId>> named) =>
    [
        .. from flow in _flows
           where only is not { } team || flow.Key.From == team.Value || flow.Key.To == team.Value
           let made = flow.Value.Made(named(flow.Key.From), named(flow.Key.To))
           orderby made.All descending, made.From.Name, made.To.Name
           select made,
    ];

    public IReadOnlyList<FaultTrend> Faults(Func<long, Named<TeamId>> named)
    {
        var months = MonthNumbers.ToList();
        // What went wrong later than the last month of opening stands in that last one.
        return [.. _faults.Select(f => new FaultTrend(f.Key.Kind, named(f.Key.Team), f.Value.Count, f.Value.Mended,
            [.. months.Index().Select(m => f.Value.Months.Where(c => c.Key == m.Item || (c.Key > m.Item && m.Index == months.Count - 1)).Sum(c => c.Value))])).OrderBy(f => f.Kind).ThenBy(f => f.Team.Name)];
    }

    public IReadOnlyList<Split> ByService(IReadOnlyDictionary<long, string> names) =>
        [.. _services.Select(s => Of(s.Value, s.Key == 0 ? "" : names.GetValueOrDefault(s.Key, $"#{s.Key}"), s.Key == 0 ? null : s.Key)).OrderByDescending(s => s.Tickets).ThenBy(s => s.Of)];

    public IReadOnlyList<Split> BySegment(IReadOnlyDictionary<long, string> segments) =>
    [
        .. from unit in _units
           group unit.Value by segments.GetValueOrDefault(unit.Key, "") into segment
           let sum = segment.Aggregate(new Part(), (all, one) => all.With(one))
           orderby sum.Tickets descending, segment.Key
           select Of(sum, segment.Key, null),
    ];

    public IReadOnlyList<UnitOverrides> Overrides(IReadOnlyDictionary<long, string> names) =>
    [
        .. from unit in _units
           where unit.Value.Overridden > 0
           let name = unit.Key == 0 ? "" : names.GetValueOrDefault(unit.Key, $"#{unit.Key}")
           orderby unit.Value.Overridden descending, name
           select new UnitOverrides(name, unit.Key == 0 ? null : unit.Key, unit.Value.Tickets, unit.Value.Overridden, unit.Value.ToP1),
    ];

    private static Split Of(Part part, string name, long? id) => new(name, part.Tickets, part.Resolved, part.FirstContact, part.Handovers) { Id = id };

    private static T In<T>(Dictionary<long, T> all, long key) where T : new() => all.TryGetValue(key, out var known) ? known : all[key] = new();

    private static double? Middle(List<double> sorted) => Statistics.MedianOfSorted(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(sorted));

    private Flow Way(long from, long to) => _flows.TryGetValue((from, to), out var known) ? known : _flows[(from, to)] = new();

    // Neighbours in time lie in one month mostly: its ends are worked out once.
    private int MonthOf(long at)
    {
        if (at >= _month.From && at < _month.To) return _month.Number;
        var date = Columns.FromMicros(at).InZone(zone).Date;
        var first = new LocalDate(date.Year, date.Month, 1);
        _month = (Columns.Micros(zone.AtStartOfDay(first).ToInstant()), Columns.Micros(zone.AtStartOfDay(first.PlusMonths(1)).ToInstant()), date.Year * 12 + date.Month - 1);
        return _month.Number;
    }
}
