using System.Runtime.CompilerServices;
using FirstContact.Lists;
using FirstContact.Tickets;

namespace FirstContact.Import;

/// <summary>Any list as a table: the same filters, all its rows, page by page from the database straight to the wire.</summary>
public static class ExportPages
{
    public static void MapExportPages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").RequireAuthorization();
        pages.MapGet("/tickets.csv", async (WebCall call, Desk desk, HttpRequest request) => Page(await Tickets(desk, call.Caller, QueueAddress.Of(request.Query).Filter)));
        pages.MapGet("/settings/people.csv", async (WebCall call, Desk desk, string? q, bool former = false) => Page(await People(desk, call.Caller, q, former)));
        pages.MapGet("/settings/teams.csv", async (WebCall call, Desk desk) => Page(await Teams(desk, call.Caller)));
        pages.MapGet("/settings/units.csv", async (WebCall call, Desk desk) => Page(await Units(desk, call.Caller)));
    }

    /// <summary>Tickets stand in their own slice, beside the list they are the table of.</summary>
    public static void MapExportApi(this IEndpointRouteBuilder api)
    {
        api.MapGet("/people.csv", async (WebCall call, Desk desk, string? q, bool former = false) => Answer(await People(desk, call.Caller, q, former)))
            .WithTags("People").WithSummary("All people as CSV, with the columns that an import takes").Produces<string>(200, "text/csv");
        api.MapGet("/teams.csv", async (WebCall call, Desk desk) => Answer(await Teams(desk, call.Caller)))
            .WithTags("People").WithSummary("All teams as CSV").Produces<string>(200, "text/csv");
    }

    internal static IResult Answer(Result<Csv> result) => result.Is(out var csv, out var no) ? csv : no.Problem();

    private static IResult Page(Result<Csv> result) => result.Is(out var csv, out var no) ? csv : no.Page();

    /// <summary>What is wrong with a filter is said before the first row goes out; after that there is no status left to say it with.</summary>
    internal static async Task<Result<Csv>> Tickets(Desk desk, Caller caller, TicketFilter filter) =>
        (await desk.Ask(new ExportTickets(filter), caller)).Is(out var first, out var no) ? new Csv("tickets", first.Columns, Rest(desk, caller, filter, first)) : no;

    private static async IAsyncEnumerable<IReadOnlyList<string?>> Rest(Desk desk, Caller caller, TicketFilter filter, TicketExport page, [EnumeratorCancellation] CancellationToken stop = default)
    {
        while (true)
        {
            foreach (var row in page.Rows) yield return row;
            if (page.Next is not { } next) yield break;
            page = (await desk.Ask(new ExportTickets(filter, next) { Fields = page.Fields }, caller, stop)).Value ?? throw new InvalidOperationException("The filter was good a moment ago.");
        }
    }

    private static async Task<Result<Csv>> People(Desk desk, Caller caller, string? search, bool former) =>
        (await desk.Ask(new ExportPeople(search, Former: former), caller)).Is(out var first, out var no) ? new Csv("people", ExportPeople.Columns, Rest(desk, caller, search, former, first)) : no;

    private static async IAsyncEnumerable<IReadOnlyList<string?>> Rest(Desk desk, Caller caller, string? search, bool former, PeopleExport page, [EnumeratorCancellation] CancellationToken stop = default)
    {
        while (true)
        {
            foreach (var row in page.Rows) yield return row;
            if (page.Next is not { } next) yield break;
            page = (await desk.Ask(new ExportPeople(search, next, former), caller, stop)).Value ?? throw new InvalidOperationException("The list was there a moment ago.");
        }
    }

    private static async Task<Result<Csv>> Teams(Desk desk, Caller caller)
    {
        if (!caller.May(PeoplePermissions.See)) return Errors.Forbidden;
        var teams = (await desk.Ask(new ListTeams(), caller)).Value ?? [];
        return new Csv("teams", ["name", "purpose", "skills", "firstContact", "members", "active"], Of(teams.Select(t => (string?[])[t.Name, t.Purpose, string.Join(", ", t.Skills), t.FirstContact ? "yes" : "no", $"{t.Members.Count}", t.Active ? "yes" : "no"])));
    }

    private static async Task<Result<Csv>> Units(Desk desk, Caller caller)
    {
        if (!caller.May(PeoplePermissions.See)) return Errors.Forbidden;
        var units = (await desk.Ask(new ListUnits(), caller)).Value ?? [];
        return new Csv("units", ["name", "segment", "active"], Of(units.Select(u => (string?[])[u.Name, u.Segment, u.Active ? "yes" : "no"])));
    }

    private static async IAsyncEnumerable<IReadOnlyList<string?>> Of(IEnumerable<string?[]> rows)
    {
        await Task.CompletedTask;
        foreach (var row in rows) yield return row;
    }
}
