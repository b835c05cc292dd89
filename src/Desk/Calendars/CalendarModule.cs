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
    }
}
