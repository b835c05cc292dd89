using FirstContact.Measures;
using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Targets;

public enum TargetSpan { Month, LastMonth, Quarter, LastQuarter }

/// <summary>Every team by the same measures: those with a time by that of the goal for the whole desk, or by the usual one where none is set.</summary>
/// <param name="Team">By name or id: only this one beside the whole desk.</param>
public sealed record CompareTeams(TargetSpan Span = TargetSpan.Month, string? Team = null) : IQuery<ComparedTeams>
{
    public Permission Needs => TargetPermissions.See;

    public async Task<Result<ComparedTeams>> Ask(Question question)
    {
        var read = question.Read;
        if (!(await read.FindTeam(Team, retired: true)).Is(out var only, out var no)) return no;
        var (zone, now) = (read.Database.HomeZone, question.Now);
        var (first, next) = Days(Span, now.InZone(zone).Date);
        var (from, before) = (first.AtStartOfDayInZone(zone).ToInstant(), next.AtStartOfDayInZone(zone).ToInstant());

        // Goals for nothing narrower than the desk or a team: those are what a row can miss.
        var goals = (await TargetStore.Holding(read)).Where(t => t.Terms.For == TargetScope.Everything with { Team = t.Terms.For.Team }).ToList();
        var columns = StandardMeasures.All.Select(d => Column(d, goals, next)).ToList();
        var (teams, all) = (new List<IReadOnlyDictionary<long, PartCount>>(), new List<PartCount>());
        foreach (var column in columns)
        {
            var counting = await Counting.Of(read, column.Measure.Measure, TargetScope.Everything, column.Within, column.Hours?.Id, now);
            teams.Add(await counting.ByTeam(read, from, before));
            all.Add(await counting.All(read, from, before));
        }
        var own = new Dictionary<TargetId, PartCount>();
        foreach (var goal in goals.Where(g => g.Terms.For.Team is not null && g.Terms.Since < next)) own[goal.Id] = await (await Counting.Of(read, goal.Terms, now)).All(read, from, before);

        var front = await FrontTeams(read);
        var rows = (await read.Teams()).Where(t => only is { } one ? t.Id == one.Id : t.Active || teams.Any(c => c.ContainsKey(t.Id.Value))).Select(t => new ComparedTeam(t.Named,
            [.. columns.Select((c, i) => Cell(teams[i].GetValueOrDefault(t.Id.Value), Concerns(c.Measure.Measure, t.Id, front) ? c.Goal : null, goals.Where(g => own.ContainsKey(g.Id) && g.Terms.For.Team?.Id == t.Id && g.Terms.Measure == c.Measure.Measure), own))]));
        return new ComparedTeams(Span, first, next.PlusDays(-1), columns, [.. rows], new(null, [.. columns.Select((c, i) => Cell(all[i], c.Goal, [], own))]), await ShowTeamwork.CountedUntil(read));
    }

    internal static async Task<IReadOnlySet<TeamId>> FrontTeams(Reader read) => (await read.MeasureRules()).FirstContact((await read.Teams()).Where(t => t.FirstContact).Select(t => t.Id));

    /// <summary>Whether a goal for all by this measure says something of a team: what a team behind the first contact has had was not solved there.</summary>
    internal static bool Concerns(StandardMeasure measure, TeamId team, IReadOnlySet<TeamId> front) => measure != StandardMeasure.SolvedAtFirstContact || front.Contains(team);

    /// <summary>The first day, and the one after the last.</summary>
    internal static (LocalDate First, LocalDate Next) Days(TargetSpan span, LocalDate today)
    {
        var starts = Attained.Starts(span is TargetSpan.Month or TargetSpan.LastMonth ? TargetPeriod.Month : TargetPeriod.Quarter, today);
        return span is TargetSpan.Month or TargetSpan.Quarter ? (starts[^2], starts[^1]) : (starts[^3], starts[^2]);
    }

    internal static ComparedMeasure Column(MeasureDefinition measure, IEnumerable<Target> goals, LocalDate next) =>
        goals.FirstOrDefault(g => g.Terms.For == TargetScope.Everything && g.Terms.Measure == measure.Measure && g.Terms.Since < next) is { } goal ? new(measure, goal.Terms.Within, goal.Terms.Hours, goal) : new(measure, measure.Usual, null, null);

    private static ComparedCell Cell(PartCount count, Target? forAll, IEnumerable<Target> own, Dictionary<TargetId, PartCount> counts)
    {
        var mine = own.ToList();
        // A goal of its own stands before that for all.
        var missed = mine.Count > 0 ? mine.Where(g => Misses(g.Terms, counts[g.Id])) : forAll is not null && Misses(forAll.Terms, count) ? [forAll] : [];
        return new(count.Yes, count.No, count.Open, [.. missed]) { HasGoal = mine.Count > 0 || forAll is not null };
    }

    private static bool Misses(TargetTerms terms, PartCount count) => new PeriodCount(default, true, count.Yes, count.No, count.Open) is { Percent: { } percent } && !new Attained(terms, []).Meets(percent);
}

/// <param name="Last">The last day.</param>
/// <param name="Teams">By name.</param>
/// <param name="Desk">All of it together.</param>
public sealed record ComparedTeams(TargetSpan Span, LocalDate First, LocalDate Last, IReadOnlyList<ComparedMeasure> Measures, IReadOnlyList<ComparedTeam> Teams, ComparedTeam Desk, Instant? CountedUntil);

/// <param name="Within">The time by which all are measured.</param>
/// <param name="Goal">For the whole desk.</param>
public sealed record ComparedMeasure(MeasureDefinition Measure, Duration? Within, Named<CalendarId>? Hours, Target? Goal);

/// <param name="Team">Null for the whole desk.</param>
/// <param name="Cells">In the order of the measures.</param>
public sealed record ComparedTeam(Named<TeamId>? Team, IReadOnlyList<ComparedCell> Cells);

/// <param name="Missed">Goals that this row misses in this time.</param>
public sealed record ComparedCell(int Yes, int No, int Open, IReadOnlyList<Target> Missed)
{
    public bool HasGoal { get; init; }
    public int Of => Yes + No;
    public double? Percent => new Tally(Yes, No).Percent;
}
