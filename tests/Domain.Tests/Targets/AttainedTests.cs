namespace FirstContact.Targets;

public sealed class AttainedTests
{
    private static readonly TargetTerms AtLeast = new(StandardMeasure.SolvedAtFirstContact, TargetScope.Everything, null, null, 80, TargetPeriod.Month, new(2026, 1, 1), "x");
    private static readonly TargetTerms AtMost = AtLeast with { Measure = StandardMeasure.Reopened, Percent = 10 };

    [Fact]
    public void Six_periods_the_last_one_runs()
    {
        Assert.Equal([new(2026, 6, 1), new(2026, 7, 1), new(2026, 8, 1), new(2026, 9, 1), new(2026, 10, 1), new(2026, 11, 1), new LocalDate(2026, 12, 1)], Attained.Starts(TargetPeriod.Month, new(2026, 11, 22)));
        Assert.Equal([new(2025, 7, 1), new(2025, 10, 1), new(2026, 1, 1), new(2026, 4, 1), new(2026, 7, 1), new(2026, 10, 1), new LocalDate(2027, 1, 1)], Attained.Starts(TargetPeriod.Quarter, new(2026, 11, 22)));
        Assert.Equal(new(2026, 10, 1), Attained.Starts(TargetPeriod.Quarter, new(2026, 12, 31))[^2]);
    }

    [Fact]
    public void Met_by_the_direction_of_its_measure_where_it_is_judged()
    {
        var half = Of(AtLeast, (8, 2, 0), (79, 21, 0), (0, 0, 4));
        Assert.Equal([true, false, null], half.Periods.TakeLast(3).Select(half.Met));
        var few = Of(AtMost, (1, 9, 0), (11, 89, 0), (0, 5, 0));
        Assert.Equal([true, false, true], few.Periods.TakeLast(3).Select(few.Met));
        Assert.Null(half.Met(half.Periods[3] with { Judged = false }));
        Assert.Equal((true, false, null), (half.IsBetter(3), half.IsBetter(-3), half.IsBetter(0.4)));
        Assert.Equal((false, true), (few.IsBetter(3), few.IsBetter(-3)));
    }

    [Fact]
    public void The_trend_compares_what_ended()
    {
        // 15 of 20 against 12 of 20: the one that runs is not among them.
        Assert.Equal(15.0, Of(AtLeast, (10, 0, 0), (2, 8, 0), (8, 2, 0), (7, 3, 0), (0, 50, 0)).Trend);
        Assert.Null(Of(AtLeast, (8, 2, 0), (7, 3, 0), (5, 5, 0)).Trend);
    }

    [Fact]
    public void The_forecast_lets_what_is_open_go_as_usual()
    {
        // Usually 3 of 4 (30 of 40 in all): 5 decided well, 5 badly, and of 10 that are open 7.5 go well.
        Assert.Equal(62.5, Of(AtLeast, (25, 5, 0), (5, 5, 10)).Forecast);
        Assert.Equal(75.0, Of(AtLeast, (30, 10, 0), (0, 0, 3)).Forecast);
        Assert.Null(Of(AtLeast, (0, 0, 3)).Forecast);
        Assert.Null(Of(AtLeast, (30, 10, 0), (0, 0, 0)).Forecast);
    }

    /// <summary>The last periods; those before had nothing.</summary>
    private static Attained Of(TargetTerms terms, params (int Yes, int No, int Open)[] last)
    {
        var starts = Attained.Starts(terms.Period, new(2026, 11, 22));
        var all = Enumerable.Repeat((0, 0, 0), Attained.Shown - last.Length).Concat(last);
        return new(terms, [.. all.Select((c, i) => new PeriodCount(starts[i], true, c.Item1, c.Item2, c.Item3))]);
    }
}
