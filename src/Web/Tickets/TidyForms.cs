namespace FirstContact.Tickets;

/// <summary>The forms of what stands beside a ticket.</summary>
public static class TidyForms
{
    public static void MapTidyForms(this IEndpointRouteBuilder one)
    {
        one.MapPost("/links", (TicketAt number, WebCall call, Form form, TicketScreen screen) =>
            screen.Run(new LinkTicket(number, form.Word<Relation>("relation"), form["ticket"]), call, form, "link"));
        one.MapPost("/links/removal", (TicketAt number, WebCall call, Form form, TicketScreen screen) => screen.Run(new UnlinkTicket(number, form["ticket"]), call, form, "link"));
    }

    /// <summary>Which ticket somebody may mean while typing a number or words of its title, as options of a list.</summary>
    public static void MapSuggestTickets(this IEndpointRouteBuilder app) => app.MapGet("/suggest/tickets", async (string? q, WebCall call, Desk desk) =>
        (await desk.Ask(new SearchTickets(q, Limit: 8), call.Caller)).Is(out var found, out var no)
            ? TypedResults.Content(Html.Join(found.Hits.Select(h => Html.Of($"<option value=\"{h.Ticket.Number}\">{h.Ticket.Title}</option>"))).ToString(), "text/html; charset=utf-8")
            : (IResult)no.Problem()).RequireAuthorization();
}
