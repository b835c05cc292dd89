namespace FirstContact.Tickets;

/// <param name="MostLike">The ticket that is most like this one: what a proposal names as where it comes from.</param>
/// <param name="Held">On so many tickets it held; on so many the customer said so; so often it did not.</param>
public sealed record ExperienceJson(string Solution, OtherTicketRefJson MostLike, int Held, int Verified, int Failed, double Score)
{
    public static ExperienceJson Of(Experience e) => new(e.Solution, new(e.Best.Id.Value, e.Best.Number, e.Best.Title, e.Best.SameService, e.Best.SameCategory), e.Held, e.Verified, e.Failed, e.Score);
}

public sealed record OtherTicketRefJson(long Id, string Number, string Title, bool SameService, bool SameCategory);

/// <param name="On">The ticket that it was tried on, when it is another.</param>
public sealed record TriedJson(string Text, TriedOutcome Outcome, string? Words, string By, Instant At, string? On);

/// <summary>What solved the like before, and what was tried, for programs.</summary>
public static class ExperienceApi
{
    public static void MapExperienceApi(this IEndpointRouteBuilder one)
    {
        one.MapGet("/experience", async (TicketAt ticket, WebCall call, Desk desk) => (await desk.Ask(new FindExperience(ticket), call.Caller)).Is(out var found, out var no)
            ? TypedResults.Json(new Listing<ExperienceJson>([.. found.Select(ExperienceJson.Of)], null, null), ApiJson.Options) : (IResult)no.Problem()).WithSummary("What solved the like before, the more viable first").Produces<Listing<ExperienceJson>>();
        one.MapGet("/tried", async (TicketAt ticket, WebCall call, Desk desk) => (await desk.Ask(new ShowTicket(ticket), call.Caller)).Is(out var view, out var no)
            ? TypedResults.Json(new Listing<TriedJson>([.. view.Tried.Select(t => new TriedJson(t.Tried.Text, t.Tried.Outcome, t.Tried.Words, t.By, t.Tried.At, t.On?.Number))], null, null), ApiJson.Options) : (IResult)no.Problem()).WithSummary("What was tried, here and on tickets of the same matter").Produces<Listing<TriedJson>>();
    }
}
