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

/// <summary>The opening hours of calendars by their ids. One without a zone is counted where the desk is; one that is not there is always open.</summary>
internal sealed class CalendarHours(IEnumerable<BusinessCalendar> calendars, DateTimeZone home)
{
    private static readonly OpenHours Always = new(CalendarDetails.Always, DateTimeZone.Utc);

    private readonly Dictionary<CalendarId, OpenHours> _hours = calendars.ToDictionary(c => c.Id, c => new OpenHours(c.Details, DateTimeZoneProviders.Tzdb.GetZoneOrNull(c.Details.Zone ?? "") ?? home));

    public OpenHours Of(CalendarId calendar) => _hours.GetValueOrDefault(calendar) ?? Always;
}
