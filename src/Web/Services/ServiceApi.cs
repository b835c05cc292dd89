namespace FirstContact.Services;

/// <param name="Team">By name or id; null or nothing for First Contact.</param>
/// <param name="Owner">By e-mail address; null for nobody.</param>
public sealed record AddServiceBody(string? Name, string? Description = null, string? Team = null, string? Owner = null);

public sealed record ChangeServiceBody
{
    public Given<string?> Name { get; init; }
    public Given<string?> Description { get; init; }
    public Given<string?> Team { get; init; }
    public Given<string?> Owner { get; init; }
}

public sealed record NamedBody(long Id, string Name, string? Email = null);

public sealed record ServiceBody(long Id, int Version, string Name, string Description, NamedBody? Team, NamedBody? Owner, bool Active);

/// <summary>Services for programs. Deleting retires: old tickets go on naming it.</summary>
internal static class ServiceApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/services", async (WebCall call, Desk desk, HttpContext http) => http.Listed(await Rows(desk, call), s => s.Id, s => Body(s, call))).WithSummary("All services");
        api.MapPost("/services", Add).WithSummary("Add a service").Produces<ServiceBody>(201);
        api.MapGet("/services/{id:long}", Show).WithSummary("One service").Produces<ServiceBody>();
        api.MapPatch("/services/{id:long}", Change).WithSummary("Change what is given").Produces<ServiceBody>();
        api.MapDelete("/services/{id:long}", (long id, WebCall call, Desk desk, HttpResponse http) => Run(new RetireService(new(id)), call, desk, http)).WithSummary("Retire").Produces<ServiceBody>();
        api.MapPost("/services/{id:long}/restoration", (long id, WebCall call, Desk desk, HttpResponse http) => Run(new RestoreService(new(id)), call, desk, http)).WithSummary("Take up again").Produces<ServiceBody>();
    }

    private static async Task<IResult> Add(Body<AddServiceBody> body, WebCall call, Desk desk, HttpResponse http)
    {
        var add = new AddService(body.Value.Name ?? "", body.Value.Description ?? "", body.Value.Team, body.Value.Owner);
        if (!(await desk.Do(add, call.Call)).Is(out var made, out var no)) return no.Problem();
        return http.Made($"/api/v1/services/{made.Key}", made.Version, await Now(desk, call, made.Key));
    }

    private static async Task<IResult> Show(long id, WebCall call, Desk desk, HttpResponse http) =>
        await Find(desk, call, id) is { } row ? http.Tagged(row.Version, Body(row, call)) : ServiceErrors.NotFound.Problem();

    private static async Task<IResult> Change(long id, Body<ChangeServiceBody> body, WebCall call, Desk desk, HttpResponse http)
    {
        if (await Find(desk, call, id) is not { } row) return ServiceErrors.NotFound.Problem();
        var (now, to) = (ServiceTyped.Of(row), body.Value);
        var change = new ChangeService(row.Id, to.Name.Or(now.Name) ?? "", to.Description.Or(now.Description) ?? "", to.Team.Or(now.Team), to.Owner.Or(now.Owner));
        // What is not given is taken from what was read: so it must still stand when this is written.
        return await Run(change, call with { Call = call.Call with { Expects = call.Call.Expects ?? row.Version } }, desk, http);
    }

    private static async Task<IResult> Run(Command<Service> command, WebCall call, Desk desk, HttpResponse http) =>
        (await desk.Do(command, call.Call)).Is(out var done, out var no) ? http.Tagged(done.Version, await Now(desk, call, done.Key)) : no.Problem();

    private static async Task<ServiceBody> Now(Desk desk, WebCall call, long id) => Body((await Find(desk, call, id))!, call);

    private static async Task<ServiceRow?> Find(Desk desk, WebCall call, long id) => (await Rows(desk, call)).FirstOrDefault(s => s.Id.Value == id);

    private static async Task<IReadOnlyList<ServiceRow>> Rows(Desk desk, WebCall call) => (await desk.Ask(new ListServices(), call.Caller)).Value!;

    // Whom it belongs to everyone may know; an address is for those who may look people up.
    private static ServiceBody Body(ServiceRow s, WebCall call) => new(
        s.Id.Value, s.Version, s.Name, s.Description,
        s.Team is { } team ? new(team.Value, s.TeamName!) : null,
        s.Owner is { } owner ? new(owner.Value, s.OwnerName!, call.Caller.May(PeoplePermissions.See) ? s.OwnerEmail : null) : null,
        s.Active);
}
