namespace FirstContact.Policies;

public sealed record MatrixBody(MatrixRows? Ranks);

/// <summary>By impact, in each by urgency.</summary>
public sealed record MatrixRows(MatrixRow? Low, MatrixRow? Medium, MatrixRow? High);

/// <summary>Each p1 to p5.</summary>
public sealed record MatrixRow(string? Low, string? Medium, string? High);

public sealed record CareBody(IReadOnlyList<CareRuleBody?>? Rules);

/// <param name="Steps">All nine, by their names.</param>
/// <param name="Class">The id of a class; none for any.</param>
/// <param name="Priority">p1 to p5; none for any.</param>
public sealed record CareRuleBody(IReadOnlyDictionary<CareStep, Demand>? Steps, long? Class = null, string? Priority = null, CraftBy CraftBy = CraftBy.Anyone);

public sealed record DeskRulesBody(string? Organisation, int ReopenableDays, int SilenceDays, string? Phone = null, int UndoSeconds = 15, int LinkDays = 14);

/// <param name="Team">By name or id.</param>
/// <param name="With">The other team; none for any.</param>
/// <param name="Person">By e-mail address or id.</param>
public sealed record BridgeBody(string? Team, string? With, string? Person);

public sealed record BridgesBody(IReadOnlyList<BridgeBody?>? Bridges);

/// <summary>The documents for programs: read whole, put whole.</summary>
internal static class DocumentApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/priority-matrix", (WebCall call, Desk desk, HttpResponse http) => Show(new ShowPriorityMatrix(), Body, call, desk, http)).WithSummary("The priority matrix").Produces<MatrixBody>();
        api.MapPut("/priority-matrix", (Body<MatrixBody> body, WebCall call, Desk desk, HttpResponse http) =>
            Put(new ChangePriorityMatrix(Ranks(body.Value.Ranks)), Body, call, desk, http)).WithSummary("Change the priority matrix").Produces<MatrixBody>();

        api.MapGet("/care-policy", (WebCall call, Desk desk, HttpResponse http) => Show(new ShowCarePolicy(), Body, call, desk, http)).WithSummary("The care policy").Produces<CareBody>();
        api.MapPut("/care-policy", (Body<CareBody> body, WebCall call, Desk desk, HttpResponse http) =>
            Put(new ChangeCarePolicy([.. (body.Value.Rules ?? []).Select(Rule)]), Body, call, desk, http)).WithSummary("Change the care policy").Produces<CareBody>();

        api.MapGet("/team-bridges", Bridges).WithSummary("Who brings teams together when a ticket goes back and forth").Produces<BridgesBody>();
        api.MapPut("/team-bridges", async (Body<BridgesBody> body, WebCall call, Desk desk, HttpResponse http) =>
            (await desk.Do(new ChangeTeamBridges([.. (body.Value.Bridges ?? []).Select(b => new BridgeSaid(b?.Team, b?.With, b?.Person))]), call.Call)).Error is { } no ? no.Problem() : await Bridges(call, desk, http))
            .WithSummary("Change who brings teams together").Produces<BridgesBody>();

        api.MapGet("/desk-rules", (WebCall call, Desk desk, HttpResponse http) => Show(new ShowDeskRules(), Body, call, desk, http)).WithSummary("What the whole desk goes by").Produces<DeskRulesBody>();
        api.MapPut("/desk-rules", (Body<DeskRulesBody> body, WebCall call, Desk desk, HttpResponse http) =>
            Put(new ChangeDeskRules(new(body.Value.Organisation ?? "", body.Value.Phone, body.Value.ReopenableDays, body.Value.SilenceDays, body.Value.UndoSeconds, body.Value.LinkDays)), Body, call, desk, http))
            .WithSummary("Change what the whole desk goes by").Produces<DeskRulesBody>();
    }

    private static async Task<IResult> Bridges(WebCall call, Desk desk, HttpResponse http) => (await desk.Ask(new ShowTeamBridges(), call.Caller)).Is(out var view, out var no)
        ? http.Tagged(view.Bridges.Version, new BridgesBody([.. view.Lines.Select(l => new BridgeBody(l.Team.Name, l.With?.Name, l.Person.Email))]))
        : no.Problem();

    private static async Task<IResult> Show<T, TBody>(IQuery<T> query, Func<T, TBody> body, WebCall call, Desk desk, HttpResponse http) where T : class, IAggregate<T> =>
        (await desk.Ask(query, call.Caller)).Is(out var document, out var no) ? http.Tagged(document.Version, body(document)) : no.Problem();

    private static async Task<IResult> Put<T, TBody>(Command<T> command, Func<T, TBody> body, WebCall call, Desk desk, HttpResponse http) where T : class, IAggregate<T> =>
        (await desk.Do(command, call.Call)).Is(out var document, out var no) ? http.Tagged(document.Version, body(document)) : no.Problem();

    private static MatrixBody Body(PriorityMatrix matrix)
    {
        return new(new(Row(Level.Low), Row(Level.Medium), Row(Level.High)));

        MatrixRow Row(Level impact) => new(Name(matrix.Of(impact, Level.Low)), Name(matrix.Of(impact, Level.Medium)), Name(matrix.Of(impact, Level.High)));
    }

    private static Seq<int> Ranks(MatrixRows? rows) =>
        [.. from row in new[] { rows?.Low, rows?.Medium, rows?.High } from name in new[] { row?.Low, row?.Medium, row?.High } select Rank(name)];

    private static CareBody Body(CarePolicy policy) => new([.. policy.Rules.Select(r => new CareRuleBody(
        CareSteps.All.ToDictionary(step => step, step => r[step]), r.Class?.Value, r.Priority is { } rank ? Name(new(rank)) : null, r.CraftBy))]);

    // A step that is missing leaves the rule short of nine, and so refused.
    private static CareRule Rule(CareRuleBody? r) => new(
        r?.Class is { } id ? new(id) : null, r?.Priority is { } name ? Rank(name) : null,
        [.. CareSteps.All.Where(step => r?.Steps?.ContainsKey(step) == true).Select(step => r!.Steps![step])], r?.CraftBy ?? CraftBy.Anyone);

    private static DeskRulesBody Body(DeskRules rules) => new(rules.Values.Organisation, rules.Values.ReopenableDays, rules.Values.SilenceDays, rules.Values.Phone, rules.Values.UndoSeconds, rules.Values.LinkDays);

    private static string Name(Priority priority) => priority.ToString().ToLowerInvariant();

    /// <summary>Nought for what is no priority: the verb refuses it.</summary>
    private static int Rank(string? name) => Priority.TryParse(name, out var priority) ? priority.Rank : 0;
}
