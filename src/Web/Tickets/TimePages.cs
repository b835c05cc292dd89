using System.Runtime.CompilerServices;
using FirstContact.People;
using NodaTime.Text;

namespace FirstContact.Tickets;

/// <param name="List">Null when what was asked for could not be understood.</param>
public sealed record TimeModel(TimeList? List, IReadOnlyDictionary<string, string> Asked, IReadOnlyList<string> Teams, Error? Error = null)
{
    public string? Typed(string name) => Asked.GetValueOrDefault(name);

    /// <summary>The same question at another address, or its next page.</summary>
    public string Address(string path, string? after = null)
    {
        var parts = Asked.Where(a => a.Value.Length > 0).Append(new("after", after ?? "")).Where(a => a.Value.Length > 0).Select(a => $"{a.Key}={Uri.EscapeDataString(a.Value)}").ToList();
        return parts.Count == 0 ? path : $"{path}?{string.Join('&', parts)}";
    }
}

/// <summary>All time spent, for people and as a table.</summary>
public static class TimePages
{
    private static readonly string[] Columns = ["day", "person", "minutes", "words", "ticket", "title", "customer", "unit", "service", "requestClass", "team"];
    private static readonly string[] Known = ["from", "to", "person", "team"];

    public static void MapTimePages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/time", Page).RequireAuthorization();
        pages.MapGet("/time.csv", async (HttpRequest request, WebCall call, Desk desk) => (await Table(request, call, desk)).Is(out var csv, out var no) ? csv : no.Page()).RequireAuthorization();
    }

    public static void MapTimeApi(this IEndpointRouteBuilder api)
    {
        api.MapGet("/time", async (HttpContext http, string? from, string? to, string? person, string? team, string? after, int? limit, WebCall call, Desk desk) =>
        {
            if (!Filter(from, to, person, team).Is(out var filter, out var wrong)) return wrong.Problem();
            return (await desk.Ask(new ListTime(filter, after, limit ?? 100), call.Caller)).Is(out var list, out var no) ? http.Listed([.. list.Rows.Select(TimeLine.Of)], list.Next) : no.Problem();
        }).WithTags("Time").WithSummary("Time spent on tickets, the last day first").Produces<Listing<TimeLine>>();
        api.MapGet("/time.csv", async (HttpRequest request, string? from, string? to, string? person, string? team, WebCall call, Desk desk) => (await Table(request, call, desk)).Is(out var csv, out var no) ? csv : (IResult)no.Problem())
            .WithTags("Time").WithSummary("Time spent on tickets as CSV").Produces<string>(200, "text/csv");
    }

    private static async Task<IResult> Page(HttpRequest request, WebCall call, Desk desk, Frame frame, Times times, string? after)
    {
        if (!call.Caller.May(TicketPermissions.SeeAll)) return Errors.Forbidden.Page();
        frame.At = "/time";
        // Whoever comes without a question means his own week.
        var asked = Known.Any(request.Query.ContainsKey) ? Known.ToDictionary(n => n, n => request.Query[n].ToString())
            : new() { ["from"] = LocalDatePattern.Iso.Format(times.ToDay.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday))), ["to"] = "", ["person"] = "me", ["team"] = "" };
        var teams = ((await desk.Ask(new ListTeams(), call.Caller)).Value ?? []).Select(t => t.Name).ToList();
        Error? wrong = null;
        TimeList? list = null;
        if (!Filter(asked["from"], asked["to"], asked["person"], asked["team"]).Is(out var filter, out wrong) || !(await desk.Ask(new ListTime(filter, after) { Summed = true }, call.Caller)).Is(out list, out wrong))
            return Show.Page<TimePage, TimeModel>(new(null, asked, teams, wrong), wrong.Status());
        return Show.Page<TimePage, TimeModel>(new(list, asked, teams));
    }

    private static Result<TimeFilter> Filter(string? from, string? to, string? person, string? team)
    {
        var (first, last) = (Day(from, "from"), Day(to, "to"));
        return Error.Of(first.Error, last.Error) is { } no ? no : new TimeFilter(first.Value, last.Value, person.IsBlank ? null : person, team.IsBlank ? null : team);
    }

    private static Result<LocalDate?> Day(string? text, string field) =>
        text.IsBlank ? new((LocalDate?)null, null) : LocalDatePattern.Iso.Parse(text!).TryGetValue(default, out var day) ? new Result<LocalDate?>(day, null) : TimeErrors.DayUnclear.At(field);

    private static async Task<Result<Csv>> Table(HttpRequest request, WebCall call, Desk desk)
    {
        string? Asked(string name) => request.Query[name].ToString() is { Length: > 0 } value ? value : null;
        if (!Filter(Asked("from"), Asked("to"), Asked("person"), Asked("team")).Is(out var filter, out var wrong)) return wrong;
        // What is wrong is said before the first row goes out; after that there is no status left to say it with.
        return (await desk.Ask(new ListTime(filter, null, ListTime.MostRows), call.Caller)).Is(out var first, out var no) ? new Csv("time", Columns, Rest(desk, call.Caller, filter, first)) : no;
    }

    private static async IAsyncEnumerable<IReadOnlyList<string?>> Rest(Desk desk, Caller caller, TimeFilter filter, TimeList page, [EnumeratorCancellation] CancellationToken stop = default)
    {
        while (true)
        {
            foreach (var t in page.Rows)
                yield return (string?[])[LocalDatePattern.Iso.Format(t.Day), t.Email, t.Minutes.ToString(System.Globalization.CultureInfo.InvariantCulture), t.Words, t.Number, t.Title, t.Customer, t.Unit, t.Service, t.RequestClass, t.Team];
            if (page.Next is not { } next) yield break;
            page = (await desk.Ask(new ListTime(filter, next, ListTime.MostRows), caller, stop)).Value ?? throw new InvalidOperationException("The filter was good a moment ago.");
        }
    }
}

/// <summary>Time that was spent, as one item of the list.</summary>
public sealed record TimeLine(LocalDate Day, int No, int Minutes, string? Words, TicketPersonJson Person, string Ticket, string Title, string Customer, string? Unit, string? Service, string? RequestClass, string Team)
{
    public static TimeLine Of(TimeRow t) => new(t.Day, t.No, t.Minutes, t.Words, new(t.PersonId.Value, t.Person, t.Email), t.Number, t.Title, t.Customer, t.Unit, t.Service, t.RequestClass, t.Team);
}
