using System.Globalization;
using FirstContact.People;
using FirstContact.Tickets;
using Microsoft.Extensions.Primitives;

namespace FirstContact.Macros;

public sealed record MacrosModel(IReadOnlyList<MacroLine> Lines);

/// <param name="Line">What is changed; null while something new is typed.</param>
/// <param name="Blocks">The text blocks that it may say, by name.</param>
public sealed record MacroModel(MacroLine? Line, Form Typed, Choices Choices, IReadOnlyList<string> Blocks, Caller Me, Error? Error = null);

/// <summary>Macros for people: a list that everyone at the desk may read, and one form that adds or changes.</summary>
internal static class MacroPages
{
    public const string List = "/settings/macros";

    public static string At(long id) => string.Create(CultureInfo.InvariantCulture, $"{List}/{id}");

    public static void Map(IEndpointRouteBuilder settings)
    {
        settings.MapGet("/macros", async (WebCall call, Desk desk) => (await desk.Ask(new ListMacros(), call.Caller)).Is(out var lines, out var no) ? Show.Page<MacrosPage, MacrosModel>(new(lines)) : no.Page());
        settings.MapGet("/macros/new", (WebCall call, Desk desk) => Screen(desk, call, null, null));
        settings.MapGet("/macros/{id:long}", (long id, WebCall call, Desk desk) => Screen(desk, call, id, null));
        settings.MapPost("/macros", async (Form form, WebCall call, Desk desk) =>
            (await desk.Do(new AddMacro(Read(form)), call.Of(form))).Error is { } no ? await Screen(desk, call, null, form, no) : new SeeOther(List));
        settings.MapPost("/macros/{id:long}", async (long id, Form form, WebCall call, Desk desk) =>
            (await desk.Do(new ChangeMacro(new(id), Read(form)), call.Of(form))).Error is { } no ? await Screen(desk, call, id, form, no) : new SeeOther(List));
        settings.MapPost("/macros/{id:long}/retirement", (long id, WebCall call, Desk desk) => desk.Press(new RetireMacro(new(id)), call, List));
        settings.MapPost("/macros/{id:long}/restoration", (long id, WebCall call, Desk desk) => desk.Press(new RestoreMacro(new(id)), call, List));
    }

    private static MacroSaid Read(Form form) => new(form["name"], form["team"], ActionForm.Read(form, Macro.Actions));

    private static Form Of(MacroDetails? told)
    {
        var fields = new Dictionary<string, StringValues> { ["name"] = told?.Name, ["team"] = Whose.Value(told?.Team) };
        ActionForm.Write(fields, Macro.Actions, told?.Actions ?? []);
        return new(new FormCollection(fields));
    }

    private static async Task<IResult> Screen(Desk desk, WebCall call, long? id, Form? form, Error? no = null)
    {
        if (!call.Caller.May(MacroPermissions.Manage) || no?.Kind == ErrorKind.Forbidden) return Errors.Forbidden.Page();
        if (!(await desk.Ask(new ListMacros(), call.Caller)).Is(out var lines, out var refused)) return refused.Page();
        var line = lines.FirstOrDefault(l => l.Macro.Key == id);
        if (id is not null && line is null) return MacroErrors.NotFound.Page();
        if (line is { Kept: false }) return Errors.Forbidden.Page();
        var typed = form ?? Of(line?.Told);
        var blocks = (await desk.Ask(new ListTextBlocks(), call.Caller)).Value!.Where(b => b.Block.Active && (b.Usable || b.Kept)).Select(b => b.Block.Name).Distinct();
        return Show.Page<MacroPage, MacroModel>(new(line, typed, await Choices.Ask(desk, call.Caller), [.. blocks], call.Caller, ActionForm.At(no, typed, Macro.Actions)), no?.Status() ?? 200);
    }
}
