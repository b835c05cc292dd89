using System.Globalization;
using System.Text;
using NodaTime.Text;

namespace FirstContact.Calendars;

public sealed record CalendarsModel(IReadOnlyList<BusinessCalendar> Calendars, Func<BusinessCalendar, Interval?> Next);

/// <param name="View">What is shown and changed; null while something new is typed.</param>
/// <param name="Month">That is shown, by its first day.</param>
/// <param name="Part">The form that was refused: week, day or file.</param>
public sealed record WorkingHoursModel(CalendarView? View, LocalDate Month, CalendarTyped Typed, string? Part = null, Form? Form = null, Error? Error = null)
{
    public Error? ErrorOf(string part) => Part == part ? Error : null;

    public string? TypedIn(string part, string field) => Part == part ? Form?[field] : null;
}

/// <param name="Week">From Monday.</param>
public sealed record CalendarTyped(string? Name, string? Zone, Seq<string?> Week)
{
    public string? Since { get; init; }

    public static CalendarTyped Of(Form form) => new(form["name"], form["zone"], [.. Enumerable.Range(0, 7).Select(i => form[CalendarDetails.Field(i)])]) { Since = form["since"] };

    public static CalendarTyped Of(CalendarDetails details) => new(details.Name, details.Zone, [.. details.Week.Select(DayHours.Write)]);

    public CalendarSaid Said => new(Name, Zone, Week);
}

/// <summary>Working hours for people: a list, and one calendar with its week, its days, and when it opens next.</summary>
internal static class CalendarPages
{
    public const string List = "/settings/calendars";

    public static string At(long id) => string.Create(CultureInfo.InvariantCulture, $"{List}/{id}");

    public static void Map(IEndpointRouteBuilder settings)
    {
        settings.MapGet("/calendars", async (WebCall call, Desk desk, Times times) => (await desk.Ask(new ListCalendars(), call.Caller)).Is(out var all, out var no)
            ? Show.Page<CalendarsPage, CalendarsModel>(new(all, c => Opening(c, times))) : no.Page());
        settings.MapGet("/calendars/new", (WebCall call, Times times) => Fresh(CalendarTyped.Of(CalendarDetails.Usual), call, times));
        settings.MapPost("/calendars", async (Form form, WebCall call, Desk desk, Times times) =>
            (await desk.Do(new DrawCalendar(CalendarTyped.Of(form).Said), call.Of(form))).Is(out var made, out var no) ? new SeeOther(At(made.Key)) : Fresh(CalendarTyped.Of(form), call, times, no));
        settings.MapGet("/calendars/{id:long}", (long id, string? month, WebCall call, Desk desk, Times times) => Screen(id, month, call, desk, times));
        settings.MapPost("/calendars/{id:long}", (long id, Form form, WebCall call, Desk desk, Times times) => Run(new RedrawCalendar(new(id), CalendarTyped.Of(form).Said, form.Day("since") ?? times.ToDay), id, "week", form, call, desk, times));
        settings.MapPost("/calendars/{id:long}/days", (long id, Form form, WebCall call, Desk desk, Times times) =>
            Run(new SetCalendarDay(new(id), form.Day("day"), form["dayName"], form["hours"], form.Ticked("yearly")), id, "day", form, call, desk, times));
        settings.MapPost("/calendars/{id:long}/days/removal", (long id, Form form, WebCall call, Desk desk) => desk.Press(new TakeCalendarDay(new(id), form.Day("day") ?? default, form.Ticked("yearly")), call, At(id)));
        settings.MapPost("/calendars/{id:long}/holidays", async (long id, Form form, WebCall call, Desk desk, Times times) =>
            await Run(new ImportHolidays(new(id), await Text(form.Files.GetFile("file"))), id, "file", form, call, desk, times));
        HolidayPages.Map(settings);
        settings.MapPost("/calendars/{id:long}/retirement", (long id, WebCall call, Desk desk) => desk.Press(new RetireCalendar(new(id)), call, List));
        settings.MapPost("/calendars/{id:long}/restoration", (long id, WebCall call, Desk desk) => desk.Press(new RestoreCalendar(new(id)), call, List));
    }

    private static Interval? Opening(BusinessCalendar calendar, Times times)
    {
        var zone = calendar.Details.Zone is { } named ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(named) ?? times.Zone : times.Zone;
        return new OpenHours(calendar.Details, zone).Openings(times.Now).Select(o => (Interval?)o).FirstOrDefault();
    }

    private static IResult Fresh(CalendarTyped typed, WebCall call, Times times, Error? no = null)
    {
        if (!call.Caller.May(CalendarPermissions.Manage)) return Errors.Forbidden.Page();
        return Show.Page<WorkingHoursPage, WorkingHoursModel>(new(null, times.ToDay, typed, "week", null, no), no?.Status() ?? 200);
    }

    private static async Task<IResult> Run(Command<BusinessCalendar> command, long id, string part, Form form, WebCall call, Desk desk, Times times)
    {
        if ((await desk.Do(command, call.Of(form))).Error is not { } no) return new SeeOther(At(id));
        return no.Kind is ErrorKind.Forbidden or ErrorKind.Missing ? no.Page() : await Screen(id, null, call, desk, times, m => m with { Part = part, Form = form, Error = no, Typed = part == "week" ? CalendarTyped.Of(form) : m.Typed }, no);
    }

    private static async Task<IResult> Screen(long id, string? month, WebCall call, Desk desk, Times times, Func<WorkingHoursModel, WorkingHoursModel>? with = null, Error? refused = null)
    {
        if (!(await desk.Ask(new ShowCalendar(new(id), times.Zone.Id), call.Caller)).Is(out var view, out var no)) return no.Page();
        var first = YearMonthPattern.Iso.Parse(month ?? "").TryGetValue(default, out var asked) && asked.Year is >= CalendarDetails.FirstYear and <= CalendarDetails.LastYear ? asked.OnDayOfMonth(1) : times.ToDay.With(DateAdjusters.StartOfMonth);
        var model = new WorkingHoursModel(view, first, CalendarTyped.Of(view.Calendar.Details));
        return Show.Page<WorkingHoursPage, WorkingHoursModel>(with is null ? model : with(model), refused?.Status() ?? 200);
    }

    /// <summary>Its text; of a file that is too large as much as tells that it is.</summary>
    private static async Task<string?> Text(IFormFile? file)
    {
        if (file is null) return null;
        using var reader = new StreamReader(file.OpenReadStream(), Encoding.UTF8);
        var text = new char[ImportHolidays.Largest + 1];
        return new(text, 0, await reader.ReadBlockAsync(text));
    }
}
