using FirstContact.Tickets;

namespace FirstContact.Tools;

/// <param name="Tools">By name or id.</param>
/// <param name="Stays">Which one, by name or id; null while that is open.</param>
/// <param name="Owner">By e-mail address.</param>
public sealed record OverlapBody(string[]? Tools, string? Same, string? Plan = null, string? Stays = null, LocalDate? By = null, string? Owner = null);

public sealed record OverlapJson(long Id, int Version, IReadOnlyList<NamedJson> Tools, string Same, string Plan, NamedJson? Stays, LocalDate? By, NamedJson? Owner, bool Settled)
{
    internal static OverlapJson Of(ToolOverlap o) => new(
        o.Key, o.Version, [.. o.Details.Tools.Select(t => new NamedJson(t.Id.Value, t.Name))], o.Details.Same, o.Details.Plan, o.Details.Stays is { } s ? new(s.Id.Value, s.Name) : null, o.Details.By,
        o.Details.Owner is { } w ? new(w.Id.Value, w.Name) : null, o.Settled);
}

/// <param name="Schemes">What stands before the colon; http and https are always allowed.</param>
public sealed record LaunchSchemesBody(string[]? Schemes);

public sealed record LaunchSchemesJson(int Version, Seq<string> Schemes);

/// <summary>Overlaps of tools, and what links may begin with, for programs.</summary>
internal static class OverlapApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/tool-overlaps", async (WebCall call, Desk desk, HttpContext http) => (await desk.Ask(new ListOverlaps(), call.Caller)).Is(out var list, out var no) ? http.Listed(list.Lines, l => l.Overlap.Id, l => OverlapJson.Of(l.Overlap)) : no.Problem())
            .WithSummary("Tools that do the same, as people marked them, open ones first").Produces<Listing<OverlapJson>>();
        api.MapPost("/tool-overlaps", async (Body<OverlapBody> body, WebCall call, Desk desk, HttpResponse http) =>
            (await desk.Do(new MarkOverlap(Said(body.Value)), call.Call)).Is(out var made, out var no) ? http.Made($"/api/v1/tool-overlaps/{made.Key}", made.Version, OverlapJson.Of(made)) : no.Problem()).WithSummary("Mark tools as doing the same").Produces<OverlapJson>(201);
        api.MapGet("/tool-overlaps/{id:long}", async (long id, WebCall call, Desk desk, HttpResponse http) =>
            !(await desk.Ask(new ListOverlaps(), call.Caller)).Is(out var list, out var no) ? no.Problem()
            : list.Lines.FirstOrDefault(l => l.Overlap.Key == id) is { } line ? http.Tagged(line.Overlap.Version, OverlapJson.Of(line.Overlap)) : ToolErrors.OverlapNotFound.Problem()).WithSummary("One overlap").Produces<OverlapJson>();
        api.MapPut("/tool-overlaps/{id:long}", (long id, Body<OverlapBody> body, WebCall call, Desk desk, HttpResponse http) => Run(new ChangeOverlap(new(id), Said(body.Value)), call, desk, http)).WithSummary("Say it anew: the tools and the plan").Produces<OverlapJson>();
        api.MapPost("/tool-overlaps/{id:long}/settlement", (long id, Body<NothingBody> _, WebCall call, Desk desk, HttpResponse http) => Run(new SettleOverlap(new(id)), call, desk, http)).WithSummary("One of them is left").Produces<OverlapJson>();
        api.MapDelete("/tool-overlaps/{id:long}/settlement", (long id, WebCall call, Desk desk, HttpResponse http) => Run(new ReopenOverlap(new(id)), call, desk, http)).WithSummary("Open it again").Produces<OverlapJson>();
        api.MapGet("/launch-schemes", async (WebCall call, Desk desk, HttpResponse http) => (await desk.Ask(new ShowLaunchSchemes(), call.Caller)).Is(out var now, out var no) ? http.Tagged(now.Version, new LaunchSchemesJson(now.Version, now.Schemes)) : no.Problem())
            .WithSummary("What links to tools may begin with, besides the web").Produces<LaunchSchemesJson>();
        api.MapPut("/launch-schemes", async (Body<LaunchSchemesBody> body, WebCall call, Desk desk, HttpResponse http) =>
            (await desk.Do(new ChangeLaunchSchemes([.. body.Value.Schemes ?? []]), call.Call)).Is(out var now, out var no) ? http.Tagged(now.Version, new LaunchSchemesJson(now.Version, now.Schemes)) : no.Problem())
            .WithSummary("Say what links to tools may begin with").Produces<LaunchSchemesJson>();
    }

    private static OverlapSaid Said(OverlapBody b) => new([.. b.Tools ?? []], b.Same, b.Plan, b.Stays, b.By, b.Owner);

    private static async Task<IResult> Run(Command<ToolOverlap> command, WebCall call, Desk desk, HttpResponse http) =>
        (await desk.Do(command, call.Call)).Is(out var done, out var no) ? http.Tagged(done.Version, OverlapJson.Of(done)) : no.Problem();
}
