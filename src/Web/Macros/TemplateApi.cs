using FirstContact.Policies;
using FirstContact.Tickets;

namespace FirstContact.Macros;

/// <param name="Team">Whose it is, by name or id; null for all.</param>
/// <param name="ToTeam">Which team works on the ticket.</param>
public sealed record AddTicketTemplateBody(
    string? Name, string? Team = null, TicketKind? Kind = null, string? Title = null, string? Description = null, string? RequestClass = null, string? Category = null, string? Service = null,
    string? ToTeam = null, Level? Impact = null, Level? Urgency = null, string[]? Tags = null, string[]? Tasks = null);

public sealed record ChangeTicketTemplateBody
{
    public Given<string?> Name { get; init; }
    public Given<string?> Team { get; init; }
    public Given<TicketKind?> Kind { get; init; }
    public Given<string?> Title { get; init; }
    public Given<string?> Description { get; init; }
    public Given<string?> RequestClass { get; init; }
    public Given<string?> Category { get; init; }
    public Given<string?> Service { get; init; }
    public Given<string?> ToTeam { get; init; }
    public Given<Level?> Impact { get; init; }
    public Given<Level?> Urgency { get; init; }
    public Given<string[]?> Tags { get; init; }
    public Given<string[]?> Tasks { get; init; }
}

public sealed record TicketTemplateJson(
    long Id, int Version, string Name, NamedJson? Team, TicketKind? Kind, string? Title, string? Description, string? RequestClass, string? Category, string? Service, string? ToTeam,
    Level? Impact, Level? Urgency, Seq<string> Tags, Seq<string> Tasks, bool Active)
{
    internal static TicketTemplateJson Of(TemplateLine l) => TemplatePages.Of(l) is var s ? new(
        l.Template.Key, l.Template.Version, l.Template.Name, l.Template.Details.Team is { } t ? new(t.Id.Value, t.Name) : null, s.Kind, s.Title, s.Description, s.RequestClass, s.Category, s.Service, s.ToTeam,
        s.Impact, s.Urgency, s.Tags, s.Tasks, l.Template.Active) : null!;
}

/// <summary>Ticket templates for programs. Deleting retires.</summary>
internal static class TemplateApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/ticket-templates", async (WebCall call, Desk desk, HttpContext http) => (await desk.Ask(new ListTicketTemplates(), call.Caller)).Is(out var lines, out var no) ? http.Listed(lines, l => l.Template.Id, TicketTemplateJson.Of) : no.Problem()).WithSummary("All ticket templates, by name").Produces<Listing<TicketTemplateJson>>();
        api.MapPost("/ticket-templates", Add).WithSummary("Add a ticket template, for all or for one team").Produces<TicketTemplateJson>(201);
        api.MapGet("/ticket-templates/{id:long}", async (long id, WebCall call, Desk desk, HttpResponse http) => (await Find(desk, call, id)).Is(out var line, out var no) ? http.Tagged(line.Template.Version, TicketTemplateJson.Of(line)) : no.Problem()).WithSummary("One ticket template").Produces<TicketTemplateJson>();
        api.MapPatch("/ticket-templates/{id:long}", Change).WithSummary("Change what is given").Produces<TicketTemplateJson>();
        api.MapDelete("/ticket-templates/{id:long}", (long id, WebCall call, Desk desk, HttpResponse http) => Run(new RetireTicketTemplate(new(id)), call, call.Call, desk, http)).WithSummary("Retire").Produces<TicketTemplateJson>();
        api.MapPost("/ticket-templates/{id:long}/restoration", (long id, Body<NothingBody> _, WebCall call, Desk desk, HttpResponse http) => Run(new RestoreTicketTemplate(new(id)), call, call.Call, desk, http)).WithSummary("Take up again").Produces<TicketTemplateJson>();
    }

    private static async Task<IResult> Add(Body<AddTicketTemplateBody> body, WebCall call, Desk desk, HttpResponse http)
    {
        var b = body.Value;
        var add = new AddTicketTemplate(new(b.Name, b.Team)
        {
            Kind = b.Kind, Title = b.Title, Description = b.Description, RequestClass = b.RequestClass, Category = b.Category, Service = b.Service, ToTeam = b.ToTeam,
            Impact = b.Impact, Urgency = b.Urgency, Tags = [.. b.Tags ?? []], Tasks = [.. b.Tasks ?? []],
        });
        if (!(await desk.Do(add, call.Call)).Is(out var made, out var no)) return no.Problem();
        return http.Made($"/api/v1/ticket-templates/{made.Key}", made.Version, TicketTemplateJson.Of((await Find(desk, call, made.Key)).Value!));
    }

    private static async Task<IResult> Change(long id, Body<ChangeTicketTemplateBody> body, WebCall call, Desk desk, HttpResponse http)
    {
        if (!(await Find(desk, call, id)).Is(out var line, out var no)) return no.Problem();
        var (now, to) = (TemplatePages.Of(line), body.Value);
        var change = new ChangeTicketTemplate(new(id), new(to.Name.Or(now.Name), to.Team.Or(now.Team))
        {
            Kind = to.Kind.Or(now.Kind), Title = to.Title.Or(now.Title), Description = to.Description.Or(now.Description), RequestClass = to.RequestClass.Or(now.RequestClass), Category = to.Category.Or(now.Category),
            Service = to.Service.Or(now.Service), ToTeam = to.ToTeam.Or(now.ToTeam), Impact = to.Impact.Or(now.Impact), Urgency = to.Urgency.Or(now.Urgency),
            Tags = to.Tags.Is ? [.. to.Tags.Value ?? []] : now.Tags, Tasks = to.Tasks.Is ? [.. to.Tasks.Value ?? []] : now.Tasks,
        });
        // What is not given is taken from what was read: so it must still stand when this is written.
        return await Run(change, call, call.Call with { Expects = call.Call.Expects ?? line.Template.Version }, desk, http);
    }

    private static async Task<IResult> Run(Command<TicketTemplate> command, WebCall call, Call with, Desk desk, HttpResponse http) =>
        (await desk.Do(command, with)).Is(out var done, out var no) ? http.Tagged(done.Version, TicketTemplateJson.Of((await Find(desk, call, done.Key)).Value!)) : no.Problem();

    private static async Task<Result<TemplateLine>> Find(Desk desk, WebCall call, long id) =>
        !(await desk.Ask(new ListTicketTemplates(), call.Caller)).Is(out var lines, out var no) ? no : lines.FirstOrDefault(l => l.Template.Key == id) is { } line ? line : MacroErrors.TemplateNotFound;
}
