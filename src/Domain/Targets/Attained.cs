namespace FirstContact.Targets;

/// <summary>How a goal stands: the last periods, the oldest first; the last one runs.</summary>
public sealed record Attained(TargetTerms Terms, Seq<PeriodCount> Periods)
{
    public const int Shown = 6;

    public PeriodCount Now => Periods[^1];

    /// <summary>The first days of the periods shown, and of the one after them.</summary>
    public static IReadOnlyList<LocalDate> Starts(TargetPeriod period, LocalDate today)
    {
        var months = period == TargetPeriod.Month ? 1 : 3;
        var first = new LocalDate(today.Year, (today.Month - 1) / months * months + 1, 1);
        return [.. Enumerable.Range(1 - Shown, Shown + 1).Select(i => first.PlusMonths(i * months))];
    }

    /// <summary>The last two periods that ended against the two before them, in percentage points; null where one side has nothing.</summary>
    public double? Trend => PeriodCount.Share(Periods.SkipLast(1).TakeLast(2)) - PeriodCount.Share(Periods.SkipLast(3).TakeLast(2));

    /// <summary>What the period that runs comes to if what is open in it goes as all periods shown went; null where nothing was decided yet.</summary>
    public double? Forecast => Now.Of + Now.Open > 0 && PeriodCount.Share(Periods) is { } usual ? (100.0 * Now.Yes + Now.Open * usual) / (Now.Of + Now.Open) : null;

    /// <summary>Null before it holds, and where nothing was decided.</summary>
    public bool? Met(PeriodCount period) => period.Judged && period.Percent is { } percent ? Meets(percent) : null;

    public bool Meets(double percent) => Terms.Definition.MoreIsBetter ? percent >= Terms.Percent : percent <= Terms.Percent;

    /// <summary>Whether a change of so many points is one for the better; null for hardly any.</summary>
    public bool? IsBetter(double points) => Math.Abs(points) < 0.5 ? null : points > 0 == Terms.Definition.MoreIsBetter;
}

/// <param name="Judged">Whether the goal holds at its end.</param>
/// <param name="Yes">Those that count for the measure: in time, solved at first contact, reopened.</param>
/// <param name="No">Those that were decided otherwise.</param>
/// <param name="Open">Those that are undecided.</param>
public sealed record PeriodCount(LocalDate From, bool Judged, int Yes, int No, int Open)
{
    /// <summary>All that are decided.</summary>
    public int Of => Yes + No;

    public double? Percent => Share([this]);

    internal static double? Share(IEnumerable<PeriodCount> some) => some.Sum(p => p.Of) is > 0 and var all ? 100.0 * some.Sum(p => p.Yes) / all : null;
}
