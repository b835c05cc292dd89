namespace FirstContact.People;

public static class TeamApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var teams = api.MapGroup("/teams").WithTags("Teams");
        teams.MapGet("", List).WithSummary("Lists teams").Produces<Listing<TeamRow>>();
        teams.MapPost("", Add).WithSummary("Adds a team").Produces<TeamJson>(201);
        teams.MapGet("/{id:long}", (long id, WebCall call, Desk desk, HttpResponse http) => One(desk, call, id, http)).WithSummary("One team and who is in it").Produces<TeamJson>();
        teams.MapPatch("/{id:long}", Change).WithSummary("Changes, retires or restores a team; what is missing stays").Produces<TeamJson>();
        teams.MapPut("/{id:long}/members/{who}", (long id, string who, WebCall call, Desk desk, HttpResponse http) => Done(desk, call, id, http, new JoinTeam(new(id), who))).WithSummary("Takes somebody in").Produces<TeamJson>();
        teams.MapDelete("/{id:long}/members/{who}", (long id, string who, WebCall call, Desk desk, HttpResponse http) => Done(desk, call, id, http, new LeaveTeam(new(id), who))).WithSummary("Lets somebody go").Produces<TeamJson>();
    }

    private static async Task<IResult> List(HttpContext http, WebCall call, Desk desk) =>
        (await desk.Ask(new ListTeams(), call.Caller)).Is(out var teams, out var no) ? http.Listed(teams, null) : no.Problem();

    private static async Task<IResult> Add(HttpResponse http, WebCall call, Desk desk, Body<TeamChangeJson> body) =>
        (await desk.Do(new AddTeam(body.Value.Name ?? "", body.Value.Purpose ?? "", body.Value.Skills ?? [], body.Value.FirstContact ?? false) { Zone = body.Value.Zone }, call.Call)).Is(out var team, out var no)
            ? http.Made($"/api/v1/teams/{team.Key}", team.Version, new TeamJson(team.Id, team.Name, team.Purpose, team.Skills, [], team.Active, team.FirstContact, team.Zone))
            : no.Problem();

    /// <summary>What is not named stays; all of it or nothing.</summary>
    private static async Task<IResult> Change(long id, HttpResponse http, WebCall call, Desk desk, Body<TeamChangeJson> body)
    {
        if (!(await desk.Ask(new ShowTeam(new(id)), call.Caller)).Is(out var shown, out var missing)) return missing.Problem();
        var (was, to) = (shown.Team, body.Value);
        return await Done(desk, call, id, http, new ChangeTeam(was.Id) { Name = to.Name, Purpose = to.Purpose, Skills = to.Skills, FirstContact = to.FirstContact, Zone = to.Zone, Active = to.Active });
    }

    private static async Task<IResult> Done(Desk desk, WebCall call, long id, HttpResponse http, ICommand<Team> command) =>
        (await desk.Do(command, call.Call)).Error is { } no ? no.Problem() : await One(desk, call, id, http);

    private static async Task<IResult> One(Desk desk, WebCall call, long id, HttpResponse http) => (await desk.Ask(new ShowTeam(new(id)), call.Caller)).Is(out var shown, out var no)
        ? http.Tagged(shown.Team.Version, new TeamJson(shown.Team.Id, shown.Team.Name, shown.Team.Purpose, shown.Team.Skills, shown.Members, shown.Team.Active, shown.Team.FirstContact, shown.Team.Zone))
        : no.Problem();
}

public sealed record TeamChangeJson(string? Name, string? Purpose, Seq<string>? Skills, bool? Active, bool? FirstContact, string? Zone = null);

public sealed record TeamJson(TeamId Id, string Name, string Purpose, Seq<string> Skills, Seq<Named<PersonId>> Members, bool Active, bool FirstContact, string? Zone);
