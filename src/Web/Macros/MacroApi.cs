using System.Globalization;
using FirstContact.Lists;
using FirstContact.Tickets;

namespace FirstContact.Macros;

/// <param name="Team">By name or id; null for all.</param>
public sealed record AddMacroBody(string? Name, string? Team = null, ActionBody[]? Actions = null);

public sealed record ChangeMacroBody
{
    public Given<string?> Name { get; init; }
    public Given<string?> Team { get; init; }
    public ActionBody[]? Actions { get; init; }
}

public sealed record MacroJson(long Id, int Version, string Name, NamedJson? Team, IReadOnlyList<ActionBody> Actions, bool Active)
{
    internal static MacroJson Of(MacroLine l) => new(l.Macro.Key, l.Macro.Version, l.Told.Name, l.Told.Team is { } t ? new(t.Id.Value, t.Name) : null, [.. l.Told.Actions.Select(ActionBody.Of)], l.Macro.Active);
}

/// <param name="Happens">What the history would say; nothing when all is so already.</param>
/// <param name="Stays">Whether undoing leaves it as it is.</param>
public sealed record PreviewLineJson(ActionBody Action, Seq<string> Happens, Seq<PreviewChange> Changes, string? Refused, bool Stays);

/// <param name="Version">Of the macro.</param>
/// <param name="TicketVersion">Of the ticket: what a run may be bound to by If-Match.</param>
/// <param name="Runs">Whether anything would be done: a macro is done whole or not at all.</param>
public sealed record PreviewJson(long Macro, string Name, int Version, string Ticket, int TicketVersion, bool Runs, IReadOnlyList<PreviewLineJson> Lines)
{
    internal static PreviewJson Of(MacroPreview p) => new(
        p.Macro.Key, p.Macro.Name, p.Macro.Version, p.Ticket.Number, p.Ticket.Version, p.Runs,
        [.. p.Lines.Select(l => new PreviewLineJson(ActionBody.Of(l.Action), l.Happens, l.Changes, l.Refused?.Message, l.Stays))]);
}

/// <summary>Macros for programs. Deleting retires; running answers with a batch, which can be undone.</summary>
internal static class MacroApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/macros", async (WebCall call, Desk desk, HttpContext http) => (await desk.Ask(new ListMacros(), call.Caller)).Is(out var lines, out var no) ? http.Listed(lines, l => l.Macro.Id, MacroJson.Of) : no.Problem()).WithSummary("All macros, by name").Produces<Listing<MacroJson>>();
        api.MapPost("/macros", Add).WithSummary("Add a macro, for all or for one team").Produces<MacroJson>(201);
        api.MapGet("/macros/{id:long}", async (long id, WebCall call, Desk desk, HttpResponse http) => (await Find(desk, call, id)).Is(out var line, out var no) ? http.Tagged(line.Macro.Version, MacroJson.Of(line)) : no.Problem()).WithSummary("One macro").Produces<MacroJson>();
        api.MapPatch("/macros/{id:long}", Change).WithSummary("Change what is given").Produces<MacroJson>();
        api.MapDelete("/macros/{id:long}", (long id, WebCall call, Desk desk, HttpResponse http) => Run(new RetireMacro(new(id)), call, call.Call, desk, http)).WithSummary("Retire").Produces<MacroJson>();
        api.MapPost("/macros/{id:long}/restoration", (long id, Body<NothingBody> _, WebCall call, Desk desk, HttpResponse http) => Run(new RestoreMacro(new(id)), call, call.Call, desk, http)).WithSummary("Take up again").Produces<MacroJson>();
        api.MapPost("/tickets/{ticket}/macros/{macro}", RunOn).WithSummary("Run a macro on a ticket, by name or id; with ?preview only say what it would do").Produces<BatchJson>(201).Produces<PreviewJson>();
    }

    private static async Task<IResult> RunOn(TicketAt ticket, string macro, string? preview, Body<NothingBody> _, WebCall call, Desk desk, HttpRequest request, HttpResponse http)
    {
        if (!(await Meant(desk, call, macro)).Is(out var id, out var no)) return no.Problem();
        if (request.Query.ContainsKey("preview") && preview is not ("false" or "0"))
            return (await desk.Ask(new PreviewMacro(id, ticket), call.Caller)).Is(out var would, out var unseen) ? TypedResults.Json(PreviewJson.Of(would), ApiJson.Options) : unseen.Problem();
        var run = new RunMacro(id, [ticket]) { Seen = call.Call.Expects };
        return (await desk.Do(run, call.Call with { Expects = null })).Is(out var batch, out var refused) ? http.Made($"/api/v1/batches/{batch.Key}", batch.Version, ListApi.Json(batch)) : refused.Problem();
    }

    /// <summary>The macro that is named, by name or id, of those that the caller may run.</summary>
    internal static async Task<Result<MacroId>> Meant(Desk desk, WebCall call, string macro)
    {
        if (!(await desk.Ask(new ListMacros(), call.Caller)).Is(out var lines, out var no)) return no;
        var meant = lines.Where(l => l.Usable).FirstOrDefault(l => string.Equals(l.Macro.Name, macro.Trim(), StringComparison.OrdinalIgnoreCase) || l.Macro.Key.ToString(CultureInfo.InvariantCulture) == macro);
        return meant is null ? MacroErrors.NotFound : meant.Macro.Id;
    }

    private static async Task<IResult> Add(Body<AddMacroBody> body, WebCall call, Desk desk, HttpResponse http)
    {
        var b = body.Value;
        if (!ActionBody.Read(b.Actions, Macro.Actions).Is(out var actions, out var unclear)) return unclear.Problem();
        if (!(await desk.Do(new AddMacro(new(b.Name, b.Team, actions)), call.Call)).Is(out var made, out var no)) return no.Problem();
        return http.Made($"/api/v1/macros/{made.Key}", made.Version, MacroJson.Of((await Find(desk, call, made.Key)).Value!));
    }

    private static async Task<IResult> Change(long id, Body<ChangeMacroBody> body, WebCall call, Desk desk, HttpResponse http)
    {
        if (!(await Find(desk, call, id)).Is(out var line, out var no)) return no.Problem();
        if (!ActionBody.Read(body.Value.Actions, Macro.Actions).Is(out var actions, out var unclear)) return unclear.Problem();
        var (now, to) = (line.Macro.Details, body.Value);
        var change = new ChangeMacro(new(id), new(to.Name.Or(now.Name), to.Team.Or(Whose.Value(now.Team)), to.Actions is null ? now.Actions : actions));
        // What is not given is taken from what was read: so it must still stand when this is written.
        return await Run(change, call, call.Call with { Expects = call.Call.Expects ?? line.Macro.Version }, desk, http);
    }

    private static async Task<IResult> Run(Command<Macro> command, WebCall call, Call with, Desk desk, HttpResponse http) =>
        (await desk.Do(command, with)).Is(out var done, out var no) ? http.Tagged(done.Version, MacroJson.Of((await Find(desk, call, done.Key)).Value!)) : no.Problem();

    private static async Task<Result<MacroLine>> Find(Desk desk, WebCall call, long id) =>
        !(await desk.Ask(new ListMacros(), call.Caller)).Is(out var lines, out var no) ? no : lines.FirstOrDefault(l => l.Macro.Key == id) is { } line ? line : MacroErrors.NotFound;
}
