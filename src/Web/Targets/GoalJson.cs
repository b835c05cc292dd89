using FirstContact.Agreements;
using FirstContact.Tickets;

namespace FirstContact.Targets;

/// <param name="Team">By name or id, and so are service, category and the calendar of <paramref name="Hours"/>.</param>
/// <param name="Within">For measures with a time: PT4H, or '4 h'.</param>
/// <param name="Since">Today when it is missing.</param>
public sealed record GoalBody(
    StandardMeasure? Measure, int? Percent, string? Why, string? Team = null, string? Segment = null, Channel? Channel = null, TicketKind? Kind = null, string? Service = null, string? Category = null, string? Within = null, string? Hours = null,
    TargetPeriod? Period = null, LocalDate? Since = null)
{
    internal TargetSaid Said => new(Measure, Team, Segment, Channel, Kind, Service, Category, TargetPages.Time(Within), Hours, Percent, Period, Since, Why);
}

/// <param name="AtLeast">Whether <paramref name="Percent"/> is the least share, or the most.</param>
/// <param name="Words">The same in one sentence.</param>
public sealed record GoalJson(
    long Id, int Version, StandardMeasure Measure, NamedJson? Team, string Segment, Channel? Channel, TicketKind? Kind, NamedJson? Service, NamedJson? Category, string? Within, NamedJson? Hours, int Percent, bool AtLeast, TargetPeriod Period,
    LocalDate Since, string Why, bool Retired, string Words)
{
    internal static GoalJson Of(Target t)
    {
        var (terms, scope) = (t.Terms, t.Terms.For);
        return new(t.Key, t.Version, terms.Measure, Named(scope.Team), scope.Segment, scope.Channel, scope.Kind, Named(scope.Service), Named(scope.Category), Iso(terms.Within), Named(terms.Hours), terms.Percent, terms.Definition.MoreIsBetter,
            terms.Period, terms.Since, terms.Why, t.Retired, TargetWords.All(terms));
    }

    internal static NamedJson? Named<T>(Named<T>? named) where T : struct, IId => named is { } one ? new(one.Id.Value, one.Name) : null;

    internal static string? Iso(Duration? time) => time is { } some ? WorkingTime.Iso(some) : null;
}

/// <param name="Yes">Those that count for the measure; <paramref name="No"/>: decided otherwise; <paramref name="Open"/>: undecided.</param>
/// <param name="Met">Missing where nothing was decided, and before the goal holds.</param>
public sealed record GoalPeriodJson(LocalDate From, int Yes, int No, int Open, double? Percent, bool? Met);

/// <param name="Periods">The oldest first; the last one runs.</param>
/// <param name="Trend">The last two that ended against the two before them, in percentage points.</param>
/// <param name="Forecast">What the one that runs comes to if what is open goes as usual.</param>
public sealed record AttainedJson(GoalJson Target, IReadOnlyList<GoalPeriodJson> Periods, double? Trend, double? Forecast, IReadOnlyList<FigureJson> Industry)
{
    internal static AttainedJson Of(StandingTarget s) => new(GoalJson.Of(s.Target), [.. s.Attained.Periods.Select(p => new GoalPeriodJson(p.From, p.Yes, p.No, p.Open, p.Percent, s.Attained.Met(p)))], s.Attained.Trend, s.Attained.Forecast, [.. s.Figures.Select(FigureJson.Of)]);
}

/// <param name="Team">Of whose tickets the figures are; none for all.</param>
/// <param name="CountedUntil">Until when the journal is counted in; none when all of it is.</param>
public sealed record AttainmentOfTargetsJson(NamedJson? Team, IReadOnlyList<AttainedJson> Targets, Instant? CountedUntil);

/// <param name="Within">The time by which all are measured.</param>
public sealed record ComparedMeasureJson(StandardMeasure Measure, string Title, string? Within, NamedJson? Hours, bool MoreIsBetter, int? Goal);

/// <param name="Missed">The goals, by id, that this row misses in this time.</param>
public sealed record ComparedCellJson(StandardMeasure Measure, int Yes, int No, int Open, double? Percent, IReadOnlyList<long> Missed);

/// <param name="Team">None for the whole desk.</param>
public sealed record ComparedTeamJson(NamedJson? Team, IReadOnlyList<ComparedCellJson> Cells);

public sealed record ComparedTeamsJson(LocalDate First, LocalDate Last, IReadOnlyList<ComparedMeasureJson> Measures, IReadOnlyList<ComparedTeamJson> Teams, Instant? CountedUntil)
{
    internal static ComparedTeamsJson Of(ComparedTeams c) => new(c.First, c.Last,
        [.. c.Measures.Select(m => new ComparedMeasureJson(m.Measure.Measure, m.Measure.Title, GoalJson.Iso(m.Within), GoalJson.Named(m.Hours), m.Measure.MoreIsBetter, m.Goal?.Terms.Percent))],
        [.. c.Teams.Prepend(c.Desk).Select(t => new ComparedTeamJson(GoalJson.Named(t.Team), [.. t.Cells.Select((x, i) => new ComparedCellJson(c.Measures[i].Measure.Measure, x.Yes, x.No, x.Open, x.Percent, [.. x.Missed.Select(g => g.Key)]))]))], c.CountedUntil);
}

/// <param name="At">When it was opened; of handovers when it was asked.</param>
/// <param name="Took">By the clock.</param>
public sealed record TargetTicketJson(string Number, string Title, TicketStatus Status, string Team, Instant At, Duration? Took, Decided Decided);

public sealed record MeasureDefinitionJson(StandardMeasure Measure, string Title, string Definition, bool Timed, bool MoreIsBetter);

/// <param name="Within">For which time, where the measure has one: PT4H, or '4 h'.</param>
/// <param name="Says">What exactly it says.</param>
public sealed record FigureBody(StandardMeasure? Measure, decimal? Percent, string? Says, string? Source, int? Year, string? Within = null, string? Address = null)
{
    internal FigureDraft Draft => new(Measure, TargetPages.Time(Within), Percent, Says, Source, Year, Address);
}

public sealed record FigureJson(long Id, int Version, StandardMeasure Measure, string? Within, decimal Percent, string Says, string Source, int Year, string Address)
{
    internal static FigureJson Of(IndustryFigure f) => new(f.Key, f.Version, f.Terms.Measure, GoalJson.Iso(f.Terms.Within), f.Terms.Percent, f.Terms.Says, f.Terms.Source, f.Terms.Year, f.Terms.Address);
}
