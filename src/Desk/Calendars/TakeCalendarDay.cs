namespace FirstContact.Calendars;

/// <summary>The day is as the week says again.</summary>
public sealed record TakeCalendarDay(CalendarId Id, LocalDate Day, bool Yearly) : Command<BusinessCalendar>
{
    public override Permission Needs => CalendarPermissions.Manage;

    protected override Store<BusinessCalendar> StoreOf(Work work) => work.Calendars;

    public override Task<Result<BusinessCalendar>> Do(Work work) => work.Calendars.Change(Id.Value, c => c.TakeDay(Day, Yearly));
}
