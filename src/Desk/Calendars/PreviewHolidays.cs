namespace FirstContact.Calendars;

/// <summary>The public holidays of a place for some years, with those marked that a calendar has.</summary>
public sealed record PreviewHolidays(CalendarId Id, string? Place, int From, int To) : IQuery<IReadOnlyList<HolidayLine>>
{
    public Permission Needs => CalendarPermissions.See;

    public async Task<Result<IReadOnlyList<HolidayLine>>> Ask(Question question)
    {
        if ((await question.Read.Calendars()).FirstOrDefault(c => c.Id == Id) is not { } calendar) return CalendarErrors.NotFound;
        if (!AddHolidays.Read(Place, From, To).Is(out var place, out var no)) return no;
        return new([.. PublicHolidays.Of(place, From, To).Select(d => new HolidayLine(d.Date, d.Name, calendar.Details.Days.FirstOrDefault(h => h.Falls(d.Date))?.Name))], null);
    }
}

/// <param name="Here">How the calendar calls this day; null where it has none.</param>
public sealed record HolidayLine(LocalDate Day, string Name, string? Here);
