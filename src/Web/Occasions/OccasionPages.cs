using System.Globalization;
using FirstContact.People;
using NodaTime.Text;

namespace FirstContact.Occasions;

/// <param name="Part">The form that was refused: test, link or off.</param>
public sealed record OccasionModel(OccasionView View, string? Part = null, Form? Typed = null, Error? Error = null)
{
    public string? TypedIn(string part, string field) => Part == part ? Typed?[field] : null;

    public Error? ErrorOf(string part) => Part == part ? Error : null;
}

/// <param name="Occasion">What is changed; null while something new is typed.</param>
/// <param name="Typed">By the names of the fields.</param>
public sealed record OccasionFormModel(Occasion? Occasion, Func<string, string?> Typed, int? Version, IReadOnlyList<TeamRow> Teams, Error? Error = null);

/// <summary>One event: planned, changed, tested, called off.</summary>
internal static class OccasionPages
{
    public static string At(long id) => string.Create(CultureInfo.InvariantCulture, $"/events/{id}");

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/events/new", (string? day, string? ticket, WebCall call, Desk desk, Frame frame, Times times) => Fresh(call, desk, frame, times, LocalDatePattern.Iso.Parse(day ?? "").TryGetValue(default, out var on) ? on : null));
        pages.MapPost("/events", async (Form form, WebCall call, Desk desk, Frame frame, Times times) =>
            (await desk.Do(new PlanOccasion(Read(form, times.Zone)), call.Of(form))).Is(out var made, out var no) ? new SeeOther(At(made.Key)) : await Edit(null, form, call, desk, frame, times, no));
        pages.MapGet("/events/{id:long}", (long id, WebCall call, Desk desk, Frame frame) => Screen(id, call, desk, frame));
        pages.MapGet("/events/{id:long}/form", (long id, WebCall call, Desk desk, Frame frame, Times times) => Edit(id, null, call, desk, frame, times));
        pages.MapPost("/events/{id:long}", async (long id, Form form, WebCall call, Desk desk, Frame frame, Times times) =>
            (await desk.Do(new ChangeOccasion(new(id), Read(form, times.Zone)), call.Of(form))).Error is { } no ? await Edit(id, form, call, desk, frame, times, no) : new SeeOther(At(id)));
        pages.MapPost("/events/{id:long}/test", (long id, Form form, WebCall call, Desk desk, Frame frame) => Run(new TestOccasion(new(id), form["ok"] == "yes", form["words"]), id, "test", form, call, desk, frame));
        pages.MapPost("/events/{id:long}/tickets", (long id, Form form, WebCall call, Desk desk, Frame frame) => Run(new LinkToOccasion(new(id), form["ticket"]), id, "link", form, call, desk, frame));
        pages.MapPost("/events/{id:long}/tickets/removal", (long id, Form form, WebCall call, Desk desk) => desk.Press(new UnlinkFromOccasion(new(id), new(form.Number("ticket") ?? 0)), call, At(id)));
        pages.MapPost("/events/{id:long}/calling-off", (long id, Form form, WebCall call, Desk desk, Frame frame) => Run(new CallOffOccasion(new(id), form["why"]), id, "off", form, call, desk, frame));
        pages.MapPost("/events/{id:long}/planning", (long id, WebCall call, Desk desk) => desk.Press(new PlanOccasionAgain(new(id)), call, At(id)));
    }

    private static OccasionSaid Read(Form form, DateTimeZone zone) => new(
        form["title"], form["place"], form.Instant("starts", zone), form.Instant("ends", zone), form["contact"], form["watcher"], form["team"], form.Instant("testAt", zone), form["tester"],
        form["warnHours"] is null ? null : form.Number("warnHours") ?? 0, form["notes"]);

    private static async Task<IResult> Run(Command<Occasion> command, long id, string part, Form form, WebCall call, Desk desk, Frame frame)
    {
        if ((await desk.Do(command, call.Call)).Error is not { } no) return new SeeOther(At(id));
        return no.Kind is ErrorKind.Forbidden or ErrorKind.Missing ? no.Page() : await Screen(id, call, desk, frame, m => m with { Part = part, Typed = form, Error = no }, no);
    }

    private static async Task<IResult> Screen(long id, WebCall call, Desk desk, Frame frame, Func<OccasionModel, OccasionModel>? with = null, Error? refused = null)
    {
        frame.At = "/events";
        if (!(await desk.Ask(new ShowOccasion(new(id)), call.Caller)).Is(out var view, out var no)) return no.Page();
        return Show.Page<OccasionPage, OccasionModel>(with is null ? new(view) : with(new(view)), refused?.Status() ?? 200);
    }

    private static async Task<IResult> Fresh(WebCall call, Desk desk, Frame frame, Times times, LocalDate? day)
    {
        var preset = new Dictionary<string, string?> { ["starts"] = day is { } on ? $"{LocalDatePattern.Iso.Format(on)}T09:00" : null, ["watcher"] = await Address(desk, call, new(call.Caller.Person, call.Caller.Name)), ["warnHours"] = "24" };
        return await Shown(null, preset.GetValueOrDefault, null, call, desk, frame);
    }

    private static async Task<IResult> Edit(long? id, Form? form, WebCall call, Desk desk, Frame frame, Times times, Error? no = null)
    {
        if (no?.Kind is ErrorKind.Forbidden or ErrorKind.Missing) return no.Page();
        if (id is not { } one) return await Shown(null, name => form![name], null, call, desk, frame, no);
        if (!(await desk.Ask(new ShowOccasion(new(one)), call.Caller)).Is(out var view, out var refused)) return refused.Page();
        if (form is not null) return await Shown(view.Occasion, name => form[name], form.Version, call, desk, frame, no);
        var d = view.Occasion.Details;
        var now = new Dictionary<string, string?>
        {
            ["title"] = d.Title, ["place"] = d.Place, ["starts"] = times.Field(d.Starts), ["ends"] = times.Field(d.Ends), ["contact"] = d.Contact, ["watcher"] = await Address(desk, call, d.Watcher), ["team"] = d.Team?.Name,
            ["testAt"] = d.TestAt is { } test ? times.Field(test) : null, ["tester"] = await Address(desk, call, d.Tester), ["warnHours"] = d.WarnHours.ToString(CultureInfo.InvariantCulture), ["notes"] = d.Notes,
        };
        return await Shown(view.Occasion, now.GetValueOrDefault, view.Occasion.Version, call, desk, frame);
    }

    private static async Task<IResult> Shown(Occasion? occasion, Func<string, string?> typed, int? version, WebCall call, Desk desk, Frame frame, Error? no = null)
    {
        frame.At = "/events";
        if (!call.Caller.May(OccasionPermissions.Plan)) return Errors.Forbidden.Page();
        return Show.Page<OccasionFormPage, OccasionFormModel>(new(occasion, typed, version, (await desk.Ask(new ListTeams(), call.Caller)).Value!, no), no?.Status() ?? 200);
    }

    private static async Task<string?> Address(Desk desk, WebCall call, Named<PersonId>? who) =>
        who is { } one ? (await desk.Ask(new ShowPerson(one.Id), call.Caller)).Value?.Person.Email ?? one.Id.Value.ToString(CultureInfo.InvariantCulture) : null;
}
