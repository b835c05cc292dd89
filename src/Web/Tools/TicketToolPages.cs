using System.Globalization;
using FirstContact.Tickets;

namespace FirstContact.Tools;

/// <param name="Started">What was started just now by whoever looks, to be opened.</param>
public sealed record TicketToolsModel(TicketTools Tools, string? Device, ToolSession? Started = null, Error? Error = null);

/// <summary>Tools from a ticket: starting one is written down first, and the page that follows opens it.</summary>
internal static class TicketToolPages
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/t/{number}/tools", (TicketAt number, int? session, WebCall call, Desk desk) => Screen(number, call, desk, null, session));
        pages.MapPost("/t/{number}/tools", async (TicketAt number, Form form, WebCall call, Desk desk) =>
            (await desk.Do(new StartTool(number, form["tool"], form["device"]), call.Call with { Expects = null, Key = form["once"] ?? call.Call.Key })).Is(out var ticket, out var no)
                ? new SeeOther(string.Create(CultureInfo.InvariantCulture, $"/t/{ticket.Number}/tools?session={ticket.Version}"))
                : no.Kind is ErrorKind.Forbidden or ErrorKind.Missing ? no.Page() : await Screen(number, call, desk, form["device"] ?? "", null, no));
    }

    private static async Task<IResult> Screen(TicketAt number, WebCall call, Desk desk, string? device, int? session, Error? no = null)
    {
        if (!(await desk.Ask(new ShowTicketTools(number), call.Caller)).Is(out var tools, out var refused)) return refused.Page();
        // Only whoever started it is led on to the program.
        var started = tools.Sessions.FirstOrDefault(s => s.No == session && s.By.Id == call.Caller.Person);
        return Show.Page<TicketToolsPage, TicketToolsModel>(new(tools, device ?? tools.Device, started, no), no?.Status() ?? 200);
    }
}
