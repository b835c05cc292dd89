using FirstContact.Tickets;

namespace FirstContact.Macros;

/// <param name="Team">By name or id; null for all.</param>
/// <param name="Uses">reply, note; both when nothing is said.</param>
public sealed record AddTextBlockBody(string? Name, string? Body, string? Shortcut = null, string? Team = null, BlockUse[]? Uses = null);

public sealed record ChangeTextBlockBody
{
    public Given<string?> Name { get; init; }
    public Given<string?> Shortcut { get; init; }
    public Given<string?> Body { get; init; }
    public Given<string?> Team { get; init; }
    public Given<BlockUse[]?> Uses { get; init; }
}

public sealed record TextBlockJson(long Id, int Version, string Name, string Shortcut, string Body, NamedJson? Team, Seq<BlockUse> Uses, bool Active)
{
    internal static TextBlockJson Of(TextBlock b) => new(b.Key, b.Version, b.Name, b.Details.Shortcut, b.Details.Body, b.Details.Team is { } t ? new(t.Id.Value, t.Name) : null, b.Details.Uses, b.Active);
}

/// <param name="Text">What it says on this ticket.</param>
public sealed record FilledBlockJson(long Id, string Name, string Shortcut, Seq<BlockUse> Uses, string Text);

/// <summary>Text blocks for programs. Deleting retires.</summary>
internal static class BlockApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/text-blocks", async (WebCall call, Desk desk, HttpContext http) => (await desk.Ask(new ListTextBlocks(), call.Caller)).Is(out var lines, out var no) ? http.Listed(lines, l => l.Block.Id, l => TextBlockJson.Of(l.Block)) : no.Problem()).WithSummary("All text blocks, by name").Produces<Listing<TextBlockJson>>();
        api.MapPost("/text-blocks", Add).WithSummary("Add a text block, for all or for one team").Produces<TextBlockJson>(201);
        api.MapGet("/text-blocks/{id:long}", async (long id, WebCall call, Desk desk, HttpResponse http) => (await Find(desk, call, id)).Is(out var line, out var no) ? http.Tagged(line.Block.Version, TextBlockJson.Of(line.Block)) : no.Problem()).WithSummary("One text block").Produces<TextBlockJson>();
        api.MapPatch("/text-blocks/{id:long}", Change).WithSummary("Change what is given").Produces<TextBlockJson>();
        api.MapDelete("/text-blocks/{id:long}", (long id, WebCall call, Desk desk, HttpResponse http) => Run(new RetireTextBlock(new(id)), call.Call, desk, http)).WithSummary("Retire").Produces<TextBlockJson>();
        api.MapPost("/text-blocks/{id:long}/restoration", (long id, Body<NothingBody> _, WebCall call, Desk desk, HttpResponse http) => Run(new RestoreTextBlock(new(id)), call.Call, desk, http)).WithSummary("Take up again").Produces<TextBlockJson>();
        api.MapGet("/tickets/{ticket}/text-blocks", Filled).WithSummary("Those that you may say on this ticket, most fitting first, with their words filled").Produces<Listing<FilledBlockJson>>();
    }

    private static async Task<IResult> Filled(TicketAt ticket, string? q, string? use, WebCall call, Desk desk, HttpContext http)
    {
        if (!use.IsBlank && RunPages.Use(use) is null) return UseUnknown.Problem();
        return (await desk.Ask(new FindTextBlocks(ticket, q, RunPages.Use(use)), call.Caller)).Is(out var found, out var no)
            ? http.Listed([.. found.Select(b => new FilledBlockJson(b.Id.Value, b.Name, b.Shortcut, b.Uses, b.Text))], null) : no.Problem();
    }

    private static async Task<IResult> Add(Body<AddTextBlockBody> body, WebCall call, Desk desk, HttpResponse http)
    {
        var b = body.Value;
        var add = new AddTextBlock(new(b.Name, b.Shortcut, b.Body, b.Team, [.. b.Uses ?? [BlockUse.Reply, BlockUse.Note]]));
        return (await desk.Do(add, call.Call)).Is(out var made, out var no) ? http.Made($"/api/v1/text-blocks/{made.Key}", made.Version, TextBlockJson.Of(made)) : no.Problem();
    }

    private static async Task<IResult> Change(long id, Body<ChangeTextBlockBody> body, WebCall call, Desk desk, HttpResponse http)
    {
        if (!(await Find(desk, call, id)).Is(out var line, out var no)) return no.Problem();
        var (now, to) = (line.Block.Details, body.Value);
        var change = new ChangeTextBlock(new(id), new(
            to.Name.Or(now.Name), to.Shortcut.Or(now.Shortcut), to.Body.Or(now.Body), to.Team.Or(Whose.Value(now.Team)), to.Uses.Is ? [.. to.Uses.Value ?? []] : now.Uses));
        // What is not given is taken from what was read: so it must still stand when this is written.
        return await Run(change, call.Call with { Expects = call.Call.Expects ?? line.Block.Version }, desk, http);
    }

    private static async Task<IResult> Run(Command<TextBlock> command, Call call, Desk desk, HttpResponse http) =>
        (await desk.Do(command, call)).Is(out var done, out var no) ? http.Tagged(done.Version, TextBlockJson.Of(done)) : no.Problem();

    private static async Task<Result<TextBlockLine>> Find(Desk desk, WebCall call, long id) =>
        !(await desk.Ask(new ListTextBlocks(), call.Caller)).Is(out var lines, out var no) ? no : lines.FirstOrDefault(l => l.Block.Key == id) is { } line ? line : MacroErrors.BlockNotFound;

    private static readonly Error UseUnknown = new(ErrorKind.Invalid, "text-block.use-unknown", "Say reply or note.", "use");
}
