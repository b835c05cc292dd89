namespace FirstContact.People;

public static class UnitPages
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/settings/units", (WebCall call, Desk desk) => List(desk, call));
        pages.MapPost("/settings/units", (WebCall call, Desk desk, Form form) => Done(desk, call, form, null, new AddUnit(form["name"] ?? "", form["segment"] ?? "") { Language = form["language"], Zone = form["zone"] }));
        pages.MapGet("/settings/units/{id:long}", (long id, WebCall call, Desk desk) => List(desk, call, id));
        pages.MapPost("/settings/units/{id:long}", (long id, WebCall call, Desk desk, Form form) => Done(desk, call, form, id, new ChangeUnit(new(id)) { Name = form["name"] ?? "", Segment = form["segment"] ?? "", Language = form["language"], Zone = form["zone"] ?? "" }));
        pages.MapPost("/settings/units/{id:long}/retire", (long id, WebCall call, Desk desk, Form form) => Done(desk, call, form, id, new RetireUnit(new(id))));
        pages.MapPost("/settings/units/{id:long}/restore", (long id, WebCall call, Desk desk, Form form) => Done(desk, call, form, id, new RestoreUnit(new(id))));
    }

    private static async Task<IResult> Done(Desk desk, WebCall call, Form form, long? id, ICommand<Unit> command) =>
        (await desk.Do(command, call.Of(form))).Error is { } no ? await List(desk, call, id, form, no) : new SeeOther("/settings/units");

    private static async Task<IResult> List(Desk desk, WebCall call, long? id = null, Form? form = null, Error? no = null)
    {
        if (!(await desk.Ask(new ListUnits(), call.Caller)).Is(out var units, out var forbidden)) return forbidden.Page();
        var at = units.FirstOrDefault(u => u.Id.Value == id);
        return id is not null && at is null ? PeopleErrors.UnitNotFound.Page() : Show.Page<UnitsPage, UnitsView>(new(units, at, form, no), no?.Status() ?? 200);
    }
}

/// <param name="At">The one that the form changes; null to add one.</param>
/// <param name="Form">What was refused; null when nothing was.</param>
public sealed record UnitsView(IReadOnlyList<UnitRow> Units, UnitRow? At, Form? Form, Error? Error);
