using System.Globalization;
using FirstContact.Tickets;

namespace FirstContact.Rules;

public sealed record AddRuleBody(string? Name, RuleTriggerBody? When, IReadOnlyDictionary<string, string?>? If, ActionBody?[]? Then);

/// <summary>What is missing stays as it is.</summary>
public sealed record ChangeRuleBody(string? Name, RuleTriggerBody? When, IReadOnlyDictionary<string, string?>? If, ActionBody?[]? Then);

/// <param name="Rule">The rule that is being changed; none for a new one.</param>
public sealed record TrialBody(string? Name, RuleTriggerBody? When, IReadOnlyDictionary<string, string?>? If, ActionBody?[]? Then, long? Rule = null);

public sealed record MoveRuleBody(bool? Up);

internal static class RuleApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/rules", List).WithSummary("All rules, in the order in which they run").Produces<Listing<RuleJson>>();
        api.MapPost("/rules", Add).WithSummary("Add a rule; it works at once, behind the others").Produces<RuleJson>(201);
        api.MapPost("/rules/trials", Try).WithSummary("What a rule would have done to past tickets; nothing is written").Produces<RuleTrialJson>();
        api.MapGet("/rules/{id:long}", (long id, WebCall call, Desk desk, HttpResponse http) => Answer(desk, call, id, http)).WithSummary("One rule").Produces<RuleJson>();
        api.MapPatch("/rules/{id:long}", Change).WithSummary("Change what is given").Produces<RuleJson>();
        api.MapDelete("/rules/{id:long}", async (long id, WebCall call, Desk desk) => (await desk.Do(new RemoveRule(new(id)), call.Call)).Error is { } no ? (IResult)no.Problem() : TypedResults.NoContent()).WithSummary("Remove it").Produces(204);
        api.MapPost("/rules/{id:long}/activation", (long id, Body<NothingBody> _, WebCall call, Desk desk, HttpResponse http) => Run(new SwitchOnRule(new(id)), call, desk, http)).WithSummary("Switch it on").Produces<RuleJson>();
        api.MapDelete("/rules/{id:long}/activation", (long id, WebCall call, Desk desk, HttpResponse http) => Run(new SwitchOffRule(new(id)), call, desk, http)).WithSummary("Switch it off").Produces<RuleJson>();
        api.MapPost("/rules/{id:long}/moves", (long id, Body<MoveRuleBody> body, WebCall call, Desk desk, HttpResponse http) => Run(new MoveRule(new(id), body.Value.Up ?? true), call, desk, http)).WithSummary("Move it one place up or down").Produces<RuleJson>();
        api.MapPost("/rules/{id:long}/copies", Copy).WithSummary("Make a copy, switched off").Produces<RuleJson>(201);
        api.MapGet("/rules/{id:long}/versions", Versions).WithSummary("What it said before, newest first").Produces<Listing<RuleVersionJson>>();
        api.MapGet("/rules/{id:long}/runs", Runs).WithSummary("What it did, newest first").Produces<Listing<RuleRunJson>>();
    }

    private static async Task<IResult> List(WebCall call, Desk desk, HttpContext http) =>
        (await desk.Ask(new ListRules(), call.Caller)).Is(out var lines, out var no) ? http.Listed(lines, l => l.Row.Id, RuleJson.Of) : no.Problem();

    private static async Task<IResult> Add(Body<AddRuleBody> body, WebCall call, Desk desk, DateTimeZone zone, HttpResponse http)
    {
        var b = body.Value;
        if (!RuleReading.Of(b.Name, b.When, b.If, b.Then, null, zone).Is(out var said, out var unclear)) return unclear.Problem();
        return (await desk.Do(new AddRule(said), call.Call)).Is(out var made, out var no) ? await Made(desk, call, made.Key, http) : no.Problem();
    }

    private static async Task<IResult> Change(long id, Body<ChangeRuleBody> body, WebCall call, Desk desk, DateTimeZone zone, HttpResponse http)
    {
        if (!(await desk.Ask(new ShowRule(new(id)), call.Caller)).Is(out var view, out var missing)) return missing.Problem();
        var b = body.Value;
        if (!RuleReading.Of(b.Name, b.When, b.If, b.Then, view.Row.Definition, zone).Is(out var said, out var unclear)) return unclear.Problem();
        var change = new ChangeRule(view.Row.Id, said);
        // What is not given is taken from what was read: so it must still stand when this is written.
        return await Run(change, call with { Call = call.Call with { Expects = call.Call.Expects ?? view.Row.Version } }, desk, http);
    }

    private static async Task<IResult> Try(Body<TrialBody> body, WebCall call, Desk desk, DateTimeZone zone)
    {
        var b = body.Value;
        if (!RuleReading.Of(b.Name, b.When, b.If, b.Then, null, zone).Is(out var said, out var unclear)) return unclear.Problem();
        var trial = new TrialRule(said, b.Rule is { } self ? new RuleId(self) : null);
        return (await desk.Ask(trial, call.Caller)).Is(out var found, out var no) ? TypedResults.Json(RuleTrialJson.Of(found), ApiJson.Options) : no.Problem();
    }

    private static async Task<IResult> Copy(long id, Body<NothingBody> _, WebCall call, Desk desk, HttpResponse http) =>
        (await desk.Do(new CopyRule(new(id)), call.Call)).Is(out var copy, out var no) ? await Made(desk, call, copy.Key, http) : no.Problem();

    private static async Task<IResult> Versions(long id, WebCall call, Desk desk, HttpContext http) =>
        (await desk.Ask(new ShowRule(new(id)), call.Caller)).Is(out var view, out var no) ? http.Listed([.. view.Versions.Select(RuleVersionJson.Of)], null) : no.Problem();

    private static async Task<IResult> Runs(long id, string? after, string? limit, WebCall call, Desk desk, HttpContext http)
    {
        var rows = limit.IsBlank ? 50 : int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var most) ? most : 0;
        return (await desk.Ask(new ListRuleRuns(new(id), after, rows), call.Caller)).Is(out var runs, out var no) ? http.Listed([.. runs.Rows.Select(RuleRunJson.Of)], runs.Next) : no.Problem();
    }

    private static async Task<IResult> Run(Command<Rule> command, WebCall call, Desk desk, HttpResponse http) =>
        (await desk.Do(command, call.Call)).Is(out var done, out var no) ? await Answer(desk, call, done.Key, http) : no.Problem();

    private static async Task<IResult> Answer(Desk desk, WebCall call, long id, HttpResponse http) =>
        (await desk.Ask(new ShowRule(new(id)), call.Caller)).Is(out var view, out var no) ? http.Tagged(view.Row.Version, RuleJson.Of(view.Line)) : no.Problem();

    private static async Task<IResult> Made(Desk desk, WebCall call, long id, HttpResponse http)
    {
        var view = (await desk.Ask(new ShowRule(new(id)), call.Caller)).Value!;
        return http.Made(string.Create(CultureInfo.InvariantCulture, $"/api/v1/rules/{id}"), view.Row.Version, RuleJson.Of(view.Line));
    }
}
