using FirstContact.Tickets;

namespace FirstContact.Measures;

/// <summary>The same figures for programs.</summary>
internal static class MeasureApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/teamwork", async (string? from, string? to, string? team, string? service, string? segment, string? impact, WebCall call, Desk desk, DateTimeZone zone) =>
        {
            if (!new TeamworkAsked(from, to, team, service, segment, impact).Filter(zone).Is(out var filter, out var unclear)) return (IResult)unclear.Problem();
            return (await desk.Ask(new ShowTeamwork(filter), call.Caller)).Is(out var figures, out var no) ? TypedResults.Json(TeamworkJson.Of(figures), ApiJson.Options) : (IResult)no.Problem();
        }).WithSummary("How teams worked together on the tickets opened in a period").Produces<TeamworkJson>();
        api.MapGet("/teamwork.csv", async (string? from, string? to, string? team, string? service, string? segment, string? impact, WebCall call, Desk desk, DateTimeZone zone) =>
            (await TeamworkTable.Of(desk, call.Caller, new(from, to, team, service, segment, impact), zone)).Is(out var csv, out var no) ? csv : (IResult)no.Problem()).WithSummary("The same figures as CSV").Produces<string>(200, "text/csv");
        api.MapGet("/teamwork/{measure}/tickets", async (string measure, string? from, string? to, string? team, string? service, string? segment, string? impact, long? fromTeam, long? toTeam, long? counts, int? handovers, long? unit, string? after, int? limit, HttpContext http, WebCall call, Desk desk, DateTimeZone zone) =>
        {
            if (!new TeamworkAsked(from, to, team, service, segment, impact).Filter(zone).Is(out var filter, out var unclear)) return (IResult)unclear.Problem();
            return (await desk.Ask(TeamworkPages.Query(measure, filter, http.Request.Query), call.Caller)).Is(out var list, out var no) ? http.Listed([.. list.Rows.Select(BehindJson.Of)], list.Next) : no.Problem();
        }).WithSummary("The tickets that a figure counts, newest first").Produces<Listing<BehindJson>>();
        api.MapGet("/definitions", (WebCall call, HttpContext http) => call.Caller.May(MeasurePermissions.See) ? http.Listed([.. Definitions.All.Select(d => new DefinitionJson(d.Name, d.Title, d.Words, d.Sql))], null) : Errors.Forbidden.Problem())
            .WithSummary("What each figure means, and the query that gives it").Produces<Listing<DefinitionJson>>();
        api.MapGet("/mine", async (WebCall call, Desk desk) => (await desk.Ask(new ListOwnFaults(), call.Caller)).Is(out var own, out var no) ? TypedResults.Json(own, ApiJson.Options) : (IResult)no.Problem())
            .WithSummary("What concerns whoever asks, and nobody else").Produces<OwnFaults>();
        api.MapGet("/tickets/{ticket}/faults", async (TicketAt ticket, WebCall call, Desk desk, HttpContext http, IClock clock) =>
        {
            if (!(await desk.Ask(new ShowMeasureRules(), call.Caller)).Is(out var rules, out var shut)) return shut.Problem();
            return (await desk.Ask(new ShowTicket(ticket), call.Caller)).Is(out var view, out var no) ? http.Listed([.. TicketFaults.Of(view, rules, clock.GetCurrentInstant()).Select(f => new TicketFaultJson(Definitions.NameOf(f.Kind), f.At, FaultWords.Remedy(f.Kind)))], null) : no.Problem();
        }).WithSummary("What goes wrong on a ticket and can still be mended").Produces<Listing<TicketFaultJson>>();
        api.MapGet("/rules", async (WebCall call, Desk desk, HttpResponse http) => (await desk.Ask(new ShowMeasureRules(), call.Caller)).Is(out var rules, out var no) ? http.Tagged(rules.Version, MeasureRulesBody.Of(rules)) : no.Problem())
            .WithSummary("What the figures go by").Produces<MeasureRulesBody>();
        api.MapPut("/rules", async (Body<MeasureRulesBody> body, WebCall call, Desk desk, HttpResponse http) => (await desk.Do(new ChangeMeasureRules(body.Value.Values), call.Call)).Is(out var rules, out var no) ? http.Tagged(rules.Version, MeasureRulesBody.Of(rules)) : no.Problem())
            .WithSummary("Change what the figures go by").Produces<MeasureRulesBody>();
    }
}

/// <param name="GreetMinutes">For P1 to P5.</param>
public sealed record MeasureRulesBody(int[]? GreetMinutes, TeamLabelsBody?[]? Labels)
{
    internal MeasureRuleValues Values => new([.. GreetMinutes ?? []], [.. (Labels ?? []).Select(l => new TeamLabels(new(l?.Team ?? 0), [.. l?.Labels ?? []]))]);

    internal static MeasureRulesBody Of(MeasureRules rules) => new([.. rules.Values.GreetMinutes], [.. rules.Values.Labels.Select(l => new TeamLabelsBody(l.Team.Value, [.. l.Labels]))]);
}

public sealed record TeamLabelsBody(long Team, string[]? Labels);

/// <param name="Remedy">What would mend it.</param>
public sealed record TicketFaultJson(string Name, Instant At, string? Remedy);

public sealed record DefinitionJson(string Name, string Title, string Definition, string Query);

/// <param name="Took">From opening to the last resolution.</param>
/// <param name="Reason">Why a handover came back, or what was said of what it lacked, where the figure is of that; what was ticked beside it.</param>
public sealed record BehindJson(string Number, string Title, TicketStatus Status, string Team, Instant OpenedAt, Duration? Took, int Handovers, int Bounces, string? Reason, Seq<HandoverItem> Lacked)
{
    public static BehindJson Of(BehindRow r) => new(r.Number, r.Title, r.Status, r.Team, r.OpenedAt, r.Took, r.Handovers, r.Bounces, r.Reason, r.Lacked);
}
