using System.Globalization;
using FirstContact.People;

namespace FirstContact.Measures;

/// <param name="Needs">Null when what was asked for could not be understood.</param>
/// <param name="Names">Whether the viewer may look at persons.</param>
public sealed record TrainingModel(TrainingAsked Asked, TrainingNeeds? Needs, bool Names, Error? Error = null);

/// <param name="History">Null when what was asked for could not be understood.</param>
public sealed record DepartmentModel(TrainingAsked Asked, DepartmentHistory? History, Error? Error = null);

/// <param name="More">What narrows the list.</param>
public sealed record AskedModel(TrainingAsked Asked, AskedList List, IReadOnlyList<(string, object?)> More);

/// <summary>The customers' history, for those who plan training: departments first, persons one click further and for who may.</summary>
internal static class TrainingPages
{
    public const string List = "/training";
    private static readonly string[] Narrowing = ["unit", "category", "service", "person"];

    public static void Map(IEndpointRouteBuilder pages)
    {
        var training = pages.MapGroup(List).RequireAuthorization();
        training.MapGet("", async (HttpRequest request, WebCall call, Desk desk, Frame frame, DateTimeZone zone) =>
        {
            frame.At = List;
            if (!call.Caller.May(MeasurePermissions.SeeTraining)) return Errors.Forbidden.Page();
            var asked = TrainingAsked.Of(request.Query);
            TrainingNeeds? needs = null;
            if (asked.Order.Is(out var order, out var wrong)) _ = (await desk.Ask(new ShowTraining(asked.Number, order, zone.Id), call.Caller)).Is(out needs, out wrong);
            return Show.Page<TrainingPage, TrainingModel>(new(asked, needs, call.Caller.May(MeasurePermissions.SeeAskers), wrong), wrong?.Status() ?? 200);
        });
        training.MapGet("/{unit:long}", async (long unit, HttpRequest request, WebCall call, Desk desk, Frame frame, DateTimeZone zone) =>
        {
            frame.At = List;
            if (!call.Caller.May(MeasurePermissions.SeeAskers)) return Errors.Forbidden.Page();
            var asked = TrainingAsked.Of(request.Query);
            DepartmentHistory? history = null;
            if (asked.Order.Is(out var order, out var wrong)) _ = (await desk.Ask(new ShowDepartment(new(unit), asked.Number, order, zone.Id), call.Caller)).Is(out history, out wrong);
            return wrong?.Kind == ErrorKind.Missing ? wrong.Page() : Show.Page<DepartmentPage, DepartmentModel>(new(asked, history, wrong), wrong?.Status() ?? 200);
        });
        training.MapGet("/definitions", (WebCall call, Frame frame) =>
        {
            frame.At = List;
            return call.Caller.May(MeasurePermissions.SeeTraining) ? Show.Page<TrainingDefinitionsPage, IReadOnlyList<TrainingDefinition>>(TrainingDefinitions.All) : Errors.Forbidden.Page();
        });
        training.MapGet("/tickets/{measure}", async (string measure, HttpRequest request, WebCall call, Desk desk, Frame frame, DateTimeZone zone) =>
        {
            frame.At = List;
            if (!(await desk.Ask(Query(measure, request.Query, zone), call.Caller)).Is(out var list, out var no)) return no.Page();
            return Show.Page<AskedPage, AskedModel>(new(TrainingAsked.Of(request.Query), list, [.. Narrowing.Where(n => !request.Query[n].ToString().IsBlank).Select(n => (n, (object?)request.Query[n].ToString()))]));
        });
        pages.MapGet("/training.csv", async (HttpRequest request, WebCall call, Desk desk, DateTimeZone zone) => (await TrainingTable.Of(desk, call.Caller, TrainingAsked.Of(request.Query), zone)).Is(out var csv, out var no) ? csv : no.Page()).RequireAuthorization();
        pages.MapGet("/training/{unit:long}.csv", async (long unit, HttpRequest request, WebCall call, Desk desk, DateTimeZone zone) => (await TrainingTable.Of(desk, call.Caller, new UnitId(unit), TrainingAsked.Of(request.Query), zone)).Is(out var csv, out var no) ? csv : no.Page()).RequireAuthorization();
    }

    internal static AskedTickets Query(string measure, IQueryCollection query, DateTimeZone zone) => new(measure, TrainingAsked.Of(query).Number, query["after"].ToString() is { Length: > 0 } after ? after : null, Number(query, "limit") is { } limit ? (int)Math.Min(limit, int.MaxValue) : 50, zone.Id)
    {
        Unit = Number(query, "unit") is { } unit ? new(unit) : null, Person = Number(query, "person") is { } person ? new(person) : null,
        About = Number(query, "category") is { } category ? new(category, Number(query, "service") ?? 0) : Number(query, "service") is { } service ? new(0, service) : null,
    };

    private static long? Number(IQueryCollection query, string name) => long.TryParse(query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
