namespace FirstContact.Calendars;

/// <summary>When a team, a supplier or a customer is there. Clocks run by it, and only then.</summary>
public sealed record BusinessCalendar : IAggregate<BusinessCalendar>
{
    public static string Subject => "calendar";

    public CalendarId Id { get; init; }
    public int Version { get; init; }
    public CalendarDetails Details { get; init; } = CalendarDetails.Usual;

    /// <summary>Nobody chooses it any more; what runs by it goes on.</summary>
    public bool Retired { get; init; }

    public string Name => Details.Name;
    public long Key => Id.Value;
    public Named<CalendarId> Named => new(Id, Name);

    public static Decision Draw(CalendarDetails details, IDateTimeZoneProvider zones) => details.Tidy is var to && to.Wrong(zones) is { } no ? no : new CalendarDrawn(to);

    /// <param name="since">The day from which the week holds; a day long ago says that the one until now was a mistake.</param>
    public Decision Redraw(CalendarDetails details, IDateTimeZoneProvider zones, LocalDate since)
    {
        var before = Details.WeekOn(since.PlusDays(-1));
        var to = details.Tidy with
        {
            Holidays = Details.Holidays,
            Earlier = details.Week == Details.Week ? Details.Earlier : [.. Details.Earlier.Where(e => e.Until < since), .. before == details.Week ? Array.Empty<EarlierWeek>() : [new(since, before)]],
        };
        return Error.Of([.. to.Wrong(zones)?.All ?? [], since.Year is < CalendarDetails.FirstYear or > CalendarDetails.LastYear ? CalendarErrors.SinceTooFar : null]) is { } no
            ? no : to == Details ? Decision.Nothing : new CalendarRedrawn(Details, to);
    }

    /// <summary>Another hours for one day, or for one day of every year; said once more, it is changed.</summary>
    public Decision SetDay(SpecialDay day, IDateTimeZoneProvider zones)
    {
        var to = day with { Name = day.Name.Trim() };
        var before = Details.Days.FirstOrDefault(d => Same(d, to));
        if (before == to) return Decision.Nothing;
        return With(to).Wrong(zones) is { } no ? no : new CalendarDaySet(before, to);
    }

    public Decision TakeDay(LocalDate date, bool yearly) =>
        Details.Days.FirstOrDefault(d => d.Date == date && d.Yearly == yearly) is { } there ? new CalendarDayTaken(there) : CalendarErrors.NoSuchDay;

    /// <summary>Those of a list that are not here yet; what somebody has said about a day stays.</summary>
    public Decision Import(IEnumerable<SpecialDay> days, IDateTimeZoneProvider zones)
    {
        var fresh = Fresh(days);
        if (fresh.Count == 0) return Decision.Nothing;
        return (Details with { Days = [.. Details.Days, .. fresh] }).Wrong(zones) is { } no ? no : new CalendarDaysImported(fresh);
    }

    /// <summary>The same, of a country or region that is remembered with the last year of it.</summary>
    public Decision TakeHolidays(HolidaySource source, IEnumerable<SpecialDay> days, IDateTimeZoneProvider zones)
    {
        // A day that is closed every year need not be said again for one of them.
        Seq<SpecialDay> fresh = [.. Fresh(days).Where(d => !Details.Days.Any(h => h.Yearly && h.Falls(d.Date)))];
        var to = Details.Holidays is { } was && was.Place == source.Place ? source with { Through = Math.Max(was.Through, source.Through) } : source;
        if (fresh.Count == 0 && to == Details.Holidays) return Decision.Nothing;
        return (Details with { Days = [.. Details.Days, .. fresh] }).Wrong(zones) is { } no ? no : new CalendarHolidaysTaken(to, fresh);
    }

    private Seq<SpecialDay> Fresh(IEnumerable<SpecialDay> days) =>
        [.. days.Select(d => d with { Name = d.Name.Trim() }).DistinctBy(d => (d.Date, d.Yearly)).Where(d => !Details.Days.Any(h => Same(h, d)))];

    public Decision Retire() => Retired ? Decision.Nothing : new CalendarRetired();

    public Decision Restore() => Retired ? new CalendarRestored() : Decision.Nothing;

    public BusinessCalendar Apply(Event happened, By by) => Changed(happened) with { Version = Version + 1 };

    private BusinessCalendar Changed(Event happened) => happened switch
    {
        CalendarDrawn e => this with { Details = e.Details },
        CalendarRedrawn e => this with { Details = e.To },
        CalendarDaySet e => this with { Details = With(e.To) },
        CalendarDayTaken e => this with { Details = (Details with { Days = Details.Days.Remove(e.Day) }).Tidy },
        CalendarDaysImported e => this with { Details = (Details with { Days = [.. Details.Days, .. e.Days] }).Tidy },
        CalendarHolidaysTaken e => this with { Details = (Details with { Days = [.. Details.Days, .. e.Days], Holidays = e.From }).Tidy },
        CalendarRetired => this with { Retired = true },
        CalendarRestored => this with { Retired = false },
        _ => throw new NotSupportedException($"A calendar knows nothing of {happened.GetType().Name}."),
    };

    private CalendarDetails With(SpecialDay day) => (Details with { Days = [.. Details.Days.Where(d => !Same(d, day)), day] }).Tidy;

    private static bool Same(SpecialDay one, SpecialDay other) => one.Yearly == other.Yearly && (one.Yearly ? one.Falls(other.Date) : one.Date == other.Date);
}
