namespace FirstContact.Targets;

/// <summary>Goals for programs.</summary>
internal static class TargetApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("", async (bool? retired, WebCall call, Desk desk, HttpContext http) => (await desk.Ask(new ListTargets(), call.Caller)).Is(out var all, out var no)
            ? http.Listed([.. (retired == true ? all.Retired : all.Holding).Select(GoalJson.Of)], null) : no.Problem()).WithSummary("The goals that hold, or those that are retired").Produces<Listing<GoalJson>>();
        api.MapPost("", async (Body<GoalBody> body, WebCall call, Desk desk, HttpResponse http) => (await desk.Do(new SetTarget(body.Value.Said), call.Call)).Is(out var made, out var no)
            ? http.Made($"/api/v1/targets/{made.Key}", made.Version, GoalJson.Of(made)) : no.Problem()).WithSummary("Set a goal").Produces<GoalJson>(201);
        api.MapGet("/{id:long}", async (long id, WebCall call, Desk desk, HttpResponse http) => (await desk.Ask(new ShowTarget(new(id)), call.Caller)).Is(out var view, out var no)
            ? http.Tagged(view.Target.Version, AttainedJson.Of(new(view.Target, view.Attained, view.Figures))) : no.Problem()).WithSummary("One goal and how it stands").Produces<AttainedJson>();
        api.MapPut("/{id:long}", (long id, Body<GoalBody> body, WebCall call, Desk desk, HttpResponse http) => Run(new ChangeTarget(new(id), body.Value.Said), call, desk, http)).WithSummary("Say it anew").Produces<GoalJson>();
        api.MapDelete("/{id:long}", (long id, WebCall call, Desk desk, HttpResponse http) => Run(new RetireTarget(new(id)), call, desk, http)).WithSummary("Retire").Produces<GoalJson>();
        api.MapPost("/{id:long}/restoration", (long id, WebCall call, Desk desk, HttpResponse http) => Run(new RestoreTarget(new(id)), call, desk, http)).WithSummary("Let it hold again").Produces<GoalJson>();
        api.MapGet("/attainment", async (string? team, WebCall call, Desk desk, HttpRequest request) =>
            Csv.Wanted(request) ? (await TargetTable.Goals(desk, call.Caller, team)).Is(out var csv, out var unread) ? csv : unread.Problem()
            : (await desk.Ask(new ShowAttained(team), call.Caller)).Is(out var all, out var no) ? TypedResults.Json(new AttainmentOfTargetsJson(GoalJson.Named(all.Team), [.. all.Targets.Select(AttainedJson.Of)], all.CountedUntil), ApiJson.Options) : (IResult)no.Problem())
            .WithSummary("How each goal stands, for six periods; of one team's tickets when it is named").Produces<AttainmentOfTargetsJson>();
        api.MapGet("/teams", async (string? period, string? team, WebCall call, Desk desk, HttpRequest request) =>
        {
            if (Csv.Wanted(request)) return (await TargetTable.Teams(desk, call.Caller, period, team)).Is(out var csv, out var unread) ? csv : unread.Problem();
            if ((period.IsBlank ? TargetSpan.Month : ApiWord.Read<TargetSpan>(period)) is not { } span) return TargetErrors.SpanUnknown.Problem();
            return (await desk.Ask(new CompareTeams(span, team), call.Caller)).Is(out var compared, out var no) ? TypedResults.Json(ComparedTeamsJson.Of(compared), ApiJson.Options) : (IResult)no.Problem();
        }).WithSummary("Every team by the same measures: this month, lastMonth, this quarter or lastQuarter").Produces<ComparedTeamsJson>();
        api.MapGet("/measures", (WebCall call, HttpContext http) => call.Caller.May(TargetPermissions.See)
            ? http.Listed([.. StandardMeasures.All.Select(d => new MeasureDefinitionJson(d.Measure, d.Title, d.Words, d.Timed, d.MoreIsBetter))], null) : Errors.Forbidden.Problem()).WithSummary("What is measured of every team, and what each measure means").Produces<Listing<MeasureDefinitionJson>>();
        api.MapGet("/{id:long}/tickets", (long id, string? period, string? team, string? only, string? after, int? limit, HttpContext http, WebCall call, Desk desk) => Tickets(TargetTicketPages.OfGoal(id, http.Request.Query), http, call, desk))
            .WithSummary("The tickets of one period of a goal, by its first day, and what each of them is; newest first").Produces<Listing<TargetTicketJson>>();
        api.MapGet("/measures/{measure}/tickets", (string measure, string? period, string? team, string? only, string? after, int? limit, HttpContext http, WebCall call, Desk desk) => Tickets(TargetTicketPages.OfMeasure(measure, http.Request.Query), http, call, desk))
            .WithSummary("The tickets of a measure by which teams are laid side by side; newest first").Produces<Listing<TargetTicketJson>>();
    }

    private static async Task<IResult> Run(Command<Target> command, WebCall call, Desk desk, HttpResponse http) =>
        (await desk.Do(command, call.Call)).Is(out var done, out var no) ? http.Tagged(done.Version, GoalJson.Of(done)) : no.Problem();

    private static async Task<IResult> Tickets(Result<TicketsOfTarget> asked, HttpContext http, WebCall call, Desk desk)
    {
        if (!asked.Is(out var query, out var unclear)) return unclear.Problem();
        return (await desk.Ask(query, call.Caller)).Is(out var list, out var no) ? http.Listed([.. list.Rows.Select(r => new TargetTicketJson(r.Number, r.Title, r.Status, r.Team, r.At, r.Took, r.Decided))], list.Next) : no.Problem();
    }
}
