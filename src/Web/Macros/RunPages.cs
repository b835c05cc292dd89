using System.Globalization;
using FirstContact.Tickets;

namespace FirstContact.Macros;

public sealed record PreviewModel(MacroPreview Preview, Error? Error = null);

/// <summary>What is prepared, used on a ticket: a macro's preview and its run, and text blocks as the composer asks for them.</summary>
internal static class RunPages
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/t/{number}/macros/{id:long}", (TicketAt number, long id, WebCall call, Desk desk) => Screen(number, id, call, desk));
        pages.MapPost("/t/{number}/macros/{id:long}", Run);
        pages.MapGet("/tickets/{number}/text-blocks", Blocks);
        pages.MapGet("/t/{number}/text-blocks", Blocks);
    }

    /// <summary>reply or note; null for neither.</summary>
    public static BlockUse? Use(string? word) => Enum.TryParse<BlockUse>(word, ignoreCase: true, out var use) && Enum.IsDefined(use) && char.IsLetter(word![0]) ? use : null;

    /// <summary>A previewed macro is done as it was previewed: if it or the ticket has changed since, the preview is shown anew.</summary>
    private static async Task<IResult> Run(TicketAt number, long id, Form form, WebCall call, Desk desk)
    {
        var run = new RunMacro(new(id), [number]) { Previewed = form.Number("macro"), Seen = form.Version };
        if ((await desk.Do(run, call.Call with { Expects = null, Key = form["once"] ?? call.Call.Key })).Is(out var batch, out var no)) return new SeeOther(string.Create(CultureInfo.InvariantCulture, $"/t/{number.Id.Value}?batch={batch.Key}"));
        return no.Kind is ErrorKind.Missing or ErrorKind.Forbidden ? no.Page() : await Screen(number, id, call, desk, no);
    }

    private static async Task<IResult> Screen(TicketAt number, long id, WebCall call, Desk desk, Error? error = null) =>
        (await desk.Ask(new PreviewMacro(new(id), number), call.Caller)).Is(out var preview, out var no) ? Show.Page<PreviewPage, PreviewModel>(new(preview, error), error?.Status() ?? 200) : no.Page();

    /// <summary>A piece of a page, as the composer's menu takes it: the value of an option is what is put in.</summary>
    private static async Task<IResult> Blocks(TicketAt number, string? q, string? use, WebCall call, Desk desk) =>
        (await desk.Ask(new FindTextBlocks(number, q, Use(use)), call.Caller)).Is(out var found, out var no)
            ? TypedResults.Content(Html.Of($"<ul role=\"listbox\" class=\"fc-expand\">{found.Select(b => Html.Of($"<li role=\"option\" data-value=\"{b.Text}\"><b>{b.Name}</b> {b.Shortcut}</li>"))}</ul>").ToString(), "text/html; charset=utf-8")
            : (IResult)no.Problem();
}
