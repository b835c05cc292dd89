namespace FirstContact.Tickets;

/// <param name="Typed">What was typed, as it was typed.</param>
/// <param name="Found">Null when it could not be searched for.</param>
public sealed record SearchModel(string Typed, SearchResult? Found, bool Further, Error? Error = null);

/// <summary>Search for people: one field, and what was found below it; for whoever is served, on the portal.</summary>
public static class SearchPages
{
    public static void MapSearchPages(this IEndpointRouteBuilder app) => app.MapGet("/search", Search).RequireAuthorization();

    /// <summary>The address of a search.</summary>
    public static string Address(string typed, string? after = null) =>
        $"/search?q={Uri.EscapeDataString(typed)}{(after is null ? "" : $"&after={Uri.EscapeDataString(after)}")}";

    private static async Task<IResult> Search(string? q, string? after, WebCall call, Desk desk)
    {
        var result = await desk.Ask(new SearchTickets(q, after), call.Caller);
        if (result.Error is { Kind: not ErrorKind.Invalid } no) return no.Page();
        var (model, status) = (new SearchModel(q ?? "", result.Value, !after.IsBlank, result.Error), result.Error?.Status() ?? 200);
        return call.Caller.May(TicketPermissions.SeeAll) ? Show.Page<SearchPage, SearchModel>(model, status) : Show.Page<MySearchPage, SearchModel>(model, status);
    }
}
