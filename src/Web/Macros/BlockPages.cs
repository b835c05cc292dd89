using System.Globalization;
using FirstContact.People;

namespace FirstContact.Macros;

public sealed record BlocksModel(IReadOnlyList<TextBlockLine> Lines);

/// <param name="Line">What is changed; null while something new is typed.</param>
public sealed record BlockModel(TextBlockLine? Line, BlockSaid Typed, int? Version, IReadOnlyList<TeamRow> Teams, Caller Me, Error? Error = null);

/// <summary>Text blocks for people: a list that everyone at the desk may read, and one form that adds or changes.</summary>
internal static class BlockPages
{
    public const string List = "/settings/text-blocks";

    public static string At(long id) => string.Create(CultureInfo.InvariantCulture, $"{List}/{id}");

    public static void Map(IEndpointRouteBuilder settings)
    {
        settings.MapGet("/text-blocks", async (WebCall call, Desk desk) => (await desk.Ask(new ListTextBlocks(), call.Caller)).Is(out var lines, out var no) ? Show.Page<BlocksPage, BlocksModel>(new(lines)) : no.Page());
        settings.MapGet("/text-blocks/new", (WebCall call, Desk desk) => Screen(desk, call, null, null));
        settings.MapGet("/text-blocks/{id:long}", (long id, WebCall call, Desk desk) => Screen(desk, call, id, null));
        settings.MapPost("/text-blocks", async (Form form, WebCall call, Desk desk) =>
            (await desk.Do(new AddTextBlock(Read(form)), call.Of(form))).Error is { } no ? await Screen(desk, call, null, form, no) : new SeeOther(List));
        settings.MapPost("/text-blocks/{id:long}", async (long id, Form form, WebCall call, Desk desk) =>
            (await desk.Do(new ChangeTextBlock(new(id), Read(form)), call.Of(form))).Error is { } no ? await Screen(desk, call, id, form, no) : new SeeOther(List));
        settings.MapPost("/text-blocks/{id:long}/retirement", (long id, WebCall call, Desk desk) => desk.Press(new RetireTextBlock(new(id)), call, List));
        settings.MapPost("/text-blocks/{id:long}/restoration", (long id, WebCall call, Desk desk) => desk.Press(new RestoreTextBlock(new(id)), call, List));
    }

    private static BlockSaid Read(Form form) => new(form["name"], form["shortcut"], form["body"], form["team"], [.. form.All("uses").Where(Known).Select(Enum.Parse<BlockUse>)]);

    private static bool Known(string use) => Enum.TryParse<BlockUse>(use, out var one) && Enum.IsDefined(one) && char.IsLetter(use[0]);

    private static async Task<IResult> Screen(Desk desk, WebCall call, long? id, Form? form, Error? no = null)
    {
        if (!call.Caller.May(MacroPermissions.Manage) || no?.Kind == ErrorKind.Forbidden) return Errors.Forbidden.Page();
        if (!(await desk.Ask(new ListTextBlocks(), call.Caller)).Is(out var lines, out var refused)) return refused.Page();
        var line = lines.FirstOrDefault(l => l.Block.Key == id);
        if (id is not null && line is null) return MacroErrors.BlockNotFound.Page();
        if (line is { Kept: false }) return Errors.Forbidden.Page();
        var typed = form is not null ? Read(form) : line?.Block.Details is { } d ? new(d.Name, d.Shortcut, d.Body, Whose.Value(d.Team), d.Uses) : new BlockSaid(null, null, null, null, [BlockUse.Reply, BlockUse.Note]);
        return Show.Page<BlockPage, BlockModel>(new(line, typed, form?.Version ?? line?.Block.Version, (await desk.Ask(new ListTeams(), call.Caller)).Value!, call.Caller, no), no?.Status() ?? 200);
    }
}
