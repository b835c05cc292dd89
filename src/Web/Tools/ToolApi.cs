using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Tools;

/// <param name="Kind">tool or method.</param>
/// <param name="Link">As rdp://{device}; null for what is opened by hand.</param>
/// <param name="Owner">By e-mail address.</param>
/// <param name="Teams">Who may use it, by name or id; with no team and no role, everybody at the desk.</param>
public sealed record AddToolBody(
    string? Name, string? Purpose, ToolKind Kind = ToolKind.Tool, string? Platform = null, string? WorkStyle = null, string? Standards = null, string? Metrics = null, string? Link = null,
    string? Owner = null, string[]? Teams = null, Role[]? Roles = null);

public sealed record ChangeToolBody
{
    public Given<string?> Name { get; init; }
    public Given<ToolKind> Kind { get; init; }
    public Given<string?> Purpose { get; init; }
    public Given<string?> Platform { get; init; }
    public Given<string?> WorkStyle { get; init; }
    public Given<string?> Standards { get; init; }
    public Given<string?> Metrics { get; init; }
    public Given<string?> Link { get; init; }
    public Given<string?> Owner { get; init; }
    public Given<string[]?> Teams { get; init; }
    public Given<Role[]?> Roles { get; init; }
}

/// <param name="Since">The first day; null for today.</param>
/// <param name="By">Who decided it, by e-mail address or id; null for whoever asks.</param>
public sealed record WithholdBody(string? Why, LocalDate? Since = null, string? By = null);

/// <param name="Steps">Markdown.</param>
public sealed record ProcedureBody(string? Steps);

/// <param name="Ticket">For which it is missing, by number.</param>
public sealed record AskForToolBody(string? Why, string? Ticket = null);

public sealed record WithholdingJson(NamedJson Team, LocalDate Since, NamedJson By, string Why);

public sealed record ProcedureJson(NamedJson To, string Steps);

/// <param name="FirstContact">usable, withheld, or others: whether First Contact may use it.</param>
/// <param name="You">The same for whoever asks.</param>
/// <param name="Requests">How often it was asked for since it was last given to a team.</param>
public sealed record ToolJson(
    long Id, int Version, string Name, ToolKind Kind, string Purpose, string Platform, string WorkStyle, string Standards, string Metrics, string? Link, NamedJson? Owner,
    IReadOnlyList<NamedJson> Teams, Seq<Role> Roles, ToolUse FirstContact, ToolUse You, IReadOnlyList<WithholdingJson> Withheld, IReadOnlyList<ProcedureJson> Procedures, int Requests, bool Active)
{
    internal static ToolJson Of(ToolLine l)
    {
        var d = l.Tool.Details;
        return new(
            l.Tool.Key, l.Tool.Version, d.Name, d.Kind, d.Purpose, d.Platform, d.WorkStyle, d.Standards, d.Metrics, d.Link, d.Owner is { } o ? new(o.Id.Value, o.Name) : null,
            [.. d.Teams.Select(t => new NamedJson(t.Id.Value, t.Name))], d.Roles, l.Front.Use, l.Mine.Use,
            [.. l.Tool.Withheld.Select(w => new WithholdingJson(new(w.Team.Id.Value, w.Team.Name), w.Since, new(w.By.Id.Value, w.By.Name), w.Why))],
            [.. l.Tool.Procedures.Select(p => new ProcedureJson(new(p.To.Id.Value, p.To.Name), p.Steps))], l.Tool.Requests, l.Tool.Active);
    }
}

public sealed record ToolChangeJson(Instant At, string By, string Sentence);

/// <param name="Used">Sessions since the first of this month, by team.</param>
/// <param name="History">The newest first.</param>
public sealed record ToolUseJson(IReadOnlyList<ToolUsed> Used, IReadOnlyList<ToolChangeJson> History);

/// <summary>The inventory for programs. Deleting retires.</summary>
internal static class ToolApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/tools", async (string? platform, string? owner, WebCall call, Desk desk, HttpContext http) =>
            Csv.Wanted(http.Request) ? (await ToolPages.Table(platform, owner, call, desk)).Is(out var csv, out var unread) ? csv : unread.Problem()
            : (await desk.Ask(new ListTools(platform, owner), call.Caller)).Is(out var lines, out var no) ? http.Listed(lines, l => l.Tool.Id, ToolJson.Of) : no.Problem())
            .WithSummary("The inventory: first what First Contact may not use, the longest without first").Produces<Listing<ToolJson>>();
        api.MapGet("/tools.csv", async (string? platform, string? owner, WebCall call, Desk desk) => (await ToolPages.Table(platform, owner, call, desk)).Is(out var csv, out var no) ? csv : (IResult)no.Problem())
            .WithSummary("The inventory as CSV, a row for each team that must do without").Produces<string>(200, "text/csv");
        api.MapPost("/tools", Add).WithSummary("Add a tool or method").Produces<ToolJson>(201);
        api.MapGet("/tools/{id:long}", async (long id, WebCall call, Desk desk, HttpResponse http) => (await Find(desk, call, id)).Is(out var line, out var no) ? http.Tagged(line.Tool.Version, ToolJson.Of(line)) : no.Problem()).WithSummary("One tool").Produces<ToolJson>();
        api.MapPatch("/tools/{id:long}", Change).WithSummary("Change what is given").Produces<ToolJson>();
        api.MapDelete("/tools/{id:long}", (long id, WebCall call, Desk desk, HttpResponse http) => Run(new RetireTool(new(id)), call, call.Call, desk, http)).WithSummary("Retire").Produces<ToolJson>();
        api.MapPost("/tools/{id:long}/restoration", (long id, Body<NothingBody> _, WebCall call, Desk desk, HttpResponse http) => Run(new RestoreTool(new(id)), call, call.Call, desk, http)).WithSummary("Take up again").Produces<ToolJson>();
        api.MapGet("/tools/{id:long}/use", async (long id, WebCall call, Desk desk, Times times) => (await desk.Ask(new ShowTool(new(id), ToolPages.Month(times)), call.Caller)).Is(out var view, out var no)
            ? TypedResults.Json(new ToolUseJson(view.Used, [.. view.History.Select(h => new ToolChangeJson(h.At, h.By, h.Sentence))]), ApiJson.Options) : (IResult)no.Problem()).WithSummary("How often it was used this month, and its history").Produces<ToolUseJson>();
        api.MapPut("/tools/{id:long}/withholdings/{team}", (long id, string team, Body<WithholdBody> body, WebCall call, Desk desk, HttpResponse http) =>
            Run(new WithholdTool(new(id), team, body.Value.Since, body.Value.By, body.Value.Why), call, call.Call, desk, http)).WithSummary("Write down that a team must do without it, since when, by whom and why").Produces<ToolJson>();
        api.MapDelete("/tools/{id:long}/withholdings/{team}", (long id, string team, WebCall call, Desk desk, HttpResponse http) => Run(new GiveTool(new(id), team), call, call.Call, desk, http)).WithSummary("Give it to the team").Produces<ToolJson>();
        api.MapPut("/tools/{id:long}/procedures/{to}", (long id, string to, Body<ProcedureBody> body, WebCall call, Desk desk, HttpResponse http) =>
            Run(new WriteProcedure(new(id), to, body.Value.Steps), call, call.Call, desk, http)).WithSummary("Say how work moves from it to another tool").Produces<ToolJson>();
        api.MapDelete("/tools/{id:long}/procedures/{to:long}", (long id, long to, WebCall call, Desk desk, HttpResponse http) => Run(new RemoveProcedure(new(id), new(to)), call, call.Call, desk, http)).WithSummary("Remove how work moves").Produces<ToolJson>();
        api.MapPost("/tools/{id:long}/requests", Asked).WithSummary("Ask for a tool that you may not use: opens a request, or adds to the one of your team").Produces<TicketNumberJson>(201);
    }

    private static async Task<IResult> Asked(long id, Body<AskForToolBody> body, WebCall call, Desk desk, HttpResponse http) =>
        (await desk.Do(new AskForTool(new(id), body.Value.Why, body.Value.Ticket), call.Call with { Expects = null })).Is(out var ticket, out var no)
            ? http.Made($"/api/v1/tickets/{ticket.Key}", ticket.Version, new TicketNumberJson(ticket.Key, ticket.Number, ticket.Title)) : (no.Field == "for" ? no.At("ticket") : no).Problem();

    private static async Task<IResult> Add(Body<AddToolBody> body, WebCall call, Desk desk, HttpResponse http)
    {
        var b = body.Value;
        var add = new AddTool(new(b.Name, b.Kind, b.Purpose, b.Platform, b.WorkStyle, b.Standards, b.Metrics, b.Link, b.Owner, [.. b.Teams ?? []], [.. b.Roles ?? []]));
        return (await desk.Do(add, call.Call)).Is(out var made, out var no) ? http.Made($"/api/v1/tools/{made.Key}", made.Version, ToolJson.Of((await Find(desk, call, made.Key)).Value!)) : no.Problem();
    }

    private static async Task<IResult> Change(long id, Body<ChangeToolBody> body, WebCall call, Desk desk, HttpResponse http)
    {
        if (!(await Find(desk, call, id)).Is(out var line, out var no)) return no.Problem();
        var (now, to) = (ToolForms.Of(line.Tool.Details, await ToolForms.Address(desk, call, line.Tool.Details.Owner)), body.Value);
        var change = new ChangeTool(new(id), new(
            to.Name.Or(now.Name), to.Kind.Or(now.Kind), to.Purpose.Or(now.Purpose), to.Platform.Or(now.Platform), to.WorkStyle.Or(now.WorkStyle), to.Standards.Or(now.Standards), to.Metrics.Or(now.Metrics),
            to.Link.Or(now.Link), to.Owner.Or(now.Owner), to.Teams.Is ? [.. to.Teams.Value ?? []] : now.Teams, to.Roles.Is ? [.. to.Roles.Value ?? []] : now.Roles));
        // What is not given is taken from what was read: so it must still stand when this is written.
        return await Run(change, call, call.Call with { Expects = call.Call.Expects ?? line.Tool.Version }, desk, http);
    }

    private static async Task<IResult> Run(Command<Tool> command, WebCall call, Call with, Desk desk, HttpResponse http) =>
        (await desk.Do(command, with)).Is(out var done, out var no) ? http.Tagged(done.Version, ToolJson.Of((await Find(desk, call, done.Key)).Value!)) : no.Problem();

    private static async Task<Result<ToolLine>> Find(Desk desk, WebCall call, long id) =>
        !(await desk.Ask(new ListTools(), call.Caller)).Is(out var lines, out var no) ? no : lines.FirstOrDefault(l => l.Tool.Key == id) is { } line ? line : ToolErrors.NotFound;
}

public sealed record TicketNumberJson(long Id, string Number, string Title);
