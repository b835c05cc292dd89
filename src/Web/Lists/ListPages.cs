using FirstContact.Macros;
using FirstContact.Tickets;
using Microsoft.AspNetCore.WebUtilities;

namespace FirstContact.Lists;

/// <param name="Done">What was done to many just now, to be told and undone.</param>
/// <param name="Typed">The bulk form that was refused, with what is wrong.</param>
public sealed record QueueModel(string Title, QueueAddress Address, View? View, bool Mine, TicketList List, Choices Choices, Batch? Done = null, Form? Typed = null, Error? Error = null)
{
    /// <summary>Those that may be run on the chosen rows.</summary>
    public IReadOnlyList<Macro> Macros { get; init; } = [];
}

/// <summary>The queue, the views that people make of it, and what is done to many of its rows at once.</summary>
public static class ListPages
{
    public static void MapListPages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").RequireAuthorization();
        pages.MapGet("/tickets", Queue);
        pages.MapPost("/tickets/actions", Act);
        pages.MapPost("/tickets/actions/{id:long}/undoing", Undo);
        pages.MapPost("/views", Save);
        pages.MapPost("/views/{id:long}/removal", Remove);
    }

    private static Task<IResult> Queue(WebCall call, Desk desk, HttpRequest request, Frame frame, string? after) => Show(call, desk, frame, request.Query, after);

    private static async Task<IResult> Show(WebCall call, Desk desk, Frame frame, IQueryCollection query, string? after = null, Form? typed = null, Error? error = null)
    {
        if (!call.Caller.May(TicketPermissions.SeeAll)) return TypedResults.LocalRedirect("/portal/tickets");
        var address = QueueAddress.Of(query);
        View? view = null;
        if (address.View is { } id)
        {
            if (!(await desk.Ask(new ShowView(id), call.Caller)).Is(out view, out var missing)) return missing.Page();
            address = address.As(view);
        }
        var asked = new ListTickets(address.Filter, address.Sort, after) { Limit = address.GroupBy is null ? 50 : ListTickets.MostRows };
        if (!(await desk.Ask(asked, call.Caller)).Is(out var list, out var no)) return no.Page();
        frame.At = view is null ? address.Plain() : $"/tickets?view={view.Key}";
        var title = view?.Name ?? frame.At switch
        {
            "/tickets" => "All open", "/tickets?assignee=me" => "Mine", "/tickets?assignee=nobody" => "Unassigned",
            "/tickets?status=waiting" => "Waiting", "/tickets?status=resolved" => "Customer checks", SnoozedPart.At => "Put aside", _ => "Tickets",
        };
        var done = long.TryParse(query["batch"], System.Globalization.CultureInfo.InvariantCulture, out var batch) ? (await desk.Ask(new ShowBatch(new(batch)), call.Caller)).Value : null;
        Macro[] macros = call.Caller.May(TicketPermissions.Work) ? [.. (await desk.Ask(new ListMacros(), call.Caller)).Value!.Where(m => m.Usable).Select(m => m.Macro)] : [];
        var mine = view is not null && (view.Owner == call.Caller.Person || (call.Caller.May(ListPermissions.Tidy) && view.Sharing != Sharing.Nobody));
        return FirstContact.Kit.Show.Page<QueuePage, QueueModel>(new(title, address, view, mine, list, await Choices.Ask(desk, call.Caller), done, typed, error) { Macros = macros }, error?.Status() ?? 200);
    }

    /// <summary>What the button of a macro does: <c>macro-12</c>.</summary>
    public const string RunsMacro = "macro-";

    private static async Task<IResult> Act(WebCall call, Form form, Desk desk, Frame frame)
    {
        var back = Back(form);
        var verb = form["do"] == "take" ? TicketVerb.Assign : form.Word<TicketVerb>("do");
        Seq<TicketId> tickets = [.. from chosen in form.All("ticket") let id = long.TryParse(chosen, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0 where id > 0 select new TicketId(id)];
        var name = form["do"]?.ToLowerInvariant() ?? "";
        Seq<TicketAction> actions = verb is { } known ? [new(known, name == "take" ? "me" : form[$"{name}-to"], form[$"{name}-words"])] : [];
        var result = name.StartsWith(RunsMacro, StringComparison.Ordinal) && long.TryParse(name[RunsMacro.Length..], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var macro)
            ? await desk.Do(new RunMacro(new(macro), tickets), call.Of(form))
            : await desk.Do(new ActOnTickets(tickets, actions), call.Of(form));
        if (result.Is(out var batch, out var no)) return new SeeOther(Said(back, batch));
        if (no.Kind == ErrorKind.Forbidden) return no.Page();
        // What the desk calls a reason or a person, this form calls by the verb that it belongs to.
        var at = Error.Of(no.All.Select(e => e.Field is null or "tickets" or "do" ? new Error(e.Kind, e.Code, e.Message) : e.At($"{name}-{(e.Field is "reason" or "body" or "priorityReason" ? "words" : "to")}")))!;
        return await Show(call, desk, frame, Query(back), typed: form, error: at);
    }

    private static async Task<IResult> Undo(long id, WebCall call, Form form, Desk desk) =>
        (await desk.Do(new UndoBatch(new(id)), call.Call)).Is(out var batch, out var no) ? new SeeOther(Said(Back(form), batch)) : no.Page();

    private static async Task<IResult> Save(WebCall call, Form form, Desk desk, Frame frame)
    {
        var back = Back(form);
        var shown = QueueAddress.Of(Query(back));
        var id = form.Number("view") is { } number ? new ViewId(number) : (ViewId?)null;
        if (shown.View is { } from && (await desk.Ask(new ShowView(from), call.Caller)).Value is { } view) shown = shown.As(view);
        var sharing = form["sharing"] switch { "everybody" => (Sharing.Everybody, null), { Length: > 5 } team when team.StartsWith("team ", StringComparison.Ordinal) => (Sharing.Team, team[5..]), _ => (Sharing.Nobody, (string?)null) };
        var saved = await desk.Do(new SaveView(id, form["name"], sharing.Item1, sharing.Item2, shown.Conditions, shown.Columns, shown.GroupBy), call.Of(form));
        if (saved.Is(out var made, out var no)) return new SeeOther($"/tickets?view={made.Key}");
        return no.Kind is ErrorKind.Forbidden or ErrorKind.Missing ? no.Page() : await Show(call, desk, frame, Query(back), typed: form, error: no);
    }

    private static async Task<IResult> Remove(long id, WebCall call, Desk desk) =>
        (await desk.Do(new RemoveView(new(id)), call.Call)).Is(out _, out var no) ? new SeeOther("/tickets") : no.Page();

    /// <summary>Back to the list or the ticket, never to another place.</summary>
    private static string Back(Form form) => form["back"] is { } back && (back == "/tickets" || back.StartsWith("/tickets?", StringComparison.Ordinal) || back.StartsWith("/t/", StringComparison.Ordinal)) ? back : "/tickets";

    private static QueryCollection Query(string address) => new(QueryHelpers.ParseQuery(address.Contains('?', StringComparison.Ordinal) ? address[address.IndexOf('?', StringComparison.Ordinal)..] : ""));

    private static string Said(string back, Batch batch) => $"{back}{(back.Contains('?', StringComparison.Ordinal) ? '&' : '?')}batch={batch.Key}";
}
