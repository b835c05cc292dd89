using FirstContact.Agreements;
using FirstContact.Calendars;
using FirstContact.Tickets;

namespace FirstContact.Clocks;

/// <param name="Worked">Working time that counts.</param>
public sealed record ClockLineJson(Instant From, Instant To, ClockState State, string Why, Duration Worked, Duration Closed, Duration Paused);

/// <summary>A promise on a ticket, and how its time came to be.</summary>
/// <param name="Clock">By which it is called: the kind of agreement, the measure and the how-manieth.</param>
/// <param name="Due">Null while it stands still, and when it was kept.</param>
public sealed record ClockJson(
    string Clock, AgreementKind Kind, Measure Measure, NamedJson Agreement, int Version, int Clause, ClockState State, ClockOutcome Outcome, Duration Target, Duration Worked, Duration Left, Instant? Due, Instant BeganAt, Instant? EndedAt,
    NamedJson Hours, string Zone, MissCause? Cause, string? CauseWords, IReadOnlyList<ClockLineJson> Lines)
{
    internal static ClockJson Of(ShownClock c) => new(
        c.Clock.Key.ToString(), c.Clock.Key.Kind, c.Clock.Key.Measure, new(c.Clock.Promise.Of.Agreement.Value, c.Clock.Promise.Of.Title), c.Clock.Promise.Of.Version, c.Clock.Promise.Clause.No, c.Reading.State, c.Outcome,
        c.Reading.Target, c.Reading.Worked, c.Reading.Left, c.Reading.Due, c.Clock.BeganAt, c.Clock.EndedAt, new(c.Clock.Promise.Clause.Hours.Id.Value, c.Clock.Promise.Clause.Hours.Name), c.Hours.Zone.Id, c.Clock.Explained?.Cause, c.Clock.Explained?.Words,
        [.. c.Reading.Lines.Select(l => new ClockLineJson(l.From, l.To, l.State, l.Why, l.Worked, l.Closed, l.Paused))]);
}

public sealed record MissJson(string Ticket, string Title, string Team, string Clock, NamedJson Agreement, int Version, Duration Target, Duration Worked, Instant Due, Instant? EndedAt, MissCause? Cause, string? Words)
{
    internal static MissJson Of(Miss m) => new(m.Number, m.Title, m.Team, m.Clock, new(m.Agreement.Id.Value, m.Agreement.Name), m.Version, m.Target, m.Worked, m.Due, m.EndedAt, m.Cause, m.Words);
}

public sealed record MissCauseBody(MissCause? Cause, string? Words);

/// <summary>Clocks for programs.</summary>
internal static class ClockApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/tickets/{ticket}/clocks", async (TicketAt ticket, WebCall call, Desk desk) =>
            (await desk.Ask(new ShowClocks(ticket), call.Caller)).Is(out var clocks, out var no) ? TypedResults.Json(clocks.Select(ClockJson.Of).ToList(), ApiJson.Options) : (IResult)no.Problem())
            .WithSummary("What was promised for this ticket, and how each time came to be").Produces<IReadOnlyList<ClockJson>>();
        api.MapPut("/tickets/{ticket}/clocks/{clock}/cause", async (TicketAt ticket, string clock, Body<MissCauseBody> body, WebCall call, Desk desk) =>
            (await desk.Do(new ExplainMiss(ticket, clock, body.Value.Cause, body.Value.Words), call.Call)).Error is { } no ? (IResult)no.Problem() : TypedResults.NoContent())
            .WithSummary("Say why a promise was missed").Produces(204);
        api.MapGet("/misses", async (string? cause, string? agreement, string? after, int? limit, WebCall call, Desk desk, HttpContext http) =>
            Csv.Wanted(http.Request) ? (await ClockPages.Table(cause, agreement, call, desk)).Is(out var csv, out var unread) ? csv : unread.Problem()
            : (await desk.Ask(new ListMisses(cause, ClockPages.Id(agreement), after, limit ?? 50), call.Caller)).Is(out var list, out var no) ? http.Listed([.. list.Rows.Select(MissJson.Of)], list.Next) : no.Problem())
            .WithSummary("Missed promises, the newest first").Produces<Listing<MissJson>>();
        api.MapGet("/misses.csv", async (string? cause, string? agreement, WebCall call, Desk desk) => (await ClockPages.Table(cause, agreement, call, desk)).Is(out var csv, out var no) ? csv : (IResult)no.Problem())
            .WithSummary("The same as CSV").Produces<string>(200, "text/csv");
    }
}
