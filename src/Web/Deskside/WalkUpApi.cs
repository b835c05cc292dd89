using FirstContact.Tickets;

namespace FirstContact.Deskside;

/// <param name="Who">By e-mail address, by a name that only one person has, or just as a name.</param>
/// <param name="Redirected">Led to the desk; else helped on the spot.</param>
/// <param name="Said">The kind word; null for the usual one.</param>
/// <param name="Team">Which of your teams was asked, by name or id.</param>
/// <param name="Called">By phone; else at your place.</param>
/// <param name="Solved">What solved it at once; then the ticket is resolved.</param>
/// <param name="Tried">The customer has tried it and says that it works; then the ticket is closed.</param>
/// <param name="Category">What it is about, by name or id.</param>
/// <param name="Stranger">It is nobody whom the desk knows, though others are called so.</param>
public sealed record WalkUpBody(string? Who, string? Words, bool Redirected = false, string? Said = null, string? Team = null, bool Called = false, string? Solved = null, bool Tried = false, string? Category = null, bool Stranger = false);

/// <param name="Customer">Null for somebody whom the desk does not know.</param>
/// <param name="AtDesk">The team that was asked is of first contact: that is no way round the desk.</param>
/// <param name="RemindAt">When whoever led him to the desk looks again; null for who was helped.</param>
public sealed record WalkUpJson(long Id, int Version, NamedJson? Customer, string Who, string Words, NamedJson? Asked, NamedJson By, bool Called, bool Redirected, string? Said, string? Solved, bool Tried, bool AtDesk, long Ticket, Instant RecordedAt, Instant? RemindAt, Instant? SeenAt)
{
    internal static WalkUpJson Of(WalkUp w) => new(
        w.Key, w.Version, w.Details.Customer is { } c ? new(c.Id.Value, c.Name) : null, w.Details.Who, w.Details.Words, w.Details.Asked is { } t ? new(t.Id.Value, t.Name) : null, new(w.Details.By.Id.Value, w.Details.By.Name),
        w.Details.Called, w.Details.Redirected, w.Details.Said, w.Details.Solved, w.Details.Tried, w.Details.AtDesk, w.Ticket.Value, w.RecordedAt, w.RemindAt, w.SeenAt);
}

public sealed record DesksideRulesBody(string? Words, int Hours = 0);

public sealed record DesksideRulesJson(int Version, string Words, int Hours);

/// <summary>Walk-ups for programs.</summary>
internal static class WalkUpApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/walk-ups", async (Body<WalkUpBody> body, WebCall call, Desk desk, HttpResponse http) => (await desk.Do(Said(body.Value), call.Call with { Expects = null })).Is(out var made, out var no)
            ? http.Made($"/api/v1/tickets/{made.Ticket.Value}", made.Version, WalkUpJson.Of(made)) : no.Problem()).WithSummary("Somebody went round the desk: opens a ticket, in progress with you, resolved at once, or with first contact").Produces<WalkUpJson>(201);
        api.MapGet("/walk-ups/followed", async (WebCall call, Desk desk, HttpContext http) => (await desk.Ask(new ListFollowedWalkUps(), call.Caller)).Is(out var led, out var no) ? http.Listed([.. led.Select(WalkUpJson.Of)], null) : no.Problem())
            .WithSummary("Whom you led to the desk and are to look after now").Produces<Listing<WalkUpJson>>();
        api.MapPost("/walk-ups/{id:long}/seen", async (long id, Body<NothingBody> _, WebCall call, Desk desk, HttpResponse http) => (await desk.Do(new SeeToWalkUp(new(id)), call.Call)).Is(out var done, out var no) ? http.Tagged(done.Version, WalkUpJson.Of(done)) : no.Problem())
            .WithSummary("You have seen that it is cared for").Produces<WalkUpJson>();
        api.MapGet("/deskside-rules", async (WebCall call, Desk desk, HttpResponse http) => (await desk.Ask(new ShowDesksideRules(), call.Caller)).Is(out var now, out var no) ? Answer(http, now) : no.Problem()).WithSummary("What somebody is told who is led to the desk").Produces<DesksideRulesJson>();
        api.MapPut("/deskside-rules", async (Body<DesksideRulesBody> body, WebCall call, Desk desk, HttpResponse http) =>
            (await desk.Do(new ChangeDesksideRules(new(body.Value.Words ?? "", body.Value.Hours)), call.Call)).Is(out var now, out var no) ? Answer(http, now) : no.Problem()).WithSummary("Say it otherwise").Produces<DesksideRulesJson>();
    }

    private static RecordWalkUp Said(WalkUpBody b) => new(b.Who, b.Words, b.Redirected, b.Said, b.Team, b.Called) { Solved = b.Solved, Tried = b.Tried, Category = b.Category, Stranger = b.Stranger };

    private static IResult Answer(HttpResponse http, DesksideRules now) => http.Tagged(now.Version, new DesksideRulesJson(now.Version, now.Values.Words, now.Values.Hours));
}
