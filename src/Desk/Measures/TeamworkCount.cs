using FirstContact.Policies;

namespace FirstContact.Measures;

/// <summary>Counts tickets, each once.</summary>
internal sealed class TeamworkCount(DateTimeZone zone)
{
    private readonly Dictionary<string, long[]> _teamsOf = [];
    private readonly Dictionary<long, Shares> _shares = [];
    private readonly Dictionary<long, Part> _services = [], _units = [];
    private readonly Part[] _impacts = [new(), new(), new()];
    private readonly SortedDictionary<int, Part> _months = [];
    private readonly List<double> _hours = [], _handovers = [];
    private readonly Part _all = new();
    private int _handedOver, _bounced, _bouncedWorked, _bouncesWorked, _returned, _reopened, _again;
    private (long From, long To, Part Part) _month = (0, -1, new());

    public Counts All => new(_all.Tickets, _all.Resolved, _all.FirstContact, _handedOver, _all.Handovers, _bounced, _all.Bounces, _bouncedWorked, _bouncesWorked, _returned, _reopened, _again, _all.Overridden);

    /// <summary>The first month there is.</summary>
    public YearMonth? First => _months.Count == 0 ? null : MonthOf(_months.Keys.First());

    /// <summary>Every month between the first and the last, those without tickets too.</summary>
    public IReadOnlyList<MonthCounts> Months => _months.Count == 0 ? [] :
    [
        .. from number in Enumerable.Range(_months.Keys.First(), _months.Keys.Last() - _months.Keys.First() + 1)
           let part = _months.GetValueOrDefault(number) ?? new Part()
           select new MonthCounts(MonthOf(number), part.Tickets, part.Resolved, part.FirstContact, part.Handovers, part.Bounces),
    ];

    public TimesTaken Times
    {
        get
        {
            double[] hours = [.. _hours], handovers = [.. _handovers];
            var by = new SortedDictionary<int, List<double>>();
            Array.Sort(hours, handovers);
            for (var i = 0; i < hours.Length; i++) (by.TryGetValue((int)handovers[i], out var some) ? some : by[(int)handovers[i]] = []).Add(hours[i]);
            return new(
                [.. by.Select(b => new TimeBy(b.Key, b.Value.Count, Statistics.MedianOfSorted([.. b.Value])!.Value, b.Value.Average()))],
                Statistics.MedianOfSorted(hours), hours.Length == 0 ? null : hours.Average(), Statistics.Pearson(handovers, hours), Statistics.Spearman(handovers, hours));
        }
    }

    public IReadOnlyList<Split> ByImpact => [.. _impacts.Index().Reverse().Select(i => Of(i.Item, ((Level)i.Index).ToString(), null))];

    public void Add(MeasuredTicket ticket)
    {
        _all.Add(ticket);
        MonthOf(ticket).Add(ticket);
        _impacts[(int)ticket.Impact].Add(ticket);
        In(_services, ticket.Service ?? 0).Add(ticket);
        In(_units, ticket.Unit ?? 0).Add(ticket);
        if (ticket.Handovers > 0) _handedOver++;
        if (ticket.Bounces > 0) _bounced++;
        if (ticket.BouncesWorked > 0) _bouncedWorked++;
        _bouncesWorked += ticket.BouncesWorked;
        if (ticket.Returned) _returned++;
        if (ticket.Reopened) _reopened++;
        if (ticket.TakenUpAgain) _again++;
        if (ticket.Resolved)
        {
            _hours.Add(ticket.Hours);
            _handovers.Add(ticket.Handovers);
        }
        foreach (var team in TeamsOf(ticket.Teams)) In(_shares, team).Add(ticket);
    }

    public IReadOnlyList<SharedResult> Shared(Func<long, Named<TeamId>> named) =>
    [
        .. from share in _shares
           let team = named(share.Key)
           orderby team.Name
           select new SharedResult(team, share.Value.Tickets, share.Value.Hours.Count, share.Value.Works, share.Value.Silent, share.Value.Waived, share.Value.Again, Statistics.Median(share.Value.Hours)),
    ];

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

    private long[] TeamsOf(string teams) => _teamsOf.TryGetValue(teams, out var known) ? known
        : _teamsOf[teams] = [.. teams.Split(',').Select(t => long.Parse(t, System.Globalization.CultureInfo.InvariantCulture))];

    // Neighbours in time lie in one month mostly: its ends are worked out once.
    private Part MonthOf(MeasuredTicket ticket)
    {
        if (ticket.OpenedAt >= _month.From && ticket.OpenedAt < _month.To) return _month.Part;
        var date = Instant.FromUnixTimeTicks(ticket.OpenedAt).InZone(zone).Date;
        var (first, number) = (new LocalDate(date.Year, date.Month, 1), date.Year * 12 + date.Month - 1);
        if (!_months.TryGetValue(number, out var part)) _months[number] = part = new();
        _month = (zone.AtStartOfDay(first).ToInstant().ToUnixTimeTicks(), zone.AtStartOfDay(first.PlusMonths(1)).ToInstant().ToUnixTimeTicks(), part);
        return part;
    }

    private static YearMonth MonthOf(int number) => new(number / 12, number % 12 + 1);

    private sealed class Part
    {
        public int Tickets, Resolved, FirstContact, Handovers, Bounces, Overridden, ToP1;

        public void Add(MeasuredTicket ticket)
        {
            Tickets++;
            Handovers += ticket.Handovers;
            Bounces += ticket.Bounces;
            if (ticket.Resolved) Resolved++;
            if (ticket.SolvedAtFirst) FirstContact++;
            if (ticket.Overridden > 0) Overridden++;
            if (ticket.Overridden == Priority.Highest) ToP1++;
        }

        public Part With(Part other) => new()
        {
            Tickets = Tickets + other.Tickets, Resolved = Resolved + other.Resolved, FirstContact = FirstContact + other.FirstContact, Handovers = Handovers + other.Handovers,
            Bounces = Bounces + other.Bounces, Overridden = Overridden + other.Overridden, ToP1 = ToP1 + other.ToP1,
        };
    }

    private sealed class Shares
    {
        public readonly List<double> Hours = [];
        public int Tickets, Works, Silent, Waived, Again;

        public void Add(MeasuredTicket ticket)
        {
            Tickets++;
            if (ticket.Resolved) Hours.Add(ticket.Hours);
            if (ticket.Works) Works++;
            if (ticket.Silent) Silent++;
            if (ticket.Waived) Waived++;
            if (ticket.TakenUpAgain) Again++;
        }
    }
}
