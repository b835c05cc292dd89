using System.Globalization;
using FirstContact.Agreements;
using FirstContact.Sending;
using FirstContact.Tickets;

namespace FirstContact.Notices;

/// <param name="Choices">Each event and channel as one wants it; what is missing is as the desk has it.</param>
/// <param name="Hours">A calendar by name or id; outside of it mail is held.</param>
/// <param name="Digest">When what is gathered comes; as the desk has it when it is missing.</param>
public sealed record NoticeChoicesBody(Seq<NoticeChoice>? Choices = null, string? Hours = null, DigestPlan? Digest = null, Instant? QuietUntil = null);

/// <param name="Now">How it is for the caller, for each event and channel.</param>
/// <param name="Locked">What he may not change.</param>
public sealed record NoticeChoicesJson(int Version, IReadOnlyList<NoticeChoice> Choices, IReadOnlyList<NoticeChoice> Now, IReadOnlyList<NoticeLock> Locked, NamedJson? Hours, DigestPlan? Digest, Instant? QuietUntil, IReadOnlyList<string> Muted)
{
    internal static NoticeChoicesJson Of(NoticeChoicesView v) => new(
        v.Settings.Version, v.Settings.Choices.Choices, [.. from kind in v.Kinds from channel in ChannelTraits.All select new NoticeChoice(kind.Kind, channel.Channel, v.Now(kind, channel.Channel))], v.Defaults.Values.Locked,
        v.Settings.Choices.Hours is { } hours ? new(hours.Id.Value, hours.Name) : null, v.Settings.Choices.Digest, v.Settings.Choices.QuietUntil, [.. v.Muted.Select(m => m.Number)]);
}

public sealed record NoticeDefaultsBody(Seq<NoticeChoice>? Choices = null, Seq<NoticeLock>? Locked = null, DigestPlan? Digest = null);

public sealed record NoticeDefaultsJson(int Version, IReadOnlyList<NoticeChoice> Now, IReadOnlyList<NoticeLock> Locked, DigestPlan Digest)
{
    internal static NoticeDefaultsJson Of(NoticeDefaults d) => new(
        d.Version, [.. from kind in NoticeKind.All from channel in ChannelTraits.All select new NoticeChoice(kind.Kind, channel.Channel, d.Of(kind.Kind, channel.Channel))], d.Values.Locked, d.Values.Digest);
}

/// <param name="Entry">The entry of the journal that it tells.</param>
public sealed record NoticeJson(long Id, long Entry, LetterKind Event, Because Why, string By, string Words, Instant At, Instant? ReadAt);

/// <param name="Ticket">Missing where it is about an agreement.</param>
/// <param name="Agreement">The number of the agreement that it is about, if it is.</param>
/// <param name="Notices">The latest ten.</param>
public sealed record NewsJson(string? Ticket, long? Agreement, string Title, int Unread, IReadOnlyList<NoticeJson> Notices);

/// <param name="Ticket">Only of this one; all when it is missing.</param>
/// <param name="UpTo">The last notice that was seen; all there are when it is missing.</param>
/// <param name="Agreement">Only of this agreement.</param>
public sealed record NewsReadBody(string? Ticket = null, long? UpTo = null, long? Agreement = null);

/// <param name="Tickets">On so many tickets something is new.</param>
/// <param name="Agreements">On so many agreements.</param>
public sealed record NewsCountJson(int Tickets, int Agreements, int Notices);

public sealed record GoingJson(NoticeChannel Channel, Course Course, Instant? At);

public sealed record ForetoldJson(NextEvent Next, NamedJson Person, LetterKind Event, Because Why, bool Oneself, string? Unreachable, IReadOnlyList<GoingJson> Ways)
{
    internal static ForetoldJson Of(Foretold f) => new(f.Next, new(f.Person.Id.Value, f.Person.Name), f.Kind, f.Why, f.Oneself, f.Unreachable, [.. f.Goings.Select(g => new GoingJson(g.Channel, g.Course, g.At))]);
}

/// <summary>What people are told, for programs: each for himself.</summary>
internal static class NoticesApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/notice-choices", async (WebCall call, Desk desk, HttpResponse http) => await Choices(call, desk, http)).WithSummary("What you have chosen to be told").Produces<NoticeChoicesJson>();
        api.MapPut("/notice-choices", async (Body<NoticeChoicesBody> body, WebCall call, Desk desk, HttpResponse http) =>
            (await desk.Do(new ChangeNoticeChoices(body.Value.Choices ?? [], body.Value.Hours, body.Value.Digest, body.Value.QuietUntil), call.Call)).Error is { } no ? no.Problem() : await Choices(call, desk, http))
            .WithSummary("Choose what you are told").Produces<NoticeChoicesJson>();
        api.MapGet("/news", List).WithSummary("What happened to you, ticket by ticket and agreement by agreement, the latest first").Produces<Listing<NewsJson>>();
        api.MapPost("/news/reading", async (Body<NewsReadBody> body, WebCall call, Desk desk) =>
        {
            var on = TicketNumber.TryParse(body.Value.Ticket, out var ticket) ? ticket : (TicketId?)null;
            if (!body.Value.Ticket.IsBlank && on is null) return (IResult)TicketErrors.NotFound.At("ticket").Problem();
            if (!(await desk.Do(new SeeNews(on, body.Value.UpTo, Agreement: body.Value.Agreement is { } agreement ? new AgreementId(agreement) : null), call.Call)).Is(out _, out var no)) return no.Problem();
            var now = (await desk.Ask(new CountNews(), call.Caller)).Value!;
            return TypedResults.Json(new NewsCountJson(now.Tickets, now.Agreements, now.Notices), ApiJson.Options);
        }).WithSummary("You have read them; says what is still new").Produces<NewsCountJson>();
        api.MapPut("/tickets/{ticket}/mute", async (TicketAt ticket, Body<NothingBody> _, WebCall call, Desk desk) =>
            (await desk.Do(new MuteTicket(ticket), call.Call)).Error is { } no ? (IResult)no.Problem() : TypedResults.NoContent()).WithSummary("Hear no more of a ticket, but when you are called by name").Produces(204);
        api.MapDelete("/tickets/{ticket}/mute", async (TicketAt ticket, WebCall call, Desk desk) =>
            (await desk.Do(new UnmuteTicket(ticket), call.Call)).Error is { } no ? (IResult)no.Problem() : TypedResults.NoContent()).WithSummary("Let it speak again").Produces(204);
        api.MapGet("/tickets/{ticket}/telling", async (TicketAt ticket, WebCall call, Desk desk, HttpContext http) =>
            (await desk.Ask(new ShowTelling(ticket), call.Caller)).Is(out var told, out var no) ? http.Listed([.. told.Select(ForetoldJson.Of)], null) : no.Problem()).WithSummary("Who is told of the next reply, note and solution, and why").Produces<Listing<ForetoldJson>>();
        api.MapGet("/notice-defaults", async (WebCall call, Desk desk, HttpResponse http) =>
            (await desk.Ask(new ShowNoticeDefaults(), call.Caller)).Is(out var now, out var no) ? http.Tagged(now.Version, NoticeDefaultsJson.Of(now)) : no.Problem()).WithSummary("What people are told until they choose").Produces<NoticeDefaultsJson>();
        api.MapPut("/notice-defaults", async (Body<NoticeDefaultsBody> body, WebCall call, Desk desk, HttpResponse http) =>
            (await desk.Do(new ChangeNoticeDefaults(new(body.Value.Choices ?? [], body.Value.Locked ?? [], body.Value.Digest ?? DigestPlan.Usual)), call.Call)).Is(out var now, out var no) ? http.Tagged(now.Version, NoticeDefaultsJson.Of(now)) : no.Problem())
            .WithSummary("Change what people are told until they choose, and what they may not change").Produces<NoticeDefaultsJson>();
    }

    private static async Task<IResult> Choices(WebCall call, Desk desk, HttpResponse http) =>
        (await desk.Ask(new ShowNoticeChoices(), call.Caller)).Is(out var view, out var no) ? http.Tagged(view.Settings.Version, NoticeChoicesJson.Of(view)) : no.Problem();

    private static async Task<IResult> List(bool? all, string? after, string? limit, WebCall call, Desk desk, HttpContext http)
    {
        var rows = limit.IsBlank ? 25 : int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var most) ? most : 0;
        return (await desk.Ask(new ListNews(all ?? false, after, rows), call.Caller)).Is(out var list, out var no)
            ? http.Listed([.. list.On.Select(t => new NewsJson(t.Ticket?.Number, t.Agreement?.Value, t.Title, t.Unread, [.. t.Notices.Select(n => new NoticeJson(n.Id, n.Entry, n.Kind, n.Why, n.By, n.Words, n.At, n.ReadAt))]))], list.Next) : no.Problem();
    }
}
