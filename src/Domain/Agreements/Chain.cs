using FirstContact.Calendars;
using FirstContact.Policies;

namespace FirstContact.Agreements;

/// <summary>
/// Whether what the teams and suppliers promise can add up to what the customers were promised. It is tried and not reckoned: somebody asks at each full hour of
/// a week, first contact hands over at once, and everybody takes all the time that he may.
/// </summary>
public static class Chain
{
    /// <summary>Hours of the week that is tried.</summary>
    private const int Week = 7 * 24;

    /// <param name="agreements">That hold at the moment.</param>
    /// <param name="hours">The opening hours of a calendar; null where it is unknown.</param>
    /// <param name="start">Where the week that is tried begins, at a full hour.</param>
    /// <returns>The links that break a chain, the worst first.</returns>
    public static IReadOnlyList<BrokenLink> Check(IReadOnlyList<InForce> agreements, Func<CalendarId, OpenHours?> hours, Instant start)
    {
        return [.. (from customers in agreements.Where(a => a.Kind == AgreementKind.Service)
                    from target in customers.Terms.Targets.Where(t => t.Measure == Measure.Resolution)
                    from behind in agreements.Where(a => a.Kind != AgreementKind.Service && Meet(customers.Terms.Scope, a.Terms.Scope))
                    let broken = Worst(new(customers, target), behind, hours, start)
                    where broken is not null
                    select broken).OrderByDescending(b => b.Late ?? Duration.MaxValue).ThenBy(b => b.Customers.Of.Title, StringComparer.OrdinalIgnoreCase).ThenBy(b => b.Behind.Title, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>The worst of all priorities and all hours; null where the link always holds.</summary>
    private static BrokenLink? Worst(Promise customers, InForce behind, Func<CalendarId, OpenHours?> hours, Instant start)
    {
        BrokenLink? worst = null;
        for (var rank = Priority.Highest; rank <= Priority.Lowest; rank++)
        {
            // What another target of the same agreement says more exactly of this priority is tried there.
            if (Of(customers.Of.Terms, Measure.Resolution, rank) != customers.Clause) continue;
            var (accept, resolve) = (Of(behind.Terms, Measure.Acceptance, rank), Of(behind.Terms, Measure.Resolution, rank));
            if (resolve is null)
            {
                if (worst?.Late is null) worst = new(customers, behind, worst is null ? [rank] : worst.Priorities.Add(rank), accept, null, null, null, null, null);
                continue;
            }
            if (hours(customers.Clause.Hours.Id) is not { } promised || hours(resolve.Hours.Id) is not { } worked || accept is not null && hours(accept.Hours.Id) is null) continue;
            var accepting = accept is null ? null : hours(accept.Hours.Id);
            for (var hour = 0; hour < Week; hour++)
            {
                var asked = start + Duration.FromHours(hour);
                if (promised.After(asked, customers.Clause.Within) is not { } due) continue;
                var accepted = accept is null ? asked : accepting!.After(asked, accept.Within);
                var done = accepted is { } at ? worked.After(at, resolve.Within) : null;
                var late = done is { } end ? end - due : Duration.MaxValue;
                if (late <= Duration.Zero) continue;
                if (worst?.Late is null || late > worst.Late) worst = new(customers, behind, worst?.Priorities.Contains(rank) == true ? worst.Priorities : (worst?.Priorities ?? []).Add(rank), accept, resolve, asked, due, done, late);
                else if (!worst.Priorities.Contains(rank)) worst = worst with { Priorities = worst.Priorities.Add(rank) };
            }
        }
        return worst;
    }

    /// <summary>What the terms say of a priority: a target for some goes before one for all.</summary>
    private static TargetClause? Of(Terms terms, Measure measure, int rank) =>
        terms.Targets.Where(t => t.Measure == measure && t.Covers(new(rank))).OrderBy(t => t.Priorities.Count == 0).FirstOrDefault();

    private static bool Meet(Scope one, Scope other) => Meet(one.Services, other.Services) && Meet(one.Classes, other.Classes) && Meet(one.Channels, other.Channels) && Meet(one.Kinds, other.Kinds);

    private static bool Meet<T>(Seq<T> one, Seq<T> other) where T : notnull => one.Count == 0 || other.Count == 0 || one.Intersect(other).Any();
}

/// <summary>A promise to customers that a team or a supplier behind it may break without breaking its own.</summary>
/// <param name="Priorities">For which it happens.</param>
/// <param name="Accept">What is promised for accepting a handover; null where nothing is.</param>
/// <param name="Resolve">What is promised for resolving; null where nothing is, and then the rest is null too.</param>
/// <param name="Asked">An hour of the week at which it is worst.</param>
/// <param name="Promised">By when the customers are to have it then.</param>
/// <param name="Done">When it may be done; null when it never is.</param>
/// <param name="Late">How much later that is.</param>
public sealed record BrokenLink(Promise Customers, InForce Behind, Seq<int> Priorities, TargetClause? Accept, TargetClause? Resolve, Instant? Asked, Instant? Promised, Instant? Done, Duration? Late);
