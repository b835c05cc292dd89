using FirstContact.Tickets;

namespace FirstContact.Tools;

/// <param name="Tool">By name or id.</param>
/// <param name="Device">Its name or address.</param>
public sealed record StartToolBody(string? Tool, string? Device = null);

/// <param name="Link">What opens it.</param>
public sealed record SessionJson(int No, NamedJson Tool, string? Team, NamedJson By, string? Device, string Link, Instant At)
{
    internal static SessionJson Of(ToolSession s) => new(s.No, new(s.Tool.Id.Value, s.Tool.Name), s.Team, new(s.By.Id.Value, s.By.Name), s.Device, s.Link, s.At);
}

/// <param name="Usable">What you may start for it.</param>
/// <param name="Without">What you may not use, with what keeps it from you.</param>
/// <param name="Sessions">The newest first.</param>
public sealed record TicketToolsJson(IReadOnlyList<ToolJson> Usable, IReadOnlyList<ToolJson> Without, IReadOnlyList<SessionJson> Sessions);

/// <summary>Tools from a ticket, for programs.</summary>
internal static class SessionApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/tickets/{ticket}/tools", async (TicketAt ticket, WebCall call, Desk desk) => (await desk.Ask(new ShowTicketTools(ticket), call.Caller)).Is(out var tools, out var no)
            ? TypedResults.Json(new TicketToolsJson([.. tools.Usable.Select(ToolJson.Of)], [.. tools.Without.Select(ToolJson.Of)], [.. tools.Sessions.Select(SessionJson.Of)]), ApiJson.Options) : (IResult)no.Problem())
            .WithSummary("What you may start for a ticket, what you must do without, and what was started").Produces<TicketToolsJson>();
        api.MapPost("/tickets/{ticket}/sessions", async (TicketAt ticket, Body<StartToolBody> body, WebCall call, Desk desk, HttpResponse http) =>
        {
            if (!(await desk.Do(new StartTool(ticket, body.Value.Tool, body.Value.Device), call.Call)).Is(out var after, out var no)) return no.Problem();
            return (await desk.Ask(new ShowSession(ticket, after.Version), call.Caller)).Is(out var session, out var gone)
                ? http.Made($"/api/v1/tickets/{after.Key}/sessions/{session.No}", after.Version, SessionJson.Of(session)) : gone.Problem();
        }).WithSummary("Write down that you start a tool on a device for a ticket; the answer has the link that opens it").Produces<SessionJson>(201);
        api.MapGet("/tickets/{ticket}/sessions/{no:int}", async (TicketAt ticket, int no, WebCall call, Desk desk) => (await desk.Ask(new ShowSession(ticket, no), call.Caller)).Is(out var session, out var gone)
            ? TypedResults.Json(SessionJson.Of(session), ApiJson.Options) : (IResult)gone.Problem()).WithSummary("One session").Produces<SessionJson>();
    }
}
