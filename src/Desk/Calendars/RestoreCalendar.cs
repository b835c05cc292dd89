namespace FirstContact.Calendars;

/// <summary>It can be chosen again.</summary>
public sealed record RestoreCalendar(CalendarId Id) : Command<BusinessCalendar>
{
    public override Permission Needs => CalendarPermissions.Manage;

    protected override Store<BusinessCalendar> StoreOf(Work work) => work.Calendars;

    public override Task<Result<BusinessCalendar>> Do(Work work) => work.Calendars.Change(Id.Value, c => c.Restore());
}
