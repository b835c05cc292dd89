using System.Globalization;
using FirstContact.Agreements;

namespace FirstContact.Targets;

/// <summary>The same for spreadsheets: a line for each period of each goal, and one for each team and measure.</summary>
internal static class TargetTable
{
    private static readonly string[] GoalColumns =
        ["goal", "measure", "within", "hours", "team", "segment", "kind", "channel", "service", "category", "direction", "goal_percent", "period", "from", "yes", "no", "open", "percent", "met", "trend_points", "forecast_percent", "since", "why"];

    private static readonly string[] TeamColumns = ["team", "measure", "within", "hours", "from", "to", "yes", "no", "open", "percent", "goal"];

    public static async Task<Result<Csv>> Goals(Desk desk, Caller caller, string? team) => (await desk.Ask(new ShowAttained(team), caller)).Is(out var all, out var no)
        ? new Csv("targets", GoalColumns, Sent(from s in all.Targets from p in s.Attained.Periods select Line(s, p))) : no;

    public static async Task<Result<Csv>> Teams(Desk desk, Caller caller, string? period, string? team)
    {
        if ((period.IsBlank ? TargetSpan.Month : ApiWord.Read<TargetSpan>(period)) is not { } span) return TargetErrors.SpanUnknown;
        return (await desk.Ask(new CompareTeams(span, team), caller)).Is(out var compared, out var no)
            ? new Csv("teams", TeamColumns, Sent(from row in compared.Teams.Prepend(compared.Desk) from i in Enumerable.Range(0, compared.Measures.Count) select Line(compared, row, compared.Measures[i], row.Cells[i]))) : no;
    }

    private static string?[] Line(StandingTarget s, PeriodCount p)
    {
        var (t, now) = (s.Attained.Terms, p == s.Attained.Now);
        return
        [
            s.Target.Key.ToString(CultureInfo.InvariantCulture), ApiWord.Of(t.Measure), Time(t.Within), t.Hours?.Name, t.For.Team?.Name, t.For.Segment, t.For.Kind is { } kind ? ApiWord.Of(kind) : null, t.For.Channel is { } channel ? ApiWord.Of(channel) : null,
            t.For.Service?.Name, t.For.Category?.Name, t.Definition.MoreIsBetter ? "at least" : "at most", Number(t.Percent), ApiWord.Of(t.Period), Times.Field(p.From), Number(p.Yes), Number(p.No), Number(p.Open), Number(p.Percent),
            s.Attained.Met(p) switch { true => "yes", false => "no", _ => null }, now ? Number(s.Attained.Trend) : null, now ? Number(s.Attained.Forecast) : null, Times.Field(t.Since), t.Why,
        ];
    }

    private static string?[] Line(ComparedTeams all, ComparedTeam row, ComparedMeasure measure, ComparedCell cell) =>
    [
        row.Team?.Name, ApiWord.Of(measure.Measure.Measure), Time(measure.Within), measure.Hours?.Name, Times.Field(all.First), Times.Field(all.Last), Number(cell.Yes), Number(cell.No), Number(cell.Open), Number(cell.Percent),
        cell.Missed.Count > 0 ? "missed" : cell.HasGoal && cell.Of > 0 ? "met" : null,
    ];

    private static string? Time(Duration? time) => time is { } some ? ClauseWords.Time(some) : null;

    private static string? Number(double? number) => number?.ToString("0.##", CultureInfo.InvariantCulture);

    private static async IAsyncEnumerable<IReadOnlyList<string?>> Sent(IEnumerable<string?[]> lines)
    {
        await Task.CompletedTask;
        foreach (var line in lines) yield return line;
    }
}
