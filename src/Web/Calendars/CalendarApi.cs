using NodaTime.Text;

namespace FirstContact.Calendars;

/// <param name="Zone">By its name in the time zone database; without one it is that of whom the calendar is kept for.</param>
/// <param name="Week">Seven texts from Monday, like '08:00-12:00, 13:00-17:00', 'all day', or an empty one for a closed day.</param>
public sealed record CalendarBody(string? Name, string? Zone = null, IReadOnlyList<string>? Week = null);

/// <param name="Since">From which day the week holds; today where it is left away. What was counted before stays as it was.</param>
public sealed record CalendarRedrawBody(string? Name, string? Zone = null, IReadOnlyList<string>? Week = null, LocalDate? Since = null);

/// <param name="Until">The first day on which it holds no more.</param>
public sealed record EarlierWeekJson(LocalDate Until, IReadOnlyList<string> Week);

/// <param name="Hours">Nothing for closed.</param>
/// <param name="Yearly">On this day of every year.</param>
public sealed record CalendarDayBody(LocalDate? Day, string? Name, string? Hours = null, bool Yearly = false);

/// <param name="File">The text of an iCalendar file.</param>
public sealed record HolidaysBody(string? File);

/// <param name="Place">Like DE, or DE-BY for a region.</param>
/// <param name="Days">Only these; left away for all.</param>
public sealed record PublicHolidaysBody(string? Place, int From, int To, Seq<LocalDate>? Days = null);

public sealed record CalendarDayJson(LocalDate Day, string Name, string Hours, bool Yearly);

/// <param name="Earlier">Weeks that held before, the oldest first.</param>
public sealed record CalendarJson(long Id, int Version, string Name, string? Zone, IReadOnlyList<string> Week, IReadOnlyList<EarlierWeekJson> Earlier, IReadOnlyList<CalendarDayJson> Days, bool Retired)
{
    internal static CalendarJson Of(BusinessCalendar c) => new(
        c.Key, c.Version, c.Name, c.Details.Zone, [.. c.Details.Week.Select(DayHours.Write)], [.. c.Details.Earlier.Select(e => new EarlierWeekJson(e.Until, [.. e.Week.Select(DayHours.Write)]))], [.. c.Details.Days.Select(d => new CalendarDayJson(d.Date, d.Name, DayHours.Write(d.Open), d.Yearly))], c.Retired);
}

public sealed record OpeningJson(Instant From, Instant To);

/// <summary>Working hours for programs.</summary>
internal static class CalendarApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/calendars", async (WebCall call, Desk desk, HttpContext http) => (await desk.Ask(new ListCalendars(), call.Caller)).Is(out var all, out var no) ? http.Listed([.. all.Select(CalendarJson.Of)], null) : no.Problem())
            .WithSummary("All calendars by name").Produces<Listing<CalendarJson>>();
        api.MapPost("/calendars", async (Body<CalendarBody> body, WebCall call, Desk desk, HttpResponse http) =>
            (await desk.Do(new DrawCalendar(Said(body.Value)), call.Call)).Is(out var made, out var no) ? http.Made($"/api/v1/calendars/{made.Key}", made.Version, CalendarJson.Of(made)) : no.Problem()).WithSummary("Draw a calendar").Produces<CalendarJson>(201);
        api.MapGet("/calendars/{id:long}", async (long id, WebCall call, Desk desk, Times times, HttpResponse http) => (await desk.Ask(new ShowCalendar(new(id), times.Zone.Id), call.Caller)).Is(out var view, out var no) ? http.Tagged(view.Calendar.Version, CalendarJson.Of(view.Calendar)) : no.Problem())
            .WithSummary("One calendar").Produces<CalendarJson>();
        api.MapPut("/calendars/{id:long}", (long id, Body<CalendarRedrawBody> body, WebCall call, Desk desk, Times times, HttpResponse http) =>
            Run(new RedrawCalendar(new(id), new(body.Value.Name, body.Value.Zone, [.. body.Value.Week ?? []]), body.Value.Since ?? times.ToDay), call, desk, http)).WithSummary("Name, zone and week anew, from a day on; its days stay").Produces<CalendarJson>();
        api.MapGet("/calendars/{id:long}/openings", async (long id, WebCall call, Desk desk, Times times, HttpContext http) => (await desk.Ask(new ShowCalendar(new(id), times.Zone.Id), call.Caller)).Is(out var view, out var no)
            ? http.Listed([.. view.Openings.Select(o => new OpeningJson(o.Start, o.End))], null) : no.Problem()).WithSummary("When it is open next, ten times").Produces<Listing<OpeningJson>>();
        api.MapPost("/calendars/{id:long}/days", (long id, Body<CalendarDayBody> body, WebCall call, Desk desk, HttpResponse http) =>
            Run(new SetCalendarDay(new(id), body.Value.Day, body.Value.Name, body.Value.Hours, body.Value.Yearly), call, desk, http)).WithSummary("Set the hours of a day, once or every year").Produces<CalendarJson>();
        api.MapDelete("/calendars/{id:long}/days/{day}", (long id, string day, bool? yearly, WebCall call, Desk desk, HttpResponse http) =>
            LocalDatePattern.Iso.Parse(day).TryGetValue(default, out var one) ? Run(new TakeCalendarDay(new(id), one, yearly ?? false), call, desk, http) : Task.FromResult<IResult>(CalendarErrors.NoSuchDay.Problem())).WithSummary("Take a day out").Produces<CalendarJson>();
        api.MapPost("/calendars/{id:long}/holidays", (long id, Body<HolidaysBody> body, WebCall call, Desk desk, HttpResponse http) => Run(new ImportHolidays(new(id), body.Value.File), call, desk, http)).WithSummary("Take in the whole days of an iCalendar file").Produces<CalendarJson>();
        api.MapGet("/holiday-places", (HttpContext http) => http.Listed(PublicHolidays.Places, null)).WithSummary("Countries and regions of which public holidays are known").Produces<Listing<HolidayPlace>>();
        api.MapGet("/calendars/{id:long}/public-holidays", async (long id, string? place, int? from, int? to, WebCall call, Desk desk, HttpContext http) =>
            (await desk.Ask(new PreviewHolidays(new(id), place, from ?? 0, to ?? 0), call.Caller)).Is(out var lines, out var no) ? http.Listed(lines, null) : no.Problem())
            .WithSummary("The public holidays of ?place= (DE, DE-BY) from one year to another, with what the calendar has").Produces<Listing<HolidayLine>>();
        api.MapPost("/calendars/{id:long}/public-holidays", (long id, Body<PublicHolidaysBody> body, WebCall call, Desk desk, HttpResponse http) =>
            Run(new AddHolidays(new(id), body.Value.Place, body.Value.From, body.Value.To, body.Value.Days), call, desk, http)).WithSummary("Take in the public holidays of a place for some years").Produces<CalendarJson>();
        api.MapDelete("/calendars/{id:long}", (long id, WebCall call, Desk desk, HttpResponse http) => Run(new RetireCalendar(new(id)), call, desk, http)).WithSummary("Retire").Produces<CalendarJson>();
        api.MapPost("/calendars/{id:long}/restoration", (long id, WebCall call, Desk desk, HttpResponse http) => Run(new RestoreCalendar(new(id)), call, desk, http)).WithSummary("Take up again").Produces<CalendarJson>();
    }

    private static CalendarSaid Said(CalendarBody b) => new(b.Name, b.Zone, [.. b.Week ?? []]);

    private static async Task<IResult> Run(Command<BusinessCalendar> command, WebCall call, Desk desk, HttpResponse http) =>
        (await desk.Do(command, call.Call)).Is(out var done, out var no) ? http.Tagged(done.Version, CalendarJson.Of(done)) : no.Problem();
}
