namespace FirstContact.People;

public static class UnitApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var units = api.MapGroup("/units").WithTags("Business units");
        units.MapGet("", List).WithSummary("Lists business units").Produces<Listing<UnitRow>>();
        units.MapPost("", Add).WithSummary("Adds a business unit").Produces<UnitJson>(201);
        units.MapGet("/{id:long}", (long id, WebCall call, Desk desk, HttpResponse http) => One(desk, call, id, http)).WithSummary("One business unit").Produces<UnitJson>();
        units.MapPatch("/{id:long}", Change).WithSummary("Changes, retires or restores a business unit; what is missing stays").Produces<UnitJson>();
    }

    private static async Task<IResult> List(HttpContext http, WebCall call, Desk desk) =>
        (await desk.Ask(new ListUnits(), call.Caller)).Is(out var units, out var no) ? http.Listed(units, null) : no.Problem();

    private static async Task<IResult> Add(HttpResponse http, WebCall call, Desk desk, Body<UnitChangeJson> body) =>
        (await desk.Do(new AddUnit(body.Value.Name ?? "", body.Value.Segment ?? "") { Language = body.Value.Language, Zone = body.Value.Zone }, call.Call)).Is(out var unit, out var no)
            ? http.Made($"/api/v1/units/{unit.Key}", unit.Version, new UnitJson(unit.Id, unit.Name, unit.Segment, unit.Active, unit.Language, unit.Zone))
            : no.Problem();

    /// <summary>What is not named stays; all of it or nothing.</summary>
    private static async Task<IResult> Change(long id, HttpResponse http, WebCall call, Desk desk, Body<UnitChangeJson> body)
    {
        if (!(await Find(desk, call, id)).Is(out var was, out var missing)) return missing.Problem();
        var to = body.Value;
        return (await desk.Do(new ChangeUnit(was.Id) { Name = to.Name, Segment = to.Segment, Active = to.Active, Language = to.Language, Zone = to.Zone }, call.Call)).Error is { } no ? no.Problem() : await One(desk, call, id, http);
    }

    private static async Task<IResult> One(Desk desk, WebCall call, long id, HttpResponse http) =>
        (await Find(desk, call, id)).Is(out var unit, out var no) ? http.Tagged(unit.Version, new UnitJson(unit.Id, unit.Name, unit.Segment, unit.Active, unit.Language, unit.Zone)) : no.Problem();

    private static async Task<Result<UnitRow>> Find(Desk desk, WebCall call, long id)
    {
        if (!(await desk.Ask(new ListUnits(), call.Caller)).Is(out var units, out var no)) return no;
        return units.FirstOrDefault(u => u.Id.Value == id) is { } unit ? unit : PeopleErrors.UnitNotFound;
    }
}

public sealed record UnitChangeJson(string? Name, string? Segment, bool? Active, string? Language = null, string? Zone = null);

public sealed record UnitJson(UnitId Id, string Name, string Segment, bool Active, string? Language, string? Zone);
