namespace FirstContact.Calendars;

/// <summary>Nobody chooses it any more; what runs by it goes on.</summary>
public sealed record RetireCalendar(CalendarId Id) : Command<BusinessCalendar>
{
    public override Permission Needs => CalendarPermissions.Manage;

    protected override Store<BusinessCalendar> StoreOf(Work work) => work.Calendars;

    public override Task<Result<BusinessCalendar>> Do(Work work) => work.Calendars.Change(Id.Value, c => c.Retire());
}
