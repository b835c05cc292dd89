namespace FirstContact.Calendars;

/// <summary>Every event of calendars: its stored name and the one sentence that tells it.</summary>
public static class CalendarEventWords
{
    public static IEnumerable<EventWords> All =>
    [
        EventWords.Of<CalendarDrawn>("calendar.drawn", e => $"drew the calendar {e.Details.Name}"),
        EventWords.Of<CalendarRedrawn>("calendar.redrawn", e => $"changed {Changed(e.From, e.To)} of the calendar {e.To.Name}{(e.To.Earlier is [.., var before] && e.To.Earlier != e.From.Earlier ? $" from {before.Until:uuuu-MM-dd}" : "")}"),
        EventWords.Of<CalendarDaySet>("calendar.day-set", e => $"{(e.From is null ? "set" : "changed")} {Day(e.To)}: {Hours(e.To.Open)}"),
        EventWords.Of<CalendarDayTaken>("calendar.day-taken", e => $"took {Day(e.Day)} out: it is as any other"),
        EventWords.Of<CalendarDaysImported>("calendar.days-imported", e => e.Days.Count == 1 ? $"took {Day(e.Days[0])} in from a list" : $"took {e.Days.Count} days in from a list, {Day(e.Days[0])} to {Day(e.Days[^1])}"),
        EventWords.Of<CalendarHolidaysTaken>("calendar.holidays-taken", e => $"took {e.Days.Count} public {(e.Days.Count == 1 ? "holiday" : "holidays")} of {e.From.Name} in, through {e.From.Through}"),
        EventWords.Of<CalendarRetired>("calendar.retired", _ => "retired it"),
        EventWords.Of<CalendarRestored>("calendar.restored", _ => "took it up again"),
    ];

    private static string Day(SpecialDay day) => $"{(day.Yearly ? $"every {day.Date:d MMMM}" : $"{day.Date:uuuu-MM-dd}")} ({day.Name})";

    private static string Hours(Seq<OpenSpan> open) => open.Count == 0 ? "closed" : DayHours.Write(open);

    private static string Changed(CalendarDetails from, CalendarDetails to) => string.Join(", ", ((string?[])
    [
        from.Name == to.Name ? null : $"the name ({from.Name} before)", from.Zone == to.Zone ? null : $"the zone ({from.Zone ?? "that of whom it is for"} before)",
        .. from.Week.Zip(to.Week).Select((day, i) => day.First == day.Second ? null : $"{(IsoDayOfWeek)(i + 1)} ({Hours(day.First)} before)"),
    ]).OfType<string>());
}
