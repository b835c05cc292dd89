using FirstContact.Tickets;

namespace FirstContact.Classifying;

/// <param name="ApplyFrom">Null: a person classifies.</param>
public sealed record SuggestingRulesBody(int? ShowFrom, int? ApplyFrom = null);

public sealed record LabelJson(long Id, string? Name, int Tested, double Precision, double Recall, double F1);

/// <param name="Right">The share that was right of the tickets that it had not learned from; null when there was too little to learn.</param>
/// <param name="Decided">What deciding from some certainty on would come to: of all tickets, and of these how many are right.</param>
public sealed record LearnedJson(Learning What, Instant At, int Examples, Duration Took, int? Tested, double? Right, Seq<Decided> Decided, Seq<LabelJson> Labels);

public sealed record SuggestingJson(int ShowFrom, int? ApplyFrom, Instant? LearningAskedAt, Seq<LearnedJson> Learned, Seq<SuggestionCount> LastNinetyDays);

public sealed record TextBody(string? Title, string? Description = null);

/// <param name="What">Category or class.</param>
/// <param name="Percent">How sure.</param>
/// <param name="Why">The words that speak for it.</param>
public sealed record SuggestionJson(Suggested What, long Id, string Name, int Percent, Seq<string> Why, Seq<string> Others)
{
    public static SuggestionJson Of(Thought t) => new(t.Suggestion.What, t.Suggestion.Id, t.Suggestion.Name, t.Suggestion.Percent, t.Suggestion.Why, t.Others);
}

public sealed record SuggestedJson(bool HasLearned, Seq<SuggestionJson> Suggestions);

/// <summary>What the desk has learned and what it suggests, for programs.</summary>
internal static class SuggestingApi
{
    public static void Map(IEndpointRouteBuilder root)
    {
        var api = root.MapGroup("").WithTags("Suggestions");
        api.MapGet("/suggesting", (WebCall call, Desk desk, HttpResponse http) => Told(call, desk, http)).WithSummary("From when the desk suggests and acts, what it has learned, and how often it was right").Produces<SuggestingJson>();
        api.MapPut("/suggesting", async (Body<SuggestingRulesBody> body, WebCall call, Desk desk, HttpResponse http) =>
            (await desk.Do(new ChangeSuggestingRules(new(body.Value.ShowFrom ?? Suggesting.Usual.Rules.ShowFrom, body.Value.ApplyFrom)), call.Call)).Error is { } no ? no.Problem() : await Told(call, desk, http)).WithSummary("Change from when it suggests and acts").Produces<SuggestingJson>();
        api.MapPost("/suggesting/learning", async (Body<NothingBody> _, WebCall call, Desk desk, HttpResponse http) =>
            (await desk.Do(new AskToLearn(), call.Call)).Error is { } no ? no.Problem() : await Told(call, desk, http)).WithSummary("Let it learn within a minute instead of tomorrow").Produces<SuggestingJson>();
        api.MapPost("/suggestions", async (Body<TextBody> body, WebCall call, Desk desk) => Answer(await desk.Ask(new SuggestClassification(body.Value.Title, body.Value.Description), call.Caller)))
            .WithSummary("What a text looks like, as far as the desk is sure enough; nothing is kept").Produces<SuggestedJson>();
        api.MapGet("/tickets/{ticket}/suggestions", async (TicketAt ticket, WebCall call, Desk desk) => (await desk.Ask(new DescribeTicket(ticket), call.Caller)).Is(out var view, out var no)
            ? Answer(await desk.Ask(new SuggestClassification(view.Ticket.Title, view.Ticket.Description), call.Caller)) : no.Problem()).WithSummary("What the ticket looks like").Produces<SuggestedJson>();
    }

    private static IResult Answer(Result<SuggestedView> asked) => asked.Is(out var view, out var no) ? TypedResults.Json(new SuggestedJson(view.HasLearned, [.. view.Shown.Select(SuggestionJson.Of)]), ApiJson.Options) : no.Problem();

    private static async Task<IResult> Told(WebCall call, Desk desk, HttpResponse http)
    {
        if (!(await desk.Ask(new ShowSuggesting(), call.Caller)).Is(out var view, out var no)) return no.Problem();
        var set = view.Suggesting;
        return http.Tagged(set.Version, new SuggestingJson(set.Rules.ShowFrom, set.Rules.ApplyFrom, set.AskedAt,
            [.. from what in Enum.GetValues<Learning>() where set[what] is not null let l = set[what]! select Of(view, what, l)], view.Counts));
    }

    private static LearnedJson Of(SuggestingView view, Learning what, Learned l) => new(what, l.At, l.Examples, l.Took, l.Report?.Tested, l.Report?.Right, l.Report?.Decided ?? [],
        [.. (l.Report?.Labels ?? []).Select(r => new LabelJson(r.Label, (what == Learning.Category ? view.Categories : view.Classes).GetValueOrDefault(r.Label), r.Tested, r.Precision, r.Recall, r.F1))]);
}
