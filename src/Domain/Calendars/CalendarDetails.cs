namespace FirstContact.Calendars;

/// <summary>When work is done: a week, and days that differ from it.</summary>
/// <param name="Zone">By its name in the time zone database; null for the zone of whom it is kept for, and the desk's where that is not known.</param>
/// <param name="Week">Seven days from Monday, each with the hours it is open.</param>
/// <param name="Days">By date; those of every year by their first.</param>
public sealed record CalendarDetails(string Name, string? Zone, Seq<Seq<OpenSpan>> Week, Seq<SpecialDay> Days)
{
    /// <summary>Whose public holidays were taken in, and how far; null where nobody has chosen a country.</summary>
    public HolidaySource? Holidays { get; init; }

    /// <summary>Weeks that held before this one, the oldest first: other hours change nothing that was counted by those.</summary>
    public Seq<EarlierWeek> Earlier { get; init; } = [];

    public const int LongestName = 80, MostDays = 2000;

    private static readonly Seq<OpenSpan> Office = [new(8 * 60, 17 * 60)];

    /// <summary>Monday to Friday from eight to five: what most begin with.</summary>
    public static readonly CalendarDetails Usual = new("", null, [Office, Office, Office, Office, Office, DayHours.Closed, DayHours.Closed], []);

    /// <summary>What counts every hour.</summary>
    public static readonly CalendarDetails Always = new("", null, [.. Enumerable.Repeat(DayHours.Open, 7)], []);

    /// <summary>The hours of a day: its own, those of one of every year, or the week's.</summary>
    public Seq<OpenSpan> On(LocalDate day) =>
        (Days.FirstOrDefault(d => !d.Yearly && d.Date == day) ?? Days.FirstOrDefault(d => d.Yearly && d.Falls(day)))?.Open ?? WeekOn(day)[(int)day.DayOfWeek - 1];

    /// <summary>The week that holds on a day.</summary>
    public Seq<Seq<OpenSpan>> WeekOn(LocalDate day) => Earlier.FirstOrDefault(e => day < e.Until)?.Week ?? Week;

    internal CalendarDetails Tidy => this with
    {
        Name = Name.Trim(), Zone = Zone.IsBlank ? null : Zone!.Trim(),
        Days = [.. Days.Select(d => d with { Name = d.Name.Trim() }).OrderBy(d => d.Date).ThenBy(d => d.Yearly)],
    };

    /// <param name="zones">Those that the time zone database knows.</param>
    internal Error? Wrong(IDateTimeZoneProvider zones) => Error.Of(
    [
        Name.IsBlank ? CalendarErrors.NameMissing : Name.IsLongerThan(LongestName) ? CalendarErrors.NameTooLong : null,
        Zone is not null && zones.GetZoneOrNull(Zone) is null ? CalendarErrors.ZoneUnknown : null,
        Week.Count != 7 ? CalendarErrors.WeekIncomplete : null,
        .. Week.Select((spans, day) => DayHours.Wrong(spans)?.At(Field(day))),
        Week.All(d => d.Count == 0) && Days.All(d => d.Open.Count == 0) ? CalendarErrors.NeverOpen : null,
        Days.Count > MostDays ? CalendarErrors.TooManyDays : null,
        Days.Any(d => d.Name.IsBlank) ? CalendarErrors.DayNameMissing : Days.Any(d => d.Name.IsLongerThan(SpecialDay.LongestName)) ? CalendarErrors.DayNameTooLong : null,
        Days.Select(d => DayHours.Wrong(d.Open)).FirstOrDefault(e => e is not null)?.At("days"),
        Days.Any(d => d.Date.Year is < FirstYear or > LastYear) ? CalendarErrors.DayTooFar : null,
        Days.GroupBy(d => (d.Yearly ? d.Date.With(_anyYear) : d.Date, d.Yearly)).Any(g => g.Count() > 1) ? CalendarErrors.DayTwice : null,
    ]);

    public const int FirstYear = 1970, LastYear = 2200;

    private static readonly Func<LocalDate, LocalDate> _anyYear = d => new(4, d.Month, d.Day);

    /// <summary>What a day of the week is called in a form and in a problem.</summary>
    public static string Field(int day) => ((IsoDayOfWeek)(day + 1)).ToString().ToLowerInvariant();
}

/// <param name="Until">The first day on which it holds no more.</param>
public sealed record EarlierWeek(LocalDate Until, Seq<Seq<OpenSpan>> Week);

/// <param name="Place">Like DE, or DE-BY for a region.</param>
/// <param name="Through">The last year that was taken in.</param>
public sealed record HolidaySource(string Place, string Name, int Through)
{
    /// <summary>The next year, once it is so near that promises reach into it, and none of its holidays were taken in.</summary>
    public int? Missing(LocalDate today) => today.PlusMonths(6).Year is var near && near > Through ? Through + 1 : null;
}
