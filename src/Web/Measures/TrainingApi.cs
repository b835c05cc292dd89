using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Measures;

/// <summary>The customers' history for programs.</summary>
internal static class TrainingApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/training", async (string? months, string? sort, WebCall call, Desk desk, DateTimeZone zone) =>
        {
            var asked = new TrainingAsked(months, sort);
            if (!asked.Order.Is(out var order, out var unclear)) return (IResult)unclear.Problem();
            return (await desk.Ask(new ShowTraining(asked.Number, order, zone.Id), call.Caller)).Is(out var needs, out var no) ? TypedResults.Json(TrainingJson.Of(needs), ApiJson.Options) : no.Problem();
        }).WithSummary("What each department asks about in the last 3, 6 or 12 months, and where training would spare asking").Produces<TrainingJson>();
        api.MapGet("/training.csv", async (string? months, string? sort, WebCall call, Desk desk, DateTimeZone zone) =>
            (await TrainingTable.Of(desk, call.Caller, new(months, sort), zone)).Is(out var csv, out var no) ? csv : (IResult)no.Problem()).WithSummary("The same as CSV").Produces<string>(200, "text/csv");
        const string summary = "One department, and which of its people ask", table = "Its people as CSV";
        api.MapGet("/training/departments/{id:long}", (long id, string? months, string? sort, WebCall call, Desk desk, DateTimeZone zone) => Answer(id, new(months, sort), call, desk, zone)).WithSummary(summary).Produces<DepartmentHistoryJson>();
        api.MapGet("/training/departments/{id:long}.csv", (long id, string? months, string? sort, WebCall call, Desk desk, DateTimeZone zone) => Table(id, new(months, sort), call, desk, zone)).WithSummary(table).Produces<string>(200, "text/csv");
        api.MapGet("/training/departments/none", (string? months, string? sort, WebCall call, Desk desk, DateTimeZone zone) => Answer(null, new(months, sort), call, desk, zone)).WithSummary("Those who belong to no department").Produces<DepartmentHistoryJson>();
        api.MapGet("/training/departments/none.csv", (string? months, string? sort, WebCall call, Desk desk, DateTimeZone zone) => Table(null, new(months, sort), call, desk, zone)).WithSummary("The same as CSV").Produces<string>(200, "text/csv");
        api.MapGet("/training/definitions", (WebCall call, HttpContext http) => call.Caller.May(MeasurePermissions.SeeTraining) ? http.Listed([.. TrainingDefinitions.All.Select(d => new DefinitionJson(d.Name, d.Title, d.Words, d.Sql))], null) : Errors.Forbidden.Problem())
            .WithSummary("What each of these figures means, and the query that gives it").Produces<Listing<DefinitionJson>>();
        api.MapGet("/training/tickets/{measure}", async (string measure, string? months, long? unit, long? category, long? service, long? person, string? after, int? limit, HttpContext http, WebCall call, Desk desk, DateTimeZone zone) =>
            (await desk.Ask(TrainingPages.Query(measure, http.Request.Query, zone), call.Caller)).Is(out var list, out var no) ? http.Listed([.. list.Rows.Select(r => new AskedJson(r.Number, r.Title, r.Status, r.Category, r.Unit, r.OpenedAt))], list.Next) : no.Problem())
            .WithSummary("The tickets that one of these figures counts, newest first").Produces<Listing<AskedJson>>();
    }

    /// <param name="id">Null for those without a department; nought is none.</param>
    private static async Task<IResult> Answer(long? id, TrainingAsked asked, WebCall call, Desk desk, DateTimeZone zone)
    {
        if (!asked.Order.Is(out var order, out var unclear)) return unclear.Problem();
        return (await desk.Ask(new ShowDepartment(Unit(id), asked.Number, order, zone.Id), call.Caller)).Is(out var history, out var no) ? TypedResults.Json(DepartmentHistoryJson.Of(history), ApiJson.Options) : no.Problem();
    }

    private static async Task<IResult> Table(long? id, TrainingAsked asked, WebCall call, Desk desk, DateTimeZone zone) =>
        (await TrainingTable.Of(desk, call.Caller, Unit(id), asked, zone)).Is(out var csv, out var no) ? csv : no.Problem();

    private static UnitId Unit(long? id) => new(id is { } one ? one == 0 ? -1 : one : 0);
}

/// <param name="Before">In the time before, of the same length; none when the desk does not know so far back.</param>
/// <param name="Again">About what the same person had asked about before in this time.</param>
/// <param name="Reproduced">At the first try, from a statement that was never corrected; <paramref name="Agreed"/>: and agreed to.</param>
/// <param name="Solved">By the customer, without the desk.</param>
public sealed record AskedCountsJson(int Tickets, int? Before, int Askers, int Again, int Tried, int Reproduced, double? DescribedShare, int Agreed, int Solved)
{
    internal static AskedCountsJson Of(AskedCounts c) => new(c.Tickets, c.Before, c.Askers, c.Again, c.Tried, c.Reproduced, c.DescribedShare, c.Agreed, c.Solved);
}

/// <param name="Category">By id; nought for none. The service only where there is no category.</param>
public sealed record AskedSubjectJson(long Category, long Service, string Name, AskedCountsJson Counts)
{
    internal static AskedSubjectJson Of(AskedSubject s) => new(s.About.Category, s.About.Service, s.Name, AskedCountsJson.Of(s.Counts));
}

public sealed record DepartmentJson(long Id, string Name, string Segment, int? People, double? PerPerson, AskedCountsJson Counts, IReadOnlyList<AskedSubjectJson> Abouts)
{
    internal static DepartmentJson Of(Department d) => new(d.Id.Value, d.Name, d.Segment, d.People, d.PerPerson, AskedCountsJson.Of(d.Counts), [.. d.Abouts.Select(AskedSubjectJson.Of)]);
}

public sealed record TrainingNeedJson(long Unit, string Department, AskedSubjectJson Subject);

public sealed record TrainingJson(int Months, LocalDate From, AskedCountsJson All, IReadOnlyList<DepartmentJson> Departments, IReadOnlyList<TrainingNeedJson> Needs, Instant? CountedUntil)
{
    internal static TrainingJson Of(TrainingNeeds n) => new(n.Months, n.From, AskedCountsJson.Of(n.All), [.. n.Departments.Select(DepartmentJson.Of)], [.. n.Needs.Select(t => new TrainingNeedJson(t.Unit.Value, t.Department, AskedSubjectJson.Of(t.Subject)))], n.CountedUntil);
}

public sealed record AskerJson(long Id, string Name, AskedCountsJson Counts, AskedSubjectJson Most);

/// <param name="Askers">None where fewer than three people asked: so few are not looked at one by one.</param>
public sealed record DepartmentHistoryJson(int Months, LocalDate From, DepartmentJson Department, IReadOnlyList<AskerJson>? Askers, Instant? CountedUntil)
{
    internal static DepartmentHistoryJson Of(DepartmentHistory h) => new(h.Months, h.From, DepartmentJson.Of(h.Department), h.Askers is { } askers ? [.. askers.Select(a => new AskerJson(a.Id.Value, a.Name, AskedCountsJson.Of(a.Counts), AskedSubjectJson.Of(a.Most)))] : null, h.CountedUntil);
}

public sealed record AskedJson(string Number, string Title, TicketStatus Status, string Category, string Department, Instant OpenedAt);
