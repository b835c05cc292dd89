namespace FirstContact.Calendars;

/// <summary>The public holidays of a country or region for some years. What is in the calendar already stays as somebody said it; it is remembered whose holidays they are and how far.</summary>
/// <param name="Place">Like DE, or DE-BY for a region.</param>
/// <param name="Only">Of them only these days; null for all.</param>
public sealed record AddHolidays(CalendarId Id, string? Place, int From, int To, Seq<LocalDate>? Only = null) : Command<BusinessCalendar>
{
    public override Permission Needs => CalendarPermissions.Manage;

    protected override Store<BusinessCalendar> StoreOf(Work work) => work.Calendars;

    public override async Task<Result<BusinessCalendar>> Do(Work work)
    {
        if (!Read(Place, From, To).Is(out var place, out var no)) return no;
        var days = PublicHolidays.Of(place, From, To).Where(d => Only is not { } only || only.Contains(d.Date)).ToList();
        if (days.Count == 0) return CalendarErrors.NoDayChosen;
        var name = place.IsRegion ? $"{PublicHolidays.Place(place.Country)!.Name}, {place.Name}" : place.Name;
        return await work.Calendars.Change(Id.Value, c => c.TakeHolidays(new(place.Code, name, To), days, DateTimeZoneProviders.Tzdb));
    }

    internal static Result<HolidayPlace> Read(string? place, int from, int to)
    {
        var found = PublicHolidays.Place(place);
        return Error.Of(
            found is null ? CalendarErrors.PlaceUnknown : null,
            from < PublicHolidays.FirstYear || to > PublicHolidays.LastYear || from > to ? CalendarErrors.YearsUnknown(PublicHolidays.FirstYear, PublicHolidays.LastYear) : null) is { } no ? no : found!;
    }
}
