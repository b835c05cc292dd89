using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Writing;

/// <summary>What could be meant by what stands behind @@ and ??, as lists to choose from, and where a pasted picture goes.</summary>
public static class WritePages
{
    public static void MapWritePages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/suggest/colleagues", async (string? q, WebCall call, Desk desk) => (await desk.Ask(new SuggestPeople(q ?? "") { Serving = true }, call.Caller)).Is(out var people, out var no)
            ? List(people.Select(p => (Mentions.Of(new(p.Id, p.Name)), p.Name, p.Title ?? p.Unit ?? "")))
            : no.Problem()).RequireAuthorization();
        app.MapGet("/suggest/ticket-links", async (string? q, WebCall call, Desk desk) => (await WhileTyping.Find(desk, call.Caller, q)).Is(out var found, out var no)
            ? List(found.Select(h => ($"[{h.Ticket.Number}](/t/{h.Ticket.Number})", h.Ticket.Number, h.Ticket.Title)))
            : no.Problem()).RequireAuthorization();
        app.MapPost("/uploads", Upload).RequireAuthorization();
    }

    private static IResult List(IEnumerable<(string Value, string Name, string More)> options) => TypedResults.Content(
        Html.Of($"<ul role=\"listbox\" class=\"fc-expand\">{options.Select(o => Html.Of($"<li role=\"option\" data-value=\"{o.Value}\"><b>{o.Name}</b> {o.More}</li>"))}</ul>").ToString(), "text/html; charset=utf-8");

    /// <summary>One picture, to stand in a text.</summary>
    private static async Task<IResult> Upload(Form form, WebCall call, Desk desk)
    {
        if (form.Files is not [{ Length: > 0 } file]) return AttachmentErrors.Empty.Problem();
        if (!(await Uploads.Take(form, call, desk)).Is(out var ids, out var no)) return no.Problem();
        var stored = (await desk.Ask(new ShowFile(ids[0]), call.Caller)).Value!;
        return TypedResults.Json(new { id = ids[0], name = stored.Name, url = $"/files/{ids[0]}/{Uri.EscapeDataString(stored.Name)}" });
    }
}
