using FirstContact.Measures;

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

    public double? Trend => Tallies.Trend();

    public double? Forecast => Tallies.Forecast(Now.Open);

    private IReadOnlyCollection<Tally> Tallies => [.. Periods.Select(p => p.Tally)];

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
    public int Of => Tally.Of;

    public double? Percent => Tally.Percent;

    internal Tally Tally => new(Yes, No);
}
