using FirstContact.Calendars;
using FirstContact.Policies;

namespace FirstContact.Agreements;

/// <summary>
/// Whether what the teams and suppliers promise adds up to what the customers were promised. First contact hands over at once to a team, that team to the next and the last to a
/// supplier, and everybody takes all the time that he may, one after another, each by his own hours. It is tried and not reckoned: somebody asks at each full hour of a week.
/// </summary>
public static class Chain
{
    /// <summary>Teams one after another, and what is told of one target.</summary>
    public const int Deepest = 3, MostTold = 3;

    /// <summary>Hours of the week that is tried, and paths behind one agreement: of more the shortest.</summary>
    private const int Week = 7 * 24, MostPaths = 400;

    /// <param name="agreements">That hold at the moment.</param>
    /// <param name="firstContact">The teams with which a ticket begins.</param>
    /// <param name="hours">The opening hours of a calendar as it is kept for somebody.</param>
    /// <param name="zones">Where a side is: customers may be in several places, each of which is tried; null for where the desk is.</param>
    /// <param name="start">Where the week that is tried begins, at a full hour.</param>
    /// <returns>The paths that break a promise, of each target the worst few, the worst first.</returns>
    public static IReadOnlyList<BrokenLink> Check(IReadOnlyList<InForce> agreements, IReadOnlyCollection<TeamId> firstContact, Func<HoursOf, OpenHours> hours, Func<Party, IReadOnlyList<string?>> zones, Instant start) =>
        [.. (from customers in agreements.Where(a => a.Kind == AgreementKind.Service)
             let paths = Paths(customers, agreements, firstContact)
             from target in customers.Terms.Targets.Where(t => t.Measure == Measure.Resolution)
             from broken in Worst([.. paths.SelectMany(path => Tried(new(customers, target), path, hours, zones, start))])
             select broken).OrderByDescending(b => b.Late ?? Duration.MaxValue).ThenBy(b => b.Customers.Of.Title, StringComparer.OrdinalIgnoreCase).ThenBy(b => b.Links[0].Behind.Title, StringComparer.OrdinalIgnoreCase)];

    /// <summary>The agreements that a ticket may go through one after another, the shortest path first.</summary>
    private static List<Seq<InForce>> Paths(InForce customers, IReadOnlyList<InForce> agreements, IReadOnlyCollection<TeamId> firstContact)
    {
        var teams = agreements.Where(a => a.Kind == AgreementKind.Operational && Common(customers.Terms.Scope, a.Terms.Scope) is not null).ToList();
        // While it waits for a supplier the customers' time stands still.
        var suppliers = customers.Terms.Pausing.For.Contains(Tickets.WaitFor.Supplier) ? [] : agreements.Where(a => a.Kind == AgreementKind.Underpinning).ToList();
        var (found, open) = (new List<Seq<InForce>>(), new Queue<(Seq<InForce> Path, Scope Scope)>([([], customers.Terms.Scope)]));
        while (found.Count < MostPaths && open.TryDequeue(out var at))
        {
            if (at.Path.Count > 0) found.Add(at.Path);
            found.AddRange(suppliers.Where(s => Common(at.Scope, s.Terms.Scope) is not null).Select(s => at.Path.Add(s)));
            if (at.Path.Count == Deepest) continue;
            foreach (var next in teams)
                if (Common(at.Scope, next.Terms.Scope) is { } scope && Goes(at.Path, next)) open.Enqueue((at.Path.Add(next), scope));
        }
        return found;

        // Where nobody promised a team any work, a chain begins with it as well.
        bool Goes(Seq<InForce> path, InForce next) => !Was(path, next.Provider) && (next.Receiver.Is(Party.Everyone) || (path.Count > 0 ? next.Receiver.Is(path[^1].Provider) : Begins(next.Receiver) || !teams.Any(t => t.Provider.Is(next.Receiver))));
        bool Was(Seq<InForce> path, Party team) => path.Any(p => p.Provider.Is(team)) || path.Count > 0 && path[0].Receiver.Is(team) || firstContact.Count == 1 && Begins(team);
        bool Begins(Party team) => team.Kind == PartyKind.Team && firstContact.Contains(new(team.Id));
    }

    /// <summary>What it breaks, at the worst of all hours and priorities, and where nothing is promised at its end.</summary>
    private static IEnumerable<BrokenLink> Tried(Promise customers, Seq<InForce> path, Func<HoursOf, OpenHours> hours, Func<Party, IReadOnlyList<string?>> zones, Instant start)
    {
        BrokenLink? worst = null, bare = null;
        var same = new Dictionary<string, BrokenLink?>();
        for (var rank = Priority.Highest; rank <= Priority.Lowest; rank++)
        {
            // What another target of the same agreement says more exactly of this priority is tried there.
            if (Of(customers.Of.Terms, Measure.Resolution, rank) != customers.Clause) continue;
            Seq<ChainLink> links = [.. path.Select(a => new ChainLink(a, Of(a.Terms, Measure.Acceptance, rank), Of(a.Terms, Measure.Resolution, rank)))];
            if (links.SkipLast(1).Any(l => l.Resolve is null)) continue;
            if (links[^1].Resolve is null)
            {
                bare = (bare ?? new(customers, links, [], null, null, null, null)) is var so ? so with { Priorities = so.Priorities.Add(rank) } : null;
                continue;
            }
            var key = string.Join(' ', links.Select(l => $"{l.Accept?.No} {l.Resolve?.No},"));
            if (!same.TryGetValue(key, out var broken)) same[key] = broken = OfWeek(customers, links, hours, zones, start);
            if (broken is null) continue;
            Seq<int> priorities = [.. worst?.Priorities ?? [], rank];
            worst = (worst is null || broken.Late > worst.Late ? broken : worst) with { Priorities = priorities };
        }
        return new[] { worst, bare }.OfType<BrokenLink>();
    }

    private static BrokenLink? OfWeek(Promise customers, Seq<ChainLink> links, Func<HoursOf, OpenHours> hours, Func<Party, IReadOnlyList<string?>> zones, Instant start)
    {
        BrokenLink? worst = null;
        var steps = links.SelectMany(l => new[] { l.Accept, l.Resolve }.OfType<TargetClause>().Select(c => (Hours: hours(new(c.Hours.Id, zones(l.Behind.Provider) is [var zone, ..] ? zone : null)), c.Within))).ToList();
        var promises = zones(customers.Of.Receiver).DefaultIfEmpty(null).Select(zone => hours(new(customers.Clause.Hours.Id, zone))).DistinctBy(h => h.Zone.Id).ToList();
        for (var hour = 0; hour < Week; hour++)
        {
            var asked = start + Duration.FromHours(hour);
            var done = steps.Aggregate((Instant?)asked, (at, step) => at is { } from ? step.Hours.After(from, step.Within) : null);
            if (promises.Select(p => p.After(asked, customers.Clause.Within)).Min() is not { } due) continue;
            var late = done is { } end ? end - due : Duration.MaxValue;
            if (late > (worst?.Late ?? Duration.Zero)) worst = new(customers, links, [], asked, due, done, late);
        }
        return worst;
    }

    /// <summary>A path that is a part of a longer one needs no line of its own; and one line is enough for where nothing is promised.</summary>
    private static IEnumerable<BrokenLink> Worst(IReadOnlyList<BrokenLink> broken)
    {
        var late = broken.Where(b => b.Late is not null).ToList();
        return late.Where(b => !late.Any(o => Within(b, o))).OrderByDescending(b => b.Late).ThenBy(b => b.Links.Count).Take(MostTold)
            .Concat(broken.Where(b => b.Late is null).GroupBy(b => b.Links[^1].Behind.Agreement).Select(g => g.First()).Take(MostTold));

        static bool Within(BrokenLink some, BrokenLink more)
        {
            if (more.Links.Count <= some.Links.Count || !some.Priorities.All(more.Priorities.Contains)) return false;
            var met = 0;
            foreach (var link in more.Links)
                if (met < some.Links.Count && link.Behind.Agreement == some.Links[met].Behind.Agreement) met++;
            return met == some.Links.Count;
        }
    }

    /// <summary>What the terms say of a priority: a target for some goes before one for all.</summary>
    private static TargetClause? Of(Terms terms, Measure measure, int rank) =>
        terms.Targets.Where(t => t.Measure == measure && t.Covers(new(rank))).OrderBy(t => t.Priorities.Count == 0).FirstOrDefault();

    /// <summary>What both are for; null where that is nothing.</summary>
    private static Scope? Common(Scope one, Scope other) =>
        Both(one.Services, other.Services, s => s.Id) is { } services && Both(one.Classes, other.Classes, c => c.Id) is { } classes && Both(one.Channels, other.Channels, c => c) is { } channels && Both(one.Kinds, other.Kinds, k => k) is { } kinds
            ? new(services, classes, channels, kinds) : null;

    private static Seq<T>? Both<T, TKey>(Seq<T> one, Seq<T> other, Func<T, TKey> by) where T : notnull =>
        one.Count == 0 ? other : other.Count == 0 ? one : one.IntersectBy(other.Select(by), by).ToList() is { Count: > 0 } both ? [.. both] : null;
}

/// <summary>A team or a supplier that takes its time, and by which agreement.</summary>
/// <param name="Accept">What is promised for accepting a handover; null where nothing is.</param>
/// <param name="Resolve">What is promised for resolving; null where nothing is.</param>
public sealed record ChainLink(InForce Behind, TargetClause? Accept, TargetClause? Resolve)
{
    public Duration Within => (Accept?.Within ?? Duration.Zero) + (Resolve?.Within ?? Duration.Zero);
}

/// <summary>A promise to customers that those behind it may break without one of them breaking his own.</summary>
/// <param name="Links">One after another; where nothing is promised by the last, the rest is null.</param>
/// <param name="Priorities">For which it happens.</param>
/// <param name="Asked">An hour of the week at which it is worst.</param>
/// <param name="Promised">By when the customers are to have it then.</param>
/// <param name="Done">When it may be done; null when it never is.</param>
/// <param name="Late">How much later that is.</param>
public sealed record BrokenLink(Promise Customers, Seq<ChainLink> Links, Seq<int> Priorities, Instant? Asked, Instant? Promised, Instant? Done, Duration? Late)
{
    /// <summary>The working time of all of them.</summary>
    public Duration Sum => Links.Aggregate(Duration.Zero, (sum, l) => sum + l.Within);
}
