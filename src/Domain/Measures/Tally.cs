namespace FirstContact.Measures;

/// <summary>How many of what was decided in a period went as was meant, and how many did not.</summary>
public readonly record struct Tally(int Good, int Bad)
{
    public int Of => Good + Bad;

    /// <summary>Null where nothing was decided.</summary>
    public double? Percent => Of == 0 ? null : 100.0 * Good / Of;

    public static Tally operator +(Tally one, Tally other) => new(one.Good + other.Good, one.Bad + other.Bad);
}

/// <summary>Where periods lead to: the oldest first, the last one runs.</summary>
public static class Course
{
    /// <summary>The last two periods that ended against the two before them, in percentage points; null where one side has nothing.</summary>
    public static double? Trend(this IReadOnlyCollection<Tally> periods) => Sum(periods.SkipLast(1).TakeLast(2)).Percent - Sum(periods.SkipLast(3).TakeLast(2)).Percent;

    /// <summary>What the period that runs comes to, in percent, if what is open in it goes as all these periods went; null where nothing was decided yet.</summary>
    public static double? Forecast(this IReadOnlyCollection<Tally> periods, int open) =>
        Sum(periods).Percent is { } usual && periods.Last().Of + open is > 0 and var all ? (100.0 * periods.Last().Good + open * usual) / all : null;

    private static Tally Sum(IEnumerable<Tally> some) => some.Aggregate(default(Tally), (all, one) => all + one);
}
