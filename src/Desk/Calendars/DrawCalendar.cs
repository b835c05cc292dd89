namespace FirstContact.Calendars;

/// <summary>All that is said about a calendar, as people write it.</summary>
/// <param name="Zone">Blank for the zone of whom it is kept for.</param>
/// <param name="Week">The hours of each day from Monday, like '08:00-12:00, 13:00-17:00', 'all day', or nothing for a closed one.</param>
public sealed record CalendarSaid(string? Name, string? Zone, Seq<string?> Week);

/// <summary>A new calendar; its days come after.</summary>
public sealed record DrawCalendar(CalendarSaid Said) : Command<BusinessCalendar>
{
    public override Permission Needs => CalendarPermissions.Manage;

    protected override Store<BusinessCalendar> StoreOf(Work work) => work.Calendars;

    public override async Task<Result<BusinessCalendar>> Do(Work work) =>
        (await Sound(work, null, Said, [], d => BusinessCalendar.Draw(d, DateTimeZoneProviders.Tzdb))).Is(out var details, out var no)
            ? await work.Calendars.Create(BusinessCalendar.Draw(details, DateTimeZoneProviders.Tzdb)) : no;

    /// <summary>Reads what was said; all that is wrong with it at once.</summary>
    internal static async Task<Result<CalendarDetails>> Sound(Work work, CalendarId? self, CalendarSaid said, Seq<SpecialDay> days, Func<CalendarDetails, Decision> verb)
    {
        var week = said.Week.Select(DayHours.Read).ToList();
        var details = new CalendarDetails(said.Name ?? "", said.Zone, [.. week.Select(d => d.Value ?? DayHours.Closed)], days);
        var (unclear, taken) = (week.Any(d => d.Error is not null), (await work.Read.Calendars()).Any(c => c.Id != self && string.Equals(c.Name, said.Name?.Trim(), StringComparison.OrdinalIgnoreCase)));
        return Error.Of(
        [
            // What could not be read was not left out.
            .. (verb(details).Error?.All ?? []).Where(e => !unclear || e.Code != CalendarErrors.NeverOpen.Code),
            .. week.Select((day, i) => day.Error?.At(CalendarDetails.Field(i))), taken ? CalendarErrors.NameTaken : null,
        ]) is { } no ? no : details;
    }
}
