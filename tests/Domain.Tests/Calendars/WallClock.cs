namespace FirstContact.Calendars;

/// <summary>
/// A slow second opinion about opening hours: it walks minute by minute and looks at the wall. A minute is worked when the latest that the
/// clock has shown so far lies in the hours of its day: so an hour that comes twice is one long hour, and one that is skipped is none.
/// </summary>
internal static class WallClock
{
    private static readonly Duration Minute = Duration.FromMinutes(1), Enough = Duration.FromHours(30);

    public static Duration Between(CalendarDetails calendar, DateTimeZone zone, Instant from, Instant to) => Duration.FromMinutes(Minutes(calendar, zone, from, to).Count(m => m.Open));

    /// <summary>The first moment at which so many minutes have been worked.</summary>
    public static Instant After(CalendarDetails calendar, DateTimeZone zone, Instant from, int minutes)
    {
        foreach (var (at, open) in Minutes(calendar, zone, from, from + Duration.FromDays(4000)))
        {
            if (minutes == 0) return at;
            if (open && --minutes == 0) return at + Minute;
        }
        throw new InvalidOperationException("It never opens.");
    }

    private static IEnumerable<(Instant At, bool Open)> Minutes(CalendarDetails calendar, DateTimeZone zone, Instant from, Instant to)
    {
        var latest = LocalDateTime.FromDateTime(DateTime.MinValue);
        for (var at = from - Enough; at < to; at += Minute)
        {
            var shown = at.InZone(zone).LocalDateTime;
            if (shown > latest) latest = shown;
            if (at < from) continue;
            var minute = latest.Hour * 60 + latest.Minute;
            yield return (at, calendar.On(latest.Date).Any(s => minute >= s.From && minute < s.To));
        }
    }
}
