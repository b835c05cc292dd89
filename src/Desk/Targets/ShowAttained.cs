using FirstContact.Measures;
using FirstContact.Tickets;

namespace FirstContact.Targets;

/// <summary>All goals that hold and how they stand, with what others reach beside them.</summary>
/// <param name="Team">By name or id: its own goals and those for all that say something of it, of the tickets that it has had.</param>
public sealed record ShowAttained(string? Team = null) : IQuery<AttainedTargets>
{
    public Permission Needs => TargetPermissions.See;

    public async Task<Result<AttainedTargets>> Ask(Question question)
    {
        var read = question.Read;
        if (!(await read.FindTeam(Team, retired: true)).Is(out var team, out var no)) return no;
        var figures = await IndustryFigureStore.All(read);
        var (standing, front) = (new List<StandingTarget>(), await CompareTeams.FrontTeams(read));
        foreach (var target in await TargetStore.Holding(read))
            if (team is not { } one || (target.Terms.For.Team is { } own ? own.Id == one.Id : CompareTeams.Concerns(target.Terms.Measure, one.Id, front)))
                standing.Add(new(target, await Of(read, target.Terms with { For = target.Terms.For with { Team = team ?? target.Terms.For.Team } }, question.Now), [.. figures.Where(f => f.Terms.Measure == target.Terms.Measure)]));
        return new AttainedTargets(team, standing, await ShowTeamwork.CountedUntil(read));
    }

    internal static async Task<Attained> Of(Reader read, TargetTerms terms, Instant now)
    {
        var counting = await Counting.Of(read, terms, now);
        var days = Attained.Starts(terms.Period, now.InZone(counting.Zone).Date);
        var counts = await counting.ByPeriod(read, [.. days.Select(d => d.AtStartOfDayInZone(counting.Zone).ToInstant())]);
        return new(terms, [.. counts.Select((c, i) => new PeriodCount(days[i], days[i + 1] > terms.Since, c.Yes, c.No, c.Open))]);
    }
}

/// <param name="Team">Of whose tickets the figures are; null for all.</param>
/// <param name="CountedUntil">Until when the journal is counted in; null when all of it is.</param>
public sealed record AttainedTargets(Named<TeamId>? Team, IReadOnlyList<StandingTarget> Targets, Instant? CountedUntil);

/// <param name="Figures">What others reach by this measure, the newest first.</param>
public sealed record StandingTarget(Target Target, Attained Attained, IReadOnlyList<IndustryFigure> Figures);
