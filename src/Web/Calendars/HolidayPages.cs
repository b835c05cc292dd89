using System.Globalization;

namespace FirstContact.Calendars;

/// <param name="Lines">Null until a country is chosen.</param>
/// <param name="Chosen">The days that are ticked; null for all that are new.</param>
public sealed record HolidaysModel(BusinessCalendar Calendar, string? Country, string? Region, string From, string To, IReadOnlyList<HolidayLine>? Lines, IReadOnlyCollection<string>? Chosen, Error? Error)
{
    public string? Place => Region.IsBlank || !Region!.StartsWith($"{Country}-", StringComparison.Ordinal) ? Country : Region;
}

/// <summary>Public holidays of a country for a calendar: chosen, looked at, taken in.</summary>
internal static class HolidayPages
{
    public static void Map(IEndpointRouteBuilder settings)
    {
        settings.MapGet("/calendars/{id:long}/public-holidays", (long id, string? country, string? region, string? from, string? to, WebCall call, Desk desk, Times times) => Screen(id, country, region, from, to, null, null, call, desk, times));
        settings.MapPost("/calendars/{id:long}/public-holidays", async (long id, Form form, WebCall call, Desk desk, Times times) =>
        {
            var days = form.All("day");
            var only = days.Select(d => NodaTime.Text.LocalDatePattern.Iso.Parse(d)).Where(d => d.Success).Select(d => d.Value);
            return (await desk.Do(new AddHolidays(new(id), form["place"], Year(form["from"]), Year(form["to"]), [.. only]), call.Of(form))).Error is not { } no ? new SeeOther(CalendarPages.At(id))
                : no.Kind is ErrorKind.Forbidden or ErrorKind.Missing ? no.Page()
                : await Screen(id, form["country"], form["region"], form["from"], form["to"], days, no, call, desk, times);
        });
    }

    private static async Task<IResult> Screen(long id, string? country, string? region, string? from, string? to, IReadOnlyCollection<string>? chosen, Error? no, WebCall call, Desk desk, Times times)
    {
        if (!call.Caller.May(CalendarPermissions.Manage)) return Errors.Forbidden.Page();
        if (!(await desk.Ask(new ShowCalendar(new(id), times.Zone.Id), call.Caller)).Is(out var view, out var missing)) return missing.Page();
        var source = view.Calendar.Details.Holidays;
        // Whoever has chosen a country before is shown what comes next.
        var next = Math.Clamp(source is null ? times.ToDay.Year : Math.Max(source.Through + 1, times.ToDay.Year), PublicHolidays.FirstYear, PublicHolidays.LastYear);
        var place = country is null && source is not null ? PublicHolidays.Place(source.Place) : null;
        var model = new HolidaysModel(view.Calendar, country ?? place?.Country, region ?? (place?.IsRegion == true ? place.Code : null),
            from ?? next.ToString(CultureInfo.InvariantCulture), to ?? Math.Min(source is null ? next + 1 : next, PublicHolidays.LastYear).ToString(CultureInfo.InvariantCulture), null, chosen, no);
        if (!model.Country.IsBlank)
        {
            var lines = await desk.Ask(new PreviewHolidays(new(id), model.Place, Year(model.From), Year(model.To)), call.Caller);
            model = model with { Lines = lines.Value, Error = no ?? lines.Error };
        }
        return Show.Page<HolidaysPage, HolidaysModel>(model, model.Error?.Status() ?? 200);
    }

    private static int Year(string? typed) => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : 0;
}
