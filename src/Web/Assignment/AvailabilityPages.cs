using NodaTime.Text;

namespace FirstContact.Assignment;

/// <param name="At">The page's own address.</param>
/// <param name="Zone">Of the desk, for whoever has said nothing yet.</param>
/// <param name="Typed">What was refused; null when nothing was.</param>
public sealed record AvailabilityModel(AvailabilityView View, string At, string Zone, Form? Typed = null, Error? Error = null)
{
    public string? Value(string field, string? stored) => Typed is { } typed ? typed[field] : stored;
}

/// <summary>Working hours, skills and whether somebody takes new tickets: of oneself, and of those whom one leads.</summary>
internal static class AvailabilityPages
{
    private const string Own = "/me/availability";

    public static void MapOwn(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Own, (WebCall call, Desk desk, DateTimeZone zone) => Screen(desk, call, zone, call.Caller.Person, Own));
        pages.MapPost(Own, (Form form, WebCall call, Desk desk, DateTimeZone zone) => Change(form, desk, call, zone, call.Caller.Person, Own));
        pages.MapPost($"{Own}/taking", async (WebCall call, Desk desk) => await desk.Press(new ChangeAvailability(call.Caller.Person) { Taking = true }, call, "/"));
    }

    public static void MapSettings(IEndpointRouteBuilder settings)
    {
        settings.MapGet("/people/{id:long}/availability", (long id, WebCall call, Desk desk, DateTimeZone zone) => Screen(desk, call, zone, new(id), Of(id)));
        settings.MapPost("/people/{id:long}/availability", (long id, Form form, WebCall call, Desk desk, DateTimeZone zone) => Change(form, desk, call, zone, new(id), Of(id)));
    }

    public static string From(IsoDayOfWeek day) => $"{WorkHours.Field(day)}-from";

    public static string To(IsoDayOfWeek day) => $"{WorkHours.Field(day)}-to";

    private static string Of(long id) => $"/settings/people/{id}/availability";

    private static async Task<IResult> Change(Form form, Desk desk, WebCall call, DateTimeZone zone, PersonId id, string at)
    {
        var command = new ChangeAvailability(id)
        {
            Hours = new(form["zone"] ?? "", [.. Days.Where(d => form[From(d)] is not null || form[To(d)] is not null).Select(d => Day(form, d))]),
            Taking = form.Ticked("taking"), Skills = [.. (form["skills"] ?? "").Split(',')],
        };
        return (await desk.Do(command, call.Of(form))).Error is { } no ? await Screen(desk, call, zone, id, at, form, no) : new SeeOther(at);
    }

    internal static IEnumerable<IsoDayOfWeek> Days => Enum.GetValues<IsoDayOfWeek>().Where(d => d != IsoDayOfWeek.None);

    // What cannot be read becomes a day of no length, which is refused at its place.
    private static WorkDay Day(Form form, IsoDayOfWeek day) => Time(form[From(day)]) is { } from && Time(form[To(day)]) is { } to ? new(day, from, to) : new(day, LocalTime.Midnight, LocalTime.Midnight);

    private static LocalTime? Time(string? text) => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text ?? "") is { Success: true } time ? time.Value : null;

    private static async Task<IResult> Screen(Desk desk, WebCall call, DateTimeZone zone, PersonId id, string at, Form? typed = null, Error? no = null)
    {
        if (no?.Kind == ErrorKind.Forbidden) return no.Page();
        if (!(await desk.Ask(new ShowAvailability(id.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)), call.Caller)).Is(out var view, out var missing)) return missing.Page();
        return Show.Page<AvailabilityPage, AvailabilityModel>(new(view, at, zone.Id, typed, no), no?.Status() ?? 200);
    }
}
