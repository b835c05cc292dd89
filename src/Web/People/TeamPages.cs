namespace FirstContact.People;

public static class TeamPages
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/settings/teams", (WebCall call, Desk desk) => List(desk, call));
        pages.MapPost("/settings/teams", Add);
        pages.MapGet("/settings/teams/{id:long}", (long id, WebCall call, Desk desk) => One(desk, call, id));
        pages.MapPost("/settings/teams/{id:long}", (long id, WebCall call, Desk desk, Form form) =>
            Done(desk, call, id, form, new ChangeTeam(new(id)) { Name = form["name"] ?? "", Purpose = form["purpose"] ?? "", Skills = Skills(form), FirstContact = form.Ticked("firstContact"), Zone = form["zone"] ?? "" }));
        pages.MapPost("/settings/teams/{id:long}/members", (long id, WebCall call, Desk desk, Form form) => Done(desk, call, id, form, new JoinTeam(new(id), form["person"] ?? "")));
        pages.MapPost("/settings/teams/{id:long}/members/{person:long}/leave", (long id, long person, WebCall call, Desk desk, Form form) =>
            Done(desk, call, id, form, new LeaveTeam(new(id), person.ToString(System.Globalization.CultureInfo.InvariantCulture))));
        pages.MapPost("/settings/teams/{id:long}/retire", (long id, WebCall call, Desk desk, Form form) => Done(desk, call, id, form, new RetireTeam(new(id))));
        pages.MapPost("/settings/teams/{id:long}/restore", (long id, WebCall call, Desk desk, Form form) => Done(desk, call, id, form, new RestoreTeam(new(id))));
    }

    private static async Task<IResult> List(Desk desk, WebCall call, Form? form = null, Error? no = null)
    {
        if (!call.Caller.May(PeoplePermissions.See)) return Errors.Forbidden.Page();
        var teams = (await desk.Ask(new ListTeams(), call.Caller)).Value ?? [];
        return Show.Page<TeamsPage, TeamsView>(new(teams, form ?? Form.Empty, no), no?.Status() ?? 200);
    }

    private static async Task<IResult> Add(WebCall call, Desk desk, Form form) =>
        (await desk.Do(new AddTeam(form["name"] ?? "", form["purpose"] ?? "", Skills(form), form.Ticked("firstContact")) { Zone = form["zone"] }, call.Of(form))).Is(out var team, out var no)
            ? new SeeOther($"/settings/teams/{team.Key}")
            : await List(desk, call, form, no);

    private static async Task<IResult> Done(Desk desk, WebCall call, long id, Form form, ICommand<Team> command) =>
        (await desk.Do(command, call.Of(form))).Error is { } no ? await One(desk, call, id, form, no) : new SeeOther($"/settings/teams/{id}");

    private static async Task<IResult> One(Desk desk, WebCall call, long id, Form? form = null, Error? no = null)
    {
        if (!call.Caller.May(PeoplePermissions.See)) return Errors.Forbidden.Page();
        return (await desk.Ask(new ShowTeam(new(id)), call.Caller)).Is(out var team, out var missing)
            ? Show.Page<TeamPage, TeamPageView>(new(team, form, no), no?.Status() ?? 200)
            : missing.Page();
    }

    private static Seq<string> Skills(Form form) => [.. (form["skills"] ?? "").Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}

public sealed record TeamsView(IReadOnlyList<TeamRow> Teams, Form Form, Error? Error);

/// <param name="Form">What was refused; null when nothing was.</param>
public sealed record TeamPageView(TeamView Shown, Form? Form, Error? Error)
{
    // A refused membership brings none of the team's own fields.
    public string? Typed(string field, string? stored) => Form is { } form && form["person"] is null && form["version"] is not null ? form[field] : stored;
}
