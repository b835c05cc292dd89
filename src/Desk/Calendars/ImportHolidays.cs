namespace FirstContact.Calendars;

/// <summary>The whole days of an iCalendar file, as lists of holidays are published. What is in the calendar already stays as somebody said it.</summary>
/// <param name="File">Its text; null when none came.</param>
public sealed record ImportHolidays(CalendarId Id, string? File) : Command<BusinessCalendar>
{
    /// <summary>Of the file, in characters.</summary>
    public const int Largest = 1024 * 1024;

    public override Permission Needs => CalendarPermissions.Manage;

    protected override Store<BusinessCalendar> StoreOf(Work work) => work.Calendars;

    public override async Task<Result<BusinessCalendar>> Do(Work work)
    {
        if (!HolidayFile.Read(File, work.By.At.InUtc().Date).Is(out var days, out var no)) return no;
        return await work.Calendars.Change(Id.Value, c => c.Import(days, DateTimeZoneProviders.Tzdb));
    }
}
