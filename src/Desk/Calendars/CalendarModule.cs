using System.Collections.Concurrent;

namespace FirstContact.Calendars;

/// <summary>The door of the slice.</summary>
public static class CalendarModule
{
    extension(Work work)
    {
        public CalendarStore Calendars => new(work);
    }

    extension(Reader read)
    {
        /// <summary>All of them, the retired ones too, by name. Kept in memory.</summary>
        public ValueTask<IReadOnlyList<BusinessCalendar>> Calendars() => read.Kept(BusinessCalendar.Subject, CalendarStore.All);

        /// <summary>The same, ready to be counted with.</summary>
        internal ValueTask<CalendarHours> Hours() => read.Kept(BusinessCalendar.Subject, async r => new CalendarHours(await r.Calendars(), r.Database.HomeZone));
    }
}

/// <summary>The opening hours of calendars by their ids. One without a zone is counted where those are for whom it is kept, else where the desk is; one that is not there is always open.</summary>
internal sealed class CalendarHours(IEnumerable<BusinessCalendar> calendars, DateTimeZone home)
{
    private static readonly OpenHours Always = new(CalendarDetails.Always, DateTimeZone.Utc);

    private readonly Dictionary<CalendarId, CalendarDetails> _calendars = calendars.ToDictionary(c => c.Id, c => c.Details);
    private readonly ConcurrentDictionary<HoursOf, OpenHours> _hours = [];

    public OpenHours Of(HoursOf hours) => _hours.GetOrAdd(hours, of => _calendars.TryGetValue(of.Calendar, out var calendar)
        ? new OpenHours(calendar, DateTimeZoneProviders.Tzdb.GetZoneOrNull(calendar.Zone ?? of.Zone ?? "") ?? home) : Always);
}
