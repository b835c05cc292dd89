using System.Globalization;
using FirstContact.Fields;

namespace FirstContact.Tickets;

/// <summary>A ticket that was found, with the place where it was: texts in pieces, those that were searched for marked.</summary>
/// <param name="Message">The number of the message that the snippet is from.</param>
public sealed record SearchLine(TicketLine Ticket, Seq<SnippetPiece> Title, Seq<SnippetPiece> Snippet, int? Message);

public static class SearchApi
{
    private static readonly Error LimitInvalid = FilterErrors.LimitInvalid with { Message = $"Ask for 1 to {SearchTickets.MostRows} rows." };

    public static void MapSearchApi(this IEndpointRouteBuilder api) => api.MapGet("/search", async (string? q, string? after, string? limit, bool? count, WebCall call, Desk desk, HttpContext http) =>
    {
        var rows = 20;
        if (!limit.IsBlank && !int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out rows)) rows = 0;
        var asked = await desk.Ask(new SearchTickets(q, after, rows), call.Caller);
        if (!asked.Is(out var found, out var no)) return (no == FilterErrors.LimitInvalid ? LimitInvalid : no).Problem();
        var fields = (await desk.Ask(new ListFields(), call.Caller)).Value!;
        return http.Listed([.. found.Hits.Select(h => new SearchLine(TicketLine.Of(h.Ticket, call.Caller, fields), h.Title, h.Snippet, h.Message))], found.Next, count == true ? found.Counted : null);
    }).WithTags("Tickets").WithSummary("Finds tickets and messages, the best first").Produces<Listing<SearchLine>>();
}
