namespace FirstContact.People;

/// <summary>Whom somebody may mean while typing, as options of a list.</summary>
public static class SuggestPages
{
    public static void MapSuggestPages(this IEndpointRouteBuilder app) => app.MapGet("/suggest/people", async (string? q, WebCall call, Desk desk) =>
        (await desk.Ask(new SuggestPeople(q ?? ""), call.Caller)).Is(out var people, out var no)
            ? TypedResults.Content(Html.Join(people.Select(p => Html.Of($"<option value=\"{p.Email}\">{p.Name}{(p.Unit is null ? "" : $", {p.Unit}")}</option>"))).ToString(), "text/html; charset=utf-8")
            : (IResult)no.Problem()).RequireAuthorization();
}
