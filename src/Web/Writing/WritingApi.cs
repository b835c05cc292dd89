using FirstContact.Tickets;

namespace FirstContact.Writing;

/// <param name="Then">What becomes of the ticket with it: nothing, waitForCustomer or askToCheck.</param>
/// <param name="Leaves">When it is to leave; after the desk's usual moment when it is missing.</param>
public sealed record ReplyBody(string? Body, long[]? Attachments, Instant? Promise, SendThen? Then, Instant? Leaves);

public sealed record ReplyJson(long Id, int Version, string Ticket, NamedJson Author, ReplyState State, string Body, IReadOnlyList<FileJson> Attachments, Instant? Promise, SendThen Then, Instant Leaves, bool Scheduled, string? Stopped);

/// <param name="Mode">reply, note, call or handover.</param>
public sealed record DraftBody(string? Mode, Dictionary<string, string>? Fields);

public sealed record DraftJson(NamedJson? Person, string Mode, IReadOnlyDictionary<string, string> Fields, Instant? At);

/// <summary>Replies on their way and drafts, for programs.</summary>
public static class WritingApi
{
    public static void MapWritingApi(this IEndpointRouteBuilder api)
    {
        var one = api.MapGroup("/tickets/{ticket}").WithTags("Writing");
        one.MapPost("/replies", Send).WithSummary("Sends a reply off; it can be taken back until it leaves").Produces<ReplyJson>(201);
        one.MapGet("/replies", async (TicketAt ticket, WebCall call, Desk desk, HttpContext http) => (await Found(ticket, call, desk)).Is(out var found, out var no) ? http.Listed([.. found.Writing.Leaving.Select(r => Json(r))], null) : no.Problem())
            .WithSummary("Replies that have not left").Produces<Listing<ReplyJson>>();
        one.MapGet("/drafts", async (TicketAt ticket, WebCall call, Desk desk, HttpContext http) => (await Found(ticket, call, desk)).Is(out var found, out var no) ? http.Listed([.. Drafts(found.Writing, call)], null) : no.Problem())
            .WithSummary("What you and others are writing").Produces<Listing<DraftJson>>();
        one.MapPut("/draft", async (TicketAt ticket, Body<DraftBody> body, WebCall call, Desk desk) =>
            (await desk.Do(new SaveDraft(ticket, body.Value.Mode, [.. (body.Value.Fields ?? []).Select(f => new DraftField(f.Key, f.Value ?? ""))]), call.Call)).Is(out var draft, out var no) ? TypedResults.Json(Json(draft), ApiJson.Options) : (IResult)no.Problem())
            .WithSummary("Keeps what you are writing").Produces<DraftJson>();
        one.MapDelete("/draft", async (TicketAt ticket, WebCall call, Desk desk) => (await desk.Do(new SaveDraft(ticket, null, []), call.Call)).Is(out var draft, out var no) ? TypedResults.Json(Json(draft), ApiJson.Options) : (IResult)no.Problem())
            .WithSummary("Lets your draft go").Produces<DraftJson>();
        one.MapPost("/drafts/{id:long}/taking-over", async (TicketAt ticket, long id, Body<NoBody> body, WebCall call, Desk desk) =>
            (await desk.Do(new TakeOverDraft(ticket, new(id)), call.Call)).Is(out var draft, out var no) ? TypedResults.Json(Json(draft), ApiJson.Options) : (IResult)no.Problem())
            .WithSummary("Goes on with what a colleague has begun").Produces<DraftJson>();

        var reply = api.MapGroup("/replies/{id:long}").WithTags("Writing");
        reply.MapDelete("", (long id, WebCall call, Desk desk, HttpResponse http) => Run(new TakeBackReply(new(id)), call, desk, http)).WithSummary("Takes a reply back before it leaves").Produces<ReplyJson>();
        reply.MapPost("/departure", (long id, Body<NoBody> body, WebCall call, Desk desk, HttpResponse http) => Run(new HurryReply(new(id)), call, desk, http)).WithSummary("Lets it leave now").Produces<ReplyJson>();
        api.MapGet("/drafts", async (WebCall call, Desk desk, HttpContext http) => (await desk.Ask(new ListDrafts(), call.Caller)).Is(out var drafts, out var no) ? http.Listed(drafts, null) : no.Problem())
            .WithTags("Writing").WithSummary("The tickets on which you have begun to write").Produces<Listing<OpenDraft>>();
    }

    private static async Task<IResult> Send(TicketAt ticket, Body<ReplyBody> body, WebCall call, Desk desk, HttpResponse http)
    {
        var b = body.Value;
        var sent = await desk.Do(new SendReply(ticket, b.Body) { Attachments = [.. b.Attachments ?? []], Promise = b.Promise, Then = b.Then ?? SendThen.Nothing, Leaves = b.Leaves }, call.Call);
        return sent.Is(out var reply, out var no) ? http.Made($"/api/v1/tickets/{ticket.Id.Value}/replies", reply.Version, Json(reply)) : no.Problem();
    }

    private static async Task<IResult> Run(ICommand<Reply> command, WebCall call, Desk desk, HttpResponse http) =>
        (await desk.Do(command, call.Call)).Is(out var reply, out var no) ? http.Tagged(reply.Version, Json(reply)) : no.Problem();

    private static async Task<Result<(TicketView View, TicketWriting Writing)>> Found(TicketAt ticket, WebCall call, Desk desk)
    {
        if (!(await desk.Ask(new DescribeTicket(ticket), call.Caller)).Is(out var view, out var no)) return no;
        return (await desk.Ask(new ShowWriting(ticket), call.Caller)).Is(out var writing, out no) ? (view, writing) : no;
    }

    private static IEnumerable<DraftJson> Drafts(TicketWriting writing, WebCall call) =>
    [
        .. writing.Mine is { } mine ? [Json(mine) with { Person = new(call.Caller.Person.Value, call.Caller.Name) }] : Array.Empty<DraftJson>(),
        .. writing.Others.Select(o => Json(o.Draft) with { Person = new(o.Person.Id.Value, o.Person.Name), At = o.At }),
    ];

    private static DraftJson Json(Draft d) => new(null, d.Mode, d.Fields.ToDictionary(f => f.Name, f => f.Value), null);

    private static ReplyJson Json(Reply r) => new(
        r.Key, r.Version, $"{r.Ticket.Value}", new(r.Author.Id.Value, r.Author.Name), r.State, r.Words.Body, [.. r.Words.Files.Select(FileJson.Of)], r.Words.Promise, r.Words.Then, r.Leaves, r.Scheduled, r.Stopped);
}
