using FirstContact.Fields;
using FirstContact.Macros;
using FirstContact.Tickets;

namespace FirstContact.Lists;

public sealed record ViewBody(string? Name, string? Sharing, string? Team, Dictionary<string, string>? Conditions, List<string>? Columns, string? GroupBy);

public sealed record ViewJson(long Id, int Version, string Name, long Owner, Sharing Sharing, string? Team, IReadOnlyDictionary<string, string> Conditions, Seq<string> Columns, string? GroupBy, string Url);

/// <param name="Macro">Instead of actions: a macro that is to be run on each, by name or id.</param>
public sealed record BatchBody(List<string>? Tickets, List<ActionBody?>? Actions, string? Macro = null);

public sealed record BatchItemJson(string Ticket, bool Done, int? Version, string? Refused);

public sealed record BatchJson(long Id, string What, Instant At, IReadOnlyList<BatchItemJson> Items, bool Undone);

/// <summary>Views, and one thing done to many tickets, for programs.</summary>
public static class ListApi
{
    public static void MapListApi(this IEndpointRouteBuilder api)
    {
        var views = api.MapGroup("/views").WithTags("Lists");
        views.MapGet("", async (WebCall call, Desk desk, HttpContext http) => (await desk.Ask(new ListViews(), call.Caller)).Is(out var all, out var no) ? http.Listed(all, v => v.Id, Json) : no.Problem())
            .WithSummary("The views that you see").Produces<Listing<ViewJson>>();
        views.MapPost("", (Body<ViewBody> body, WebCall call, Desk desk, HttpResponse http) => Save(null, body.Value, call, desk, http)).WithSummary("Save a view").Produces<ViewJson>(201);
        views.MapGet("/{id:long}", async (long id, WebCall call, Desk desk, HttpResponse http) => (await desk.Ask(new ShowView(new(id)), call.Caller)).Is(out var view, out var no) ? http.Tagged(view.Version, Json(view)) : no.Problem())
            .WithSummary("One view").Produces<ViewJson>();
        views.MapPut("/{id:long}", (long id, Body<ViewBody> body, WebCall call, Desk desk, HttpResponse http) => Save(new(id), body.Value, call, desk, http)).WithSummary("Change a view").Produces<ViewJson>();
        views.MapDelete("/{id:long}", async (long id, WebCall call, Desk desk, HttpResponse http) => (await desk.Do(new RemoveView(new(id)), call.Call)).Is(out var view, out var no) ? http.Tagged(view.Version, Json(view)) : no.Problem())
            .WithSummary("Remove a view").Produces<ViewJson>();

        api.MapPost("/tickets/actions", Act).WithTags("Lists").WithSummary("Do the same to many tickets, or run a macro on each; each is done or left alone with its reason").Produces<BatchJson>(201);
        api.MapGet("/batches/{id:long}", async (long id, WebCall call, Desk desk, HttpResponse http) => (await desk.Ask(new ShowBatch(new(id)), call.Caller)).Is(out var batch, out var no) ? http.Tagged(batch.Version, Json(batch)) : no.Problem())
            .WithTags("Lists").WithSummary("What became of it").Produces<BatchJson>();
        api.MapDelete("/batches/{id:long}", async (long id, WebCall call, Desk desk, HttpResponse http) => (await desk.Do(new UndoBatch(new(id)), call.Call)).Is(out var batch, out var no) ? http.Tagged(batch.Version, Json(batch)) : no.Problem())
            .WithTags("Lists").WithSummary("Undo it as a whole, wherever nobody has changed the ticket since").Produces<BatchJson>();
    }

    private static async Task<IResult> Save(ViewId? id, ViewBody b, WebCall call, Desk desk, HttpResponse http)
    {
        if (!(b.Sharing.IsBlank || Enum.TryParse<Sharing>(b.Sharing, true, out _))) return SharingUnknown.Problem();
        var sharing = b.Sharing.IsBlank ? Sharing.Nobody : Enum.Parse<Sharing>(b.Sharing!, true);
        var saved = await desk.Do(new SaveView(id, b.Name, sharing, b.Team, [.. (b.Conditions ?? []).Select(c => new Condition(c.Key, c.Value ?? ""))], [.. b.Columns ?? []], b.GroupBy), call.Call);
        if (!saved.Is(out var view, out var no)) return no.Problem();
        return id is null ? http.Made($"/api/v1/views/{view.Key}", view.Version, Json(view)) : http.Tagged(view.Version, Json(view));
    }

    private static async Task<IResult> Act(Body<BatchBody> body, WebCall call, Desk desk, HttpResponse http)
    {
        var b = body.Value;
        var tickets = new List<TicketId>();
        foreach (var number in b.Tickets ?? [])
        {
            if (!TicketNumber.TryParse(number, out var id)) return TicketUnknown.Problem();
            tickets.Add(id);
        }
        if (!ActionBody.Read(b.Actions, "actions").Is(out var actions, out var unclear)) return unclear.Problem();
        if (!b.Macro.IsBlank)
        {
            if (!(await MacroApi.Meant(desk, call, b.Macro!)).Is(out var macro, out var unknown)) return unknown.At("macro").Problem();
            return (await desk.Do(new RunMacro(macro, [.. tickets]), call.Call)).Is(out var ran, out var refused) ? http.Made($"/api/v1/batches/{ran.Key}", ran.Version, Json(ran)) : refused.Problem();
        }
        var acted = await desk.Do(new ActOnTickets([.. tickets], actions), call.Call);
        return acted.Is(out var batch, out var no) ? http.Made($"/api/v1/batches/{batch.Key}", batch.Version, Json(batch)) : no.Problem();
    }

    private static ViewJson Json(View v) => new(
        v.Key, v.Version, v.Name, v.Owner.Value, v.Sharing, v.Team?.Name, v.Conditions.Select(Said).DistinctBy(c => c.Name).ToDictionary(c => c.Name, c => c.Value), v.Columns, v.GroupBy, $"/tickets?view={v.Key}");

    // Each by a name of its own: that a field is empty, too.
    private static Condition Said(Condition c) => c.Name == "field" ? new(FieldModule.Column(c.Value.TrimEnd('=')), "") : c;

    internal static BatchJson Json(Batch b) => new(
        b.Key, b.What, b.At, [.. (b.Undone ?? b.Items).Select(i => new BatchItemJson(i.Number, i.Refused is null, i.Version, i.Refused))], b.Undone is not null);

    private static readonly Error SharingUnknown = new(ErrorKind.Invalid, "view.sharing-unknown", "Share it with nobody, team or everybody.", "sharing");
    private static readonly Error TicketUnknown = new(ErrorKind.Invalid, "batch.ticket-unknown", "Name tickets by their numbers.", "tickets");
}
