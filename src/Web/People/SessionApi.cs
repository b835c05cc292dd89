namespace FirstContact.People;

/// <summary>The caller's own sessions and tokens. A program makes no token: that is done by a person or at the command line.</summary>
public static class SessionApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var sessions = api.MapGroup("/sessions").WithTags("People");
        sessions.MapGet("", List).WithSummary("One's own sessions and tokens").Produces<Listing<SessionRow>>();
        sessions.MapDelete("/{id:long}", End).WithSummary("Ends a session or revokes a token").Produces(204);
    }

    private static async Task<IResult> List(HttpContext http, WebCall call, Desk desk) =>
        (await desk.Ask(new ListSessions(call.Caller.Person), call.Caller)).Is(out var sessions, out var no) ? http.Listed(sessions, null) : no.Problem();

    private static async Task<IResult> End(long id, WebCall call, Desk desk)
    {
        var ended = await desk.Do(new EndSession(id), call.Call);
        if (ended.Error == PeopleErrors.SessionNotFound) ended = await desk.Do(new RevokeToken(id), call.Call);
        return ended.Error is { } no ? no.Problem() : TypedResults.NoContent();
    }
}
