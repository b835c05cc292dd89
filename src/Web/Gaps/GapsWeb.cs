using FirstContact.Tickets;

namespace FirstContact.Gaps;

/// <summary>What first contact would have needed, for people and for programs.</summary>
public static class GapsWeb
{
    internal const string List = "/push-to-front";

    public static IServiceCollection AddGaps(this IServiceCollection services) => services.AddSingleton(new LiveTopic(Gap.Subject, (_, caller, _) => Task.FromResult(caller.May(TicketPermissions.SeeAll))));

    public static void MapGapPages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").RequireAuthorization();
        pages.MapGet(List, async (string? state, WebCall call, Desk desk, Frame frame) =>
        {
            frame.At = List;
            var shown = State(state);
            return (await desk.Ask(new ListGaps(), call.Caller)).Is(out var list, out var no) ? Show.Page<GapsPage, GapsModel>(new(list, shown)) : no.Page();
        });
        pages.MapGet($"{List}/{{id:long}}", (long id, WebCall call, Desk desk, Frame frame) => One(id, call, desk, frame));
        foreach (var since in new[] { false, true })
            pages.MapGet($"{List}/{{id:long}}/{When(since)}", async (long id, string? after, WebCall call, Desk desk, Frame frame) =>
            {
                frame.At = List;
                return (await desk.Ask(new ListSolvedAround(new(id), since, after), call.Caller)).Is(out var solved, out var no) ? Show.Page<SolvedPage, SolvedModel>(new(solved, since)) : no.Page();
            });
        pages.MapPost($"{List}/{{id:long}}", async (long id, WebCall call, Form form, Desk desk, Frame frame) =>
        {
            var planned = await desk.Do(new PlanGap(new(id), form.Word<GapState>("state"), form["owner"] ?? "", form.Day("doneOn"), form["words"] ?? ""), call.Of(form));
            return planned.Error is not { } no ? new SeeOther($"{List}/{id}") : no.Kind is ErrorKind.Forbidden or ErrorKind.Missing ? no.Page() : await One(id, call, desk, frame, form, no);
        });
    }

    public static void MapGapApi(this IEndpointRouteBuilder root)
    {
        var api = root.MapGroup("/push-to-front").WithTags("First contact");
        api.MapGet("", async (string? state, HttpContext http, WebCall call, Desk desk) =>
        {
            if (state is not null && State(state) is null) return GapErrors.StateUnknown.Problem();
            return (await desk.Ask(new ListGaps(State(state)), call.Caller)).Is(out var list, out var no) ? http.Listed([.. list.Lines.Select(GapJson.Of)], null) : no.Problem();
        }).WithSummary("What first contact would have needed to solve what other teams have solved, the most often needed first").Produces<Listing<GapJson>>();
        api.MapGet("/{id:long}", (long id, WebCall call, Desk desk, HttpResponse http) => Answer(id, call, desk, http)).WithSummary("One of it, with the tickets behind it").Produces<GapWithTicketsJson>();
        foreach (var since in new[] { false, true })
            api.MapGet($"/{{id:long}}/{When(since)}", async (long id, string? after, int? limit, HttpContext http, WebCall call, Desk desk) =>
                (await desk.Ask(new ListSolvedAround(new(id), since, after, limit ?? 50), call.Caller)).Is(out var solved, out var no) ? http.Listed([.. solved.Tickets.Select(t => new SolvedTicketJson(t.Number, t.Title, t.Team, t.ResolvedAt, t.AtFront))], solved.Next) : no.Problem())
                .WithSummary(since ? "What was resolved about it since first contact has it" : "What was resolved about it before first contact had it").Produces<Listing<SolvedTicketJson>>();
        api.MapPatch("/{id:long}", async (long id, Body<GapBody> body, WebCall call, Desk desk, HttpResponse http) =>
            (await desk.Do(new PlanGap(new(id), body.Value.State, body.Value.Owner, body.Value.DoneOn, body.Value.Words), call.Call)).Error is { } no ? no.Problem() : await Answer(id, call, desk, http))
            .WithSummary("Says who does it and how far it is; what is missing stays").Produces<GapWithTicketsJson>();

        var front = root.MapGroup("/tickets/{ticket}/front").WithTags("First contact");
        front.MapPut("", (TicketAt ticket, Body<FrontBody> body, WebCall call, Desk desk, HttpResponse http) => TicketApi.Run(new AnswerFront(ticket, body.Value.Need, body.Value.Words), call, desk, http)).WithSummary("What first contact would have needed to solve it").Produces<TicketJson>();
        front.MapDelete("", (TicketAt ticket, WebCall call, Desk desk, HttpResponse http) => TicketApi.Run(new LeaveFrontOpen(ticket), call, desk, http)).WithSummary("Leaves that open").Produces<TicketJson>();
    }

    /// <summary>The tickets before, or since.</summary>
    internal static string Around(GapId id, bool since) => $"{List}/{id.Value}/{When(since)}";

    private static string When(bool since) => since ? "since" : "before";

    internal static GapState? State(string? word) => Enum.TryParse<GapState>(word, true, out var state) && Enum.IsDefined(state) && !char.IsDigit(word![0]) ? state : null;

    private static async Task<IResult> One(long id, WebCall call, Desk desk, Frame frame, Form? typed = null, Error? no = null)
    {
        frame.At = List;
        return (await desk.Ask(new ShowGap(new(id)), call.Caller)).Is(out var view, out var missing) ? Show.Page<GapPage, GapModel>(new(view, typed, no), no?.Status() ?? 200) : missing.Page();
    }

    private static async Task<IResult> Answer(long id, WebCall call, Desk desk, HttpResponse http) => (await desk.Ask(new ShowGap(new(id)), call.Caller)).Is(out var view, out var no)
        ? http.Tagged(view.Line.Gap.Version, new GapWithTicketsJson(GapJson.Of(view.Line), [.. view.Tickets.Select(t => new GapTicketJson(t.Number, t.Title, t.Team, t.Said, t.Words, t.At))]))
        : no.Problem();
}

/// <param name="Shown">Null for all.</param>
public sealed record GapsModel(GapList List, GapState? Shown);

/// <param name="Typed">What was refused; null when nothing was.</param>
public sealed record GapModel(GapView View, Form? Typed = null, Error? Error = null)
{
    public string? Value(string field, string? kept) => Typed is { } typed ? typed[field] : kept;
}

/// <param name="Owner">By e-mail address or id; empty for nobody.</param>
/// <param name="DoneOn">Since when first contact has it.</param>
/// <param name="Words">What is to be done, or why it is not.</param>
public sealed record GapBody(GapState? State, string? Owner = null, LocalDate? DoneOn = null, string? Words = null);

public sealed record FrontBody(FrontNeed? Need, string? Words = null);

/// <summary>Of what was resolved of its category or service in the ninety days before and since: how many, and how many at first contact.</summary>
public sealed record GapEffectJson(int Before, int BeforeAtFirstContact, int Since, int SinceAtFirstContact);

/// <param name="About">The category or service that it is about, if it is about one.</param>
/// <param name="Tickets">How many tickets were said to need it.</param>
public sealed record GapJson(GapId Id, FrontNeed Need, string? About, int Tickets, Instant? Last, GapState State, NamedJson? Owner, LocalDate? DoneOn, string? Words, GapEffectJson? Effect)
{
    internal static GapJson Of(GapLine l) => new(
        l.Gap.Id, l.Gap.Need, l.About, l.Tickets, l.Last, l.Gap.Plan.State, l.Gap.Plan.Owner is { } o ? new(o.Id.Value, o.Name) : null, l.Gap.Plan.DoneOn, l.Gap.Plan.Words,
        l.Effect is { } e ? new(e.Before, e.BeforeAtFront, e.Since, e.SinceAtFront) : null);
}

public sealed record SolvedModel(SolvedAround Solved, bool Since);

/// <param name="FirstContact">Whether only teams of first contact have had it.</param>
public sealed record SolvedTicketJson(string Number, string Title, string Team, Instant ResolvedAt, bool FirstContact);

public sealed record GapTicketJson(string Number, string Title, string Team, string Said, string? Words, Instant At);

public sealed record GapWithTicketsJson(GapJson Gap, IReadOnlyList<GapTicketJson> Tickets);
