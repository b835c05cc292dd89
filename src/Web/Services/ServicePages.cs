using System.Globalization;

namespace FirstContact.Services;

public sealed record ServicesModel(IReadOnlyList<ServiceRow> Services);

/// <param name="Row">What is changed; null while something new is typed.</param>
public sealed record ServiceModel(ServiceRow? Row, IReadOnlyList<TeamRow> Teams, ServiceTyped Typed, Error? Error = null);

public sealed record ServiceTyped(string? Name = null, string? Description = null, string? Team = null, string? Owner = null)
{
    public static ServiceTyped Of(Form form) => new(form["name"], form["description"], form["team"], form["owner"]);

    public static ServiceTyped Of(ServiceRow s) => new(s.Name, s.Description, s.Team?.Value.ToString(CultureInfo.InvariantCulture), s.OwnerEmail);
}

/// <summary>Services for people: a list, and one form that adds or changes.</summary>
internal static class ServicePages
{
    private const string List = "/settings/services";

    public static void Map(IEndpointRouteBuilder settings)
    {
        settings.MapGet("/services", async (WebCall call, Desk desk) => Show.Page<ServicesPage, ServicesModel>(new(await Rows(desk, call))));
        settings.MapGet("/services/new", (WebCall call, Desk desk) => Screen(desk, call, null, null));
        settings.MapGet("/services/{id:long}", (long id, WebCall call, Desk desk) => Screen(desk, call, id, null));
        settings.MapPost("/services", Add);
        settings.MapPost("/services/{id:long}", Change);
        settings.MapPost("/services/{id:long}/retirement", (long id, WebCall call, Desk desk) => desk.Press(new RetireService(new(id)), call, List));
        settings.MapPost("/services/{id:long}/restoration", (long id, WebCall call, Desk desk) => desk.Press(new RestoreService(new(id)), call, List));
    }

    private static async Task<IResult> Add(Form form, WebCall call, Desk desk)
    {
        var typed = ServiceTyped.Of(form);
        var result = await desk.Do(new AddService(typed.Name ?? "", typed.Description ?? "", typed.Team, typed.Owner), call.Of(form));
        return result.Error is { } no ? await Screen(desk, call, null, typed, no) : new SeeOther(List);
    }

    private static async Task<IResult> Change(long id, Form form, WebCall call, Desk desk)
    {
        var typed = ServiceTyped.Of(form);
        var result = await desk.Do(new ChangeService(new(id), typed.Name ?? "", typed.Description ?? "", typed.Team, typed.Owner), call.Of(form));
        return result.Error is { } no ? await Screen(desk, call, id, typed, no) : new SeeOther(List);
    }

    private static async Task<IResult> Screen(Desk desk, WebCall call, long? id, ServiceTyped? typed, Error? no = null)
    {
        if (!call.Caller.May(ServicePermissions.Manage)) return Errors.Forbidden.Page();
        var row = id is null ? null : (await Rows(desk, call)).FirstOrDefault(s => s.Id.Value == id);
        if (id is not null && row is null) return ServiceErrors.NotFound.Page();
        var teams = (await desk.Ask(new ListTeams(), call.Caller)).Value!;
        return Show.Page<ServicePage, ServiceModel>(new(row, teams, typed ?? (row is null ? new() : ServiceTyped.Of(row)), no), no?.Status() ?? 200);
    }

    private static async Task<IReadOnlyList<ServiceRow>> Rows(Desk desk, WebCall call) => (await desk.Ask(new ListServices(), call.Caller)).Value!;
}
