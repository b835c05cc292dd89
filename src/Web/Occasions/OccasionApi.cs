using FirstContact.Tickets;

namespace FirstContact.Occasions;

/// <param name="Ends">An hour after it begins when it is missing.</param>
/// <param name="Contact">Whom one calls there.</param>
/// <param name="Watcher">By e-mail address; a team may watch besides or instead.</param>
/// <param name="Team">By name or id.</param>
/// <param name="TestAt">When it is tested before.</param>
/// <param name="Tester">By e-mail address; whoever watches when it is missing.</param>
/// <param name="WarnHours">24 when it is missing.</param>
public sealed record OccasionBody(
    string? Title, string? Place, Instant? Starts, string? Contact, Instant? Ends = null, string? Watcher = null, string? Team = null, Instant? TestAt = null, string? Tester = null, int? WarnHours = null, string? Notes = null);

public sealed record OccasionTestBody(bool? Ok, string? Words = null);

public sealed record OccasionTicketBody(string? Ticket);

public sealed record CallOffBody(string? Why);

public sealed record OccasionTestJson(bool Ok, string Words, long By, Instant At);

/// <param name="Tickets">By number, for who may see tickets.</param>
public sealed record OccasionJson(
    long Id, int Version, string Title, string Place, Instant Starts, Instant Ends, string Contact, NamedJson? Watcher, NamedJson? Team, Instant? TestAt, NamedJson? Tester, int WarnHours, string Notes,
    OccasionTestJson? Test, IReadOnlyList<string> Tickets, bool CalledOff)
{
    internal static OccasionJson Of(Occasion o, Caller caller) => new(
        o.Key, o.Version, o.Title, o.Details.Place, o.Details.Starts, o.Details.Ends, o.Details.Contact, Named(o.Details.Watcher), o.Details.Team is { } t ? new(t.Id.Value, t.Name) : null, o.Details.TestAt, Named(o.Details.Tester), o.Details.WarnHours, o.Details.Notes,
        o.Test is { } test ? new(test.Ok, test.Words, test.By.Value, test.At) : null, caller.May(TicketPermissions.SeeAll) ? [.. o.Tickets.Select(k => k.Name)] : [], o.CalledOff);

    private static NamedJson? Named(Named<PersonId>? who) => who is { } one ? new(one.Id.Value, one.Name) : null;
}

public sealed record OccasionNowJson(OccasionNeed Need, OccasionJson Event);

/// <summary>Events that are watched, for programs.</summary>
internal static class OccasionApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/occasions", async (string? from, string? to, WebCall call, Desk desk, Times times, HttpContext http) =>
            Csv.Wanted(http.Request) ? (await CalendarPages.Table(from, to, call, desk, times)).Is(out var csv, out var unread) ? csv : unread.Problem()
            : !CalendarPages.Range(from, to, times).Is(out var range, out var unclear) ? unclear.Problem()
            : (await desk.Ask(new ListOccasions(range.From, range.To), call.Caller)).Is(out var all, out var no) ? http.Listed([.. all.Select(o => OccasionJson.Of(o, call.Caller))], null) : no.Problem())
            .WithSummary("Time-critical events between two days, in the order of their beginning; for three months from today when nothing is said").Produces<Listing<OccasionJson>>();
        api.MapGet("/occasions/now", async (WebCall call, Desk desk, HttpContext http) => (await desk.Ask(new ListOccasionsNow(), call.Caller)).Is(out var now, out var no)
            ? http.Listed([.. now.Select(n => new OccasionNowJson(n.Need, OccasionJson.Of(n.Occasion, call.Caller)))], null) : no.Problem()).WithSummary("What asks for you now: a test that is due or failed, an event that is near").Produces<Listing<OccasionNowJson>>();
        api.MapPost("/occasions", async (Body<OccasionBody> body, WebCall call, Desk desk, HttpResponse http) =>
            (await desk.Do(new PlanOccasion(Said(body.Value)), call.Call)).Is(out var made, out var no) ? http.Made($"/api/v1/occasions/{made.Key}", made.Version, OccasionJson.Of(made, call.Caller)) : no.Problem()).WithSummary("Plan an event").Produces<OccasionJson>(201);
        api.MapGet("/occasions/{id:long}", async (long id, WebCall call, Desk desk, HttpResponse http) => (await desk.Ask(new ShowOccasion(new(id)), call.Caller)).Is(out var view, out var no) ? http.Tagged(view.Occasion.Version, OccasionJson.Of(view.Occasion, call.Caller)) : no.Problem()).WithSummary("One event").Produces<OccasionJson>();
        api.MapPut("/occasions/{id:long}", (long id, Body<OccasionBody> body, WebCall call, Desk desk, HttpResponse http) => Run(new ChangeOccasion(new(id), Said(body.Value)), call, desk, http)).WithSummary("Say it anew; another time or place makes its test undone").Produces<OccasionJson>();
        api.MapPost("/occasions/{id:long}/test", (long id, Body<OccasionTestBody> body, WebCall call, Desk desk, HttpResponse http) => Run(new TestOccasion(new(id), body.Value.Ok ?? false, body.Value.Words), call, desk, http)).WithSummary("How the test before it went").Produces<OccasionJson>();
        api.MapPost("/occasions/{id:long}/tickets", (long id, Body<OccasionTicketBody> body, WebCall call, Desk desk, HttpResponse http) => Run(new LinkToOccasion(new(id), body.Value.Ticket), call, desk, http)).WithSummary("Link a ticket that has to do with it").Produces<OccasionJson>();
        api.MapDelete("/occasions/{id:long}/tickets/{number}", (long id, string number, WebCall call, Desk desk, HttpResponse http) =>
            TicketNumber.TryParse(number, out var ticket) ? Run(new UnlinkFromOccasion(new(id), ticket), call, desk, http) : Task.FromResult<IResult>(OccasionErrors.NotLinked.Problem())).WithSummary("Take the link off").Produces<OccasionJson>();
        api.MapPost("/occasions/{id:long}/calling-off", (long id, Body<CallOffBody> body, WebCall call, Desk desk, HttpResponse http) => Run(new CallOffOccasion(new(id), body.Value.Why), call, desk, http)).WithSummary("It does not take place").Produces<OccasionJson>();
        api.MapDelete("/occasions/{id:long}/calling-off", (long id, WebCall call, Desk desk, HttpResponse http) => Run(new PlanOccasionAgain(new(id)), call, desk, http)).WithSummary("It takes place after all").Produces<OccasionJson>();
    }

    private static OccasionSaid Said(OccasionBody b) => new(b.Title, b.Place, b.Starts, b.Ends, b.Contact, b.Watcher, b.Team, b.TestAt, b.Tester, b.WarnHours, b.Notes);

    private static async Task<IResult> Run(Command<Occasion> command, WebCall call, Desk desk, HttpResponse http) =>
        (await desk.Do(command, call.Call)).Is(out var done, out var no) ? http.Tagged(done.Version, OccasionJson.Of(done, call.Caller)) : no.Problem();
}
