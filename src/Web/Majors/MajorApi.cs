using FirstContact.Tickets;

namespace FirstContact.Majors;

/// <param name="Title">In words for those whom it concerns.</param>
/// <param name="Lead">By e-mail address or id; left out for yourself.</param>
/// <param name="Bridge">Where those who work on it meet.</param>
/// <param name="Services">By name or id.</param>
/// <param name="RhythmMinutes">Between one news and the next, 5 to 1440.</param>
/// <param name="Words">What those whom it concerns are told; only to declare it.</param>
public sealed record MajorBody(string? Title, string? Lead, string? Bridge, Seq<string>? Services, int? RhythmMinutes, string? Words = null);

public sealed record MajorWordsBody(string? Words);

/// <param name="Owner">By e-mail address or id.</param>
public sealed record MajorFollowUpBody(string? What, string? Owner, LocalDate? Due = null, bool Done = false);

public sealed record MajorReviewBody(string? Happened, string? Causes, string? Well, Seq<MajorFollowUpBody>? FollowUps);

public sealed record MajorFollowUpDoneBody(bool Done);

public sealed record MajorFollowUpJson(string What, NamedJson Owner, LocalDate? Due, bool Done);

public sealed record MajorReviewJson(string Happened, string Causes, string Well, IReadOnlyList<MajorFollowUpJson> FollowUps);

/// <param name="NewsDue">When the next news are promised; null once it is over.</param>
/// <param name="News">How often something was told.</param>
public sealed record MajorJson(
    long Id, int Version, string Ticket, string Title, NamedJson Lead, string Bridge, IReadOnlyList<NamedJson> Services, int RhythmMinutes, Instant DeclaredAt, Instant? NewsDue, int News, string LastWords, Instant? OverAt, MajorReviewJson? Review)
{
    internal static MajorJson Of(MajorIncident m) => new(m.Key, m.Version, m.Ticket.Name, m.Details.Title, new(m.Details.Lead.Id.Value, m.Details.Lead.Name), m.Details.Bridge, [.. m.Details.Services.Select(s => new NamedJson(s.Id.Value, s.Name))],
        (int)m.Details.Rhythm.TotalMinutes, m.DeclaredAt, m.NewsDue, m.News, m.LastWords, m.OverAt,
        m.Review is { } r ? new(r.Happened, r.Causes, r.Well, [.. r.FollowUps.Select(f => new MajorFollowUpJson(f.What, new(f.Owner.Id.Value, f.Owner.Name), f.Due, f.Done))]) : null);
}

/// <summary>As everybody may know it.</summary>
public sealed record RunningMajorJson(long Id, string Title, IReadOnlyList<NamedJson> Services, string Words, Instant At, Instant NewsDue);

/// <summary>Major incidents for programs.</summary>
internal static class MajorApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/majors", async (string? after, WebCall call, Desk desk, HttpContext http) =>
            Csv.Wanted(http.Request) ? (await MajorPages.Table(call, desk)).Is(out var csv, out var unread) ? csv : unread.Problem()
            : (await desk.Ask(new ListMajors(after), call.Caller)).Is(out var list, out var no) ? http.Listed([.. list.Rows.Select(MajorJson.Of)], list.Next) : no.Problem()).WithSummary("Major incidents, the newest first").Produces<Listing<MajorJson>>();
        api.MapGet("/majors.csv", async (WebCall call, Desk desk) => (await MajorPages.Table(call, desk)).Is(out var csv, out var no) ? csv : (IResult)no.Problem()).WithSummary("The same as CSV").Produces<string>(200, "text/csv");
        api.MapGet("/majors/running", async (WebCall call, Desk desk) => (await desk.Ask(new ListRunningMajors(), call.Caller)).Is(out var running, out var no)
            ? TypedResults.Json(running.Select(m => new RunningMajorJson(m.Id.Value, m.Title, [.. m.Services.Select(s => new NamedJson(s.Id.Value, s.Name))], m.Words, m.At, m.NewsDue)).ToList(), ApiJson.Options) : (IResult)no.Problem())
            .WithSummary("What is down for many right now").Produces<IReadOnlyList<RunningMajorJson>>();
        api.MapGet("/majors/{id:long}", async (long id, WebCall call, Desk desk, HttpResponse http) => (await desk.Ask(new ShowMajor(new(id)), call.Caller)).Is(out var view, out var no) ? http.Tagged(view.Major.Version, MajorJson.Of(view.Major)) : no.Problem())
            .WithSummary("One major incident").Produces<MajorJson>();
        api.MapPost("/tickets/{ticket}/major", async (TicketAt ticket, Body<MajorBody> body, WebCall call, Desk desk, HttpResponse http) =>
            (await desk.Do(new DeclareMajor(ticket, Said(body.Value), body.Value.Words), call.Call with { Expects = null })).Is(out var made, out var no) ? http.Made($"/api/v1/majors/{made.Key}", made.Version, MajorJson.Of(made)) : no.Problem())
            .WithSummary("Declare a major incident from this ticket").Produces<MajorJson>(201);
        api.MapPut("/majors/{id:long}", (long id, Body<MajorBody> body, WebCall call, Desk desk, HttpResponse http) => Run(new ChangeMajor(new(id), Said(body.Value)), call, desk, http)).WithSummary("Change who leads, where they meet, the services or the rhythm").Produces<MajorJson>();
        api.MapPost("/majors/{id:long}/news", (long id, Body<MajorWordsBody> body, WebCall call, Desk desk, HttpResponse http) => Run(new TellMajor(new(id), body.Value.Words), call, desk, http)).WithSummary("Tell the news").Produces<MajorJson>();
        api.MapPost("/majors/{id:long}/end", (long id, Body<MajorWordsBody> body, WebCall call, Desk desk, HttpResponse http) => Run(new EndMajor(new(id), body.Value.Words), call, desk, http)).WithSummary("Say that it works again").Produces<MajorJson>();
        api.MapPut("/majors/{id:long}/review", (long id, Body<MajorReviewBody> body, WebCall call, Desk desk, HttpResponse http) =>
            Run(new ReviewMajor(new(id), body.Value.Happened, body.Value.Causes, body.Value.Well, [.. (body.Value.FollowUps ?? []).Select(f => new FollowUpSaid(f.What, f.Owner, f.Due, f.Done))]), call, desk, http)).WithSummary("Look back at it").Produces<MajorJson>();
        api.MapPut("/majors/{id:long}/follow-ups/{no:int}", (long id, int no, Body<MajorFollowUpDoneBody> body, WebCall call, Desk desk, HttpResponse http) => Run(new TickFollowUpOfMajor(new(id), no, body.Value.Done), call, desk, http)).WithSummary("Tick a follow-up off, or take it up again").Produces<MajorJson>();
        api.MapPut("/tickets/{ticket}/majors/{id:long}", async (TicketAt ticket, long id, Body<NothingBody> _, WebCall call, Desk desk) => (await desk.Do(new JoinMajor(new(id), ticket), call.Call)).Error is { } no ? (IResult)no.Problem() : TypedResults.NoContent()).WithSummary("The ticket waits for it").Produces(204);
        api.MapDelete("/tickets/{ticket}/majors/{id:long}", async (TicketAt ticket, long id, WebCall call, Desk desk) => (await desk.Do(new LeaveMajor(new(id), ticket), call.Call)).Error is { } no ? (IResult)no.Problem() : TypedResults.NoContent()).WithSummary("The ticket does not wait for it").Produces(204);
    }

    private static MajorSaid Said(MajorBody body) => new(body.Title, body.Lead, body.Bridge, body.Services ?? [], body.RhythmMinutes);

    private static async Task<IResult> Run(Command<MajorIncident> command, WebCall call, Desk desk, HttpResponse http) =>
        (await desk.Do(command, call.Call)).Is(out var done, out var no) ? http.Tagged(done.Version, MajorJson.Of(done)) : no.Problem();
}
