using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;

namespace FirstContact.Calendars;

/// <summary>Reads the holidays out of an iCalendar file (RFC 5545): its events that take whole days.</summary>
internal static class HolidayFile
{
    /// <summary>What comes back in another way than each year on the same day is laid out for so many years.</summary>
    private const int YearsAhead = 5;

    public static Result<IReadOnlyList<SpecialDay>> Read(string? file, LocalDate today)
    {
        if (file.IsBlank) return CalendarErrors.FileMissing;
        if (file!.Length > ImportHolidays.Largest) return CalendarErrors.FileTooLarge;
        try
        {
            var days = CalendarCollection.Load(file).SelectMany(c => c.Events).Where(e => e.IsAllDay && e.Start is not null && !string.Equals(e.Status, "CANCELLED", StringComparison.OrdinalIgnoreCase))
                .SelectMany(e => Days(e, today)).Take(CalendarDetails.MostDays + 1).ToList();
            return days.Count == 0 ? CalendarErrors.FileUnread : days;
        }
        // Whatever the library meets in a stranger's file, it is no list of holidays.
        catch (Exception e) when (e is not OutOfMemoryException) { return CalendarErrors.FileUnread; }
    }

    private static IEnumerable<SpecialDay> Days(CalendarEvent happens, LocalDate today)
    {
        var name = happens.Summary.IsBlank ? "Holiday" : happens.Summary!.Trim() is { Length: > SpecialDay.LongestName } longer ? longer[..SpecialDay.LongestName] : happens.Summary.Trim();
        var (first, count) = (Day(happens.Start!), Math.Clamp(happens.EffectiveDuration.ToTimeSpanUnspecified().Days, 1, 31));
        return happens.RecurrenceRule switch
        {
            null => Each(first, count, yearly: false),
            { Frequency: FrequencyType.Yearly, Interval: 1, ByDay.Count: 0, ByYearDay.Count: 0, ByWeekNo.Count: 0, Count: null, Until: null } => Each(first, count, yearly: true),
            { Frequency: FrequencyType.Yearly or FrequencyType.Monthly or FrequencyType.Weekly or FrequencyType.Daily } =>
                happens.GetOccurrences(new CalDateTime(today.Year, 1, 1)).Select(o => Day(o.Period.StartTime)).TakeWhile(d => d.Year < today.Year + YearsAhead).SelectMany(d => Each(d, count, yearly: false)),
            _ => [],
        };

        IEnumerable<SpecialDay> Each(LocalDate from, int days, bool yearly) => Enumerable.Range(0, days).Select(i => new SpecialDay(from.PlusDays(i), name, DayHours.Closed, yearly));
    }

    private static LocalDate Day(CalDateTime at) => new(at.Year, at.Month, at.Day);
}
