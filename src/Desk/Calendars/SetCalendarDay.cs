namespace FirstContact.Calendars;

/// <summary>A holiday, a half day, a Saturday that is worked.</summary>
/// <param name="Hours">Like those of a week; blank for closed.</param>
public sealed record SetCalendarDay(CalendarId Id, LocalDate? Day, string? Name, string? Hours, bool Yearly) : Command<BusinessCalendar>
{
    public override Permission Needs => CalendarPermissions.Manage;

    protected override Store<BusinessCalendar> StoreOf(Work work) => work.Calendars;

    public override async Task<Result<BusinessCalendar>> Do(Work work)
    {
        var hours = DayHours.Read(Hours);
        if (Error.Of(Day is null ? CalendarErrors.DayMissing : null, Name.IsBlank ? CalendarErrors.DayNameMissing : null, hours.Error?.At("hours")) is { } no) return no;
        return await work.Calendars.Change(Id.Value, c => c.SetDay(new(Day!.Value, Name!, hours.Value!, Yearly), DateTimeZoneProviders.Tzdb));
    }
}
