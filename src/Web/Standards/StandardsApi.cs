using FirstContact.Agreements;
using FirstContact.Clocks;

namespace FirstContact.Standards;

/// <param name="Shown">The ids of the agreements whose targets are shown.</param>
public sealed record StandardsBody(Openness? Open, string? Philosophy, string? Exclusions, string? OnMiss, Seq<long>? Shown);

public sealed record StandardsCommentBody(Kept? Kept, string? Words);

public sealed record StandardsAnswerBody(string? Words);

public sealed record StandardsRemovalBody(string? Reason);

public sealed record StandardsAnswerJson(string Words, long By, Instant At);

public sealed record StandardsCommentJson(long Id, int Version, string Group, Kept Kept, string Words, Instant SaidAt, IReadOnlyList<StandardsAnswerJson> Answers)
{
    internal static StandardsCommentJson Of(StandardsComment c) => new(c.Key, c.Version, c.Group, c.Kept, c.Words, c.SaidAt, [.. c.Answers.Select(a => new StandardsAnswerJson(a.Words, a.By.Value, a.At))]);
}

/// <param name="For">Whom it is promised to.</param>
/// <param name="Scope">What it holds for, in words.</param>
/// <param name="StandsStill">When its clocks stand still, in words.</param>
public sealed record StandardJson(string Title, PartyKind For, string ForName, string Scope, string StandsStill, int Version, Instant InForceSince, LocalDate? ReviewedOn, AttainmentJson Attained);

public sealed record StandardsJson(Openness Open, string Philosophy, string Exclusions, string OnMiss, IReadOnlyList<StandardJson> Standards, IReadOnlyList<StandardsCommentJson> Comments)
{
    internal static StandardsJson Of(ShownStandards s) => new(s.Words.Open, s.Words.Philosophy, s.Words.Exclusions, s.Words.OnMiss,
        [.. s.Standards.Select(o => new StandardJson(o.Title, o.For.Kind, o.For.Name, ClauseWords.Of(o.Version.Terms, Clauses.Scope), ClauseWords.Of(o.Version.Terms, Clauses.Pausing), o.Version.No, o.Version.From, o.ReviewedOn, AttainmentJson.Of(o.Attained)))], [.. s.Comments.Select(StandardsCommentJson.Of)]);
}

/// <summary>Published standards for programs.</summary>
internal static class StandardsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/standards", async (WebCall call, Desk desk, Times times, HttpResponse http) => (await desk.Ask(new ShowStandards(false, times.Zone.Id), call.Caller)).Is(out var shown, out var no) ? http.Tagged(shown.Version, StandardsJson.Of(shown)) : no.Problem())
            .WithSummary("What the desk publishes: its words, its promises with what was kept, and what is said to it").Produces<StandardsJson>();
        api.MapPut("/standards", async (Body<StandardsBody> body, WebCall call, Desk desk, Times times, HttpResponse http) =>
        {
            var b = body.Value;
            var changed = await desk.Do(new ChangeStandards(new(b.Open ?? Openness.Hidden, b.Philosophy ?? "", b.Exclusions ?? "", b.OnMiss ?? "", [.. (b.Shown ?? []).Select(s => new AgreementId(s))])), call.Call);
            return changed.Error is { } refused ? refused.Problem() : (await desk.Ask(new ShowStandards(false, times.Zone.Id), call.Caller)).Is(out var shown, out var no) ? http.Tagged(shown.Version, StandardsJson.Of(shown)) : no.Problem();
        }).WithSummary("Write what is published, and who may read it").Produces<StandardsJson>();
        api.MapPost("/standards/comments", async (Body<StandardsCommentBody> body, WebCall call, Desk desk, HttpResponse http) => (await desk.Do(new CommentOnStandards(body.Value.Kept, body.Value.Words), call.Call)).Is(out var made, out var no)
            ? http.Made("/api/v1/standards", made.Version, StandardsCommentJson.Of(made)) : no.Problem()).WithSummary("Say whether the desk keeps what it promises").Produces<StandardsCommentJson>(201);
        api.MapPost("/standards/comments/{id:long}/answers", (long id, Body<StandardsAnswerBody> body, WebCall call, Desk desk, HttpResponse http) => Run(new AnswerStandardsComment(new(id), body.Value.Words), call, desk, http)).WithSummary("Answer a comment").Produces<StandardsCommentJson>();
        api.MapPost("/standards/comments/{id:long}/removal", (long id, Body<StandardsRemovalBody> body, WebCall call, Desk desk, HttpResponse http) => Run(new HideStandardsComment(new(id), body.Value.Reason), call, desk, http)).WithSummary("Take a comment away").Produces<StandardsCommentJson>();
    }

    private static async Task<IResult> Run(Command<StandardsComment> command, WebCall call, Desk desk, HttpResponse http) =>
        (await desk.Do(command, call.Call)).Is(out var done, out var no) ? http.Tagged(done.Version, StandardsCommentJson.Of(done)) : no.Problem();
}
