using FirstContact.Tickets;

namespace FirstContact.Exceptions;

/// <param name="Rule">The name of a known rule or process, or what one calls it.</param>
/// <param name="Instead">What was done instead.</param>
/// <param name="Why">Why the customer needed it.</param>
/// <param name="MayName">Whether you may be named where it is told to all.</param>
public sealed record ExceptionBody(string? Rule, string? Instead, string? Why, bool MayName = false);

/// <param name="Told">What happened, in words for all.</param>
/// <param name="Words">What changes, or why the rule stays.</param>
/// <param name="From">From when the change holds.</param>
public sealed record ExceptionEndingBody(ExceptionOutcome? Outcome, string? Told, string? Words, LocalDate? From = null);

public sealed record ExceptionQuestionBody(string? Question);

public sealed record ExceptionAnswerBody(string? Answer);

/// <param name="Process">By name or id.</param>
public sealed record ExceptionPlaceBody(string? Process);

public sealed record ExceptionNamingBody(bool May);

/// <summary>As all teams read it.</summary>
/// <param name="Person">Whoever bent the rule, if that person agreed to be named.</param>
/// <param name="Ticket">For whoever may see it.</param>
public sealed record ToldExceptionJson(long Id, string Rule, long? Process, ExceptionOutcome Outcome, string Told, string Words, LocalDate? From, Instant EndedAt, string? Person, long? Ticket)
{
    internal static ToldExceptionJson Of(ToldException e) => new(e.Id.Value, e.Rule, e.Process?.Value, e.Ending.Outcome, e.Ending.Told, e.Ending.Words, e.Ending.From, e.EndedAt, e.Person, e.Ticket?.Value);
}

public sealed record ExceptionQuestionJson(string Question, long By, Instant At, string? Answer, Instant? AnsweredAt);

/// <summary>For those in it.</summary>
public sealed record ExceptionJson(
    long Id, int Version, ExceptionState State, long Ticket, long Person, NamedJson? Process, string Rule, string Instead, string Why, bool MayName, Instant RecordedAt,
    IReadOnlyList<ExceptionQuestionJson> Questions, ExceptionOutcome? Outcome, string? Told, string? Words, LocalDate? From, Instant? EndedAt, bool EndingRead)
{
    internal static ExceptionJson Of(CustomerException e) => new(
        e.Key, e.Version, e.State, e.Ticket.Value, e.Person.Value, e.Details.Process is { } p ? new(p.Id.Value, p.Name) : null, e.Details.Rule, e.Details.Instead, e.Details.Why, e.MayName, e.RecordedAt,
        [.. e.Questions.Select(q => new ExceptionQuestionJson(q.Question, q.By.Value, q.At, q.Answer, q.AnsweredAt))], e.Ending?.Outcome, e.Ending?.Told, e.Ending?.Words, e.Ending?.From, e.EndedAt, e.Read);
}

/// <param name="Told">What all teams read, once it has ended.</param>
/// <param name="Whole">For those in it; null for the others.</param>
public sealed record ShownExceptionJson(ToldExceptionJson? Told, ExceptionJson? Whole);

/// <param name="ToReview">You answer for the rule.</param>
/// <param name="ToAnswer">You bent it, and are asked.</param>
/// <param name="ToRead">You bent it, and it has ended.</param>
public sealed record OwnExceptionsJson(IReadOnlyList<ExceptionJson> ToReview, IReadOnlyList<ExceptionJson> ToAnswer, IReadOnlyList<ExceptionJson> ToRead, IReadOnlyList<ExceptionJson> Recorded);

/// <summary>Exceptions for programs.</summary>
internal static class ExceptionApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/exceptions", async (string? outcome, string? process, string? after, int? limit, WebCall call, Desk desk, Times times, HttpContext http) =>
            Csv.Wanted(http.Request) ? (await ExceptionPages.Table(outcome, process, call, desk, times)).Is(out var csv, out var unread) ? csv : unread.Problem()
            : (await desk.Ask(new ListExceptions(outcome, process, after, limit ?? 50), call.Caller)).Is(out var list, out var no) ? http.Listed([.. list.Rows.Select(ToldExceptionJson.Of)], list.Next) : no.Problem())
            .WithSummary("What came of exceptions, as it is told to all teams, the newest first").Produces<Listing<ToldExceptionJson>>();
        api.MapGet("/exceptions.csv", async (string? outcome, string? process, WebCall call, Desk desk, Times times) => (await ExceptionPages.Table(outcome, process, call, desk, times)).Is(out var csv, out var no) ? csv : (IResult)no.Problem())
            .WithSummary("The same as CSV").Produces<string>(200, "text/csv");
        api.MapGet("/exceptions/own", async (WebCall call, Desk desk) => (await desk.Ask(new ListOwnExceptions(true), call.Caller)).Is(out var own, out var no)
            ? TypedResults.Json(new OwnExceptionsJson([.. own.ToReview.Select(ExceptionJson.Of)], [.. own.ToAnswer.Select(ExceptionJson.Of)], [.. own.ToRead.Select(ExceptionJson.Of)], [.. own.Recorded.Select(ExceptionJson.Of)]), ApiJson.Options) : (IResult)no.Problem())
            .WithSummary("What waits for you, and what you have recorded").Produces<OwnExceptionsJson>();
        api.MapGet("/exceptions/{id:long}", async (long id, WebCall call, Desk desk, HttpResponse http) => (await desk.Ask(new ShowException(new(id)), call.Caller)).Is(out var view, out var no)
            ? http.Tagged(view.Whole?.Exception.Version ?? 0, new ShownExceptionJson(view.Told is { } told ? ToldExceptionJson.Of(told) : null, view.Whole is { } whole ? ExceptionJson.Of(whole.Exception) : null)) : no.Problem())
            .WithSummary("One exception: whole for those in it, as it is told to all for the others").Produces<ShownExceptionJson>();
        api.MapPost("/tickets/{ticket}/exceptions", async (TicketAt ticket, Body<ExceptionBody> body, WebCall call, Desk desk, HttpResponse http) =>
            (await desk.Do(new RecordException(ticket, body.Value.Rule, body.Value.Instead, body.Value.Why, body.Value.MayName), call.Call with { Expects = null })).Is(out var made, out var no)
                ? http.Made($"/api/v1/exceptions/{made.Key}", made.Version, ExceptionJson.Of(made)) : no.Problem()).WithSummary("Say that you bent a rule for the customer").Produces<ExceptionJson>(201);
        api.MapPut("/exceptions/{id:long}/process", (long id, Body<ExceptionPlaceBody> body, WebCall call, Desk desk, HttpResponse http) => Run(new PlaceException(new(id), body.Value.Process), call, desk, http)).WithSummary("Say which known rule it was about").Produces<ExceptionJson>();
        api.MapPost("/exceptions/{id:long}/question", (long id, Body<ExceptionQuestionBody> body, WebCall call, Desk desk, HttpResponse http) => Run(new AskBackOnException(new(id), body.Value.Question), call, desk, http)).WithSummary("Ask whoever bent the rule").Produces<ExceptionJson>();
        api.MapPost("/exceptions/{id:long}/answer", (long id, Body<ExceptionAnswerBody> body, WebCall call, Desk desk, HttpResponse http) => Run(new AnswerException(new(id), body.Value.Answer), call, desk, http)).WithSummary("Answer what you were asked").Produces<ExceptionJson>();
        api.MapPost("/exceptions/{id:long}/ending", (long id, Body<ExceptionEndingBody> body, WebCall call, Desk desk, HttpResponse http) =>
            Run(new EndException(new(id), body.Value.Outcome, body.Value.Told, body.Value.Words, body.Value.From), call, desk, http)).WithSummary("The process changes, or its reason is reinforced: told to all teams").Produces<ExceptionJson>();
        api.MapPut("/exceptions/{id:long}/naming", (long id, Body<ExceptionNamingBody> body, WebCall call, Desk desk, HttpResponse http) => Run(new LetBeNamed(new(id), body.Value.May), call, desk, http)).WithSummary("Agree to be named with it, or not").Produces<ExceptionJson>();
        api.MapPost("/exceptions/{id:long}/reading", (long id, Body<NothingBody> _, WebCall call, Desk desk, HttpResponse http) => Run(new ReadEnding(new(id)), call, desk, http)).WithSummary("Say that you have read how it ended").Produces<ExceptionJson>();
        api.MapDelete("/exceptions/{id:long}", (long id, WebCall call, Desk desk, HttpResponse http) => Run(new WithdrawException(new(id)), call, desk, http)).WithSummary("Take back what you recorded, before it has ended").Produces<ExceptionJson>();
    }

    private static async Task<IResult> Run(Command<CustomerException> command, WebCall call, Desk desk, HttpResponse http) =>
        (await desk.Do(command, call.Call)).Is(out var done, out var no) ? http.Tagged(done.Version, ExceptionJson.Of(done)) : no.Problem();
}
