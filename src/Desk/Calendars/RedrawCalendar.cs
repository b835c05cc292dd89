namespace FirstContact.Calendars;

/// <summary>Another name, zone or week; its days stay.</summary>
/// <param name="Since">The day from which the week holds: what was counted before stays as it was.</param>
public sealed record RedrawCalendar(CalendarId Id, CalendarSaid Said, LocalDate Since) : Command<BusinessCalendar>
{
    public override Permission Needs => CalendarPermissions.Manage;

    protected override Store<BusinessCalendar> StoreOf(Work work) => work.Calendars;

    public override async Task<Result<BusinessCalendar>> Do(Work work)
    {
        var zones = DateTimeZoneProviders.Tzdb;
        if (!(await work.Calendars.Load(Id.Value)).Is(out var now, out var missing)) return missing;
        if (!(await DrawCalendar.Sound(work, Id, Said, now.Details.Days, d => now.Redraw(d, zones, Since))).Is(out var details, out var no)) return no;
        return await work.Calendars.Change(Id.Value, c => c.Redraw(details, zones, Since));
    }
}
