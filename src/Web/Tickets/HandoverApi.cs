using System.Globalization;

namespace FirstContact.Tickets;

/// <param name="Team">By name or id.</param>
/// <param name="Asked">What is wanted of them.</param>
/// <param name="Promised">What the customer was promised. What is not said of the problem, of how to see it and of what was tried is taken from the record.</param>
public sealed record HandoverBody(string? Team, string? Statement, string? Tried, string? Asked, Instant? Promise, string? Reproduction = null, string? Promised = null);

/// <param name="Missing">What was missing, in words.</param>
/// <param name="Lacked">The same as a list, to be counted.</param>
public sealed record HandoverReturnBody(string? Reason, string? Missing, IReadOnlyList<HandoverItem>? Lacked = null);

public sealed record CompletenessBody(bool? Complete, IReadOnlyList<HandoverItem>? Lacked = null, string? Words = null);

public sealed record SettlementBody(string? Agreed);

/// <summary>Whom: one of a colleague, a team and a skill.</summary>
public sealed record AskBody(string? Question, string? Person = null, string? Team = null, string? Skill = null, bool? ToCheck = null);

public sealed record AnswerBody(string? Answer);

public sealed record AskJson(int No, NamedJson By, string Question, Instant At, NamedJson? Team, string? Skill, IReadOnlyList<NamedJson> Of, bool ToCheck);

/// <summary>It went back and forth: the team that has it again, the one it came from, and who brings them together.</summary>
public sealed record BounceJson(NamedJson Between, NamedJson And, IReadOnlyList<NamedJson> Bridge, Instant At);

/// <summary>Through whose hands it went.</summary>
/// <param name="Path">The teams, each after the one before; empty while it has never left the first.</param>
/// <param name="BouncesTo">The team that it would bounce back to.</param>
/// <param name="ToJudge">The accepted handover of which nobody has said yet whether it was complete.</param>
public sealed record HandsJson(int Handovers, IReadOnlyList<long> Path, int Bounces, BounceJson? Bounce, NamedJson? BouncesTo, string? ToJudge, IReadOnlyList<AskJson> Asks, IReadOnlyList<NamedJson> Helpers, FrontNeed? Front, string? FrontWords)
{
    public static HandsJson Of(TicketView view)
    {
        var h = view.Ticket.Hands;
        return new(
            h.Handovers, [.. h.Path.Select(t => t.Value)], h.Bounces, h.Bounce is { } b ? new(Named(b.Between), Named(b.And), [.. b.Bridge.Select(Named)], b.At) : null, view.Back is { } back ? Named(back.Team) : null,
            h.Accepted is { } accepted ? HandoverAt.Id(view.Ticket.Id, accepted.No) : null,
            [.. h.Asks.Select(a => new AskJson(a.No, Person(a.By), a.Question, a.At, a.Team is { } team ? Named(team) : null, a.Skill, [.. a.Of.Select(Person)], a.ToCheck))], [.. h.Helpers.Select(Person)], h.Front?.Need, h.Front?.Words);

        NamedJson Person(PersonId id) => new(id.Value, view.People.TryGetValue(id, out var card) ? card.Name : "");
    }

    private static NamedJson Named<T>(Named<T> named) where T : struct, IId => new(named.Id.Value, named.Name);
}

/// <param name="Id">To be named when it is accepted or returned.</param>
public sealed record HandoverJson(string Id, string Ticket, NamedJson From, NamedJson To, NamedJson By, Instant At, string? Statement, string? Reproduction, string? Tried, string? Asked, string? Promised, Instant? Promise)
{
    public static HandoverJson? Of(Ticket t) => t.Hands.Pending is { } h
        ? new(HandoverAt.Id(t.Id, h.No), t.Number, new(h.From.Id.Value, h.From.Name), new(h.To.Id.Value, h.To.Name), new(h.By.Id.Value, h.By.Name), h.At, h.Words.Statement, h.Words.Reproduction, h.Words.Tried, h.Words.Asked, h.Words.Promised, h.Words.Promise)
        : null;
}

/// <summary>A handover as an address names it: its ticket and which one of the ticket's, as in <c>12-1</c>. What is no such name names none.</summary>
public readonly record struct HandoverAt(TicketId Ticket, int No)
{
    public static string Id(TicketId ticket, int no) => string.Create(CultureInfo.InvariantCulture, $"{ticket.Value}-{no}");

    public static bool TryParse(string? text, IFormatProvider? _, out HandoverAt at)
    {
        at = text?.Split('-') is [var ticket, var no] && long.TryParse(ticket, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && int.TryParse(no, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(new(id), number)
            : default;
        return true;
    }
}

/// <summary>Handing over, for programs.</summary>
public static class HandoverApi
{
    public static void MapHandoverApi(this IEndpointRouteBuilder api)
    {
        api.MapPost("/tickets/{ticket}/handovers", async (TicketAt ticket, Body<HandoverBody> body, WebCall call, Desk desk, HttpResponse http) =>
        {
            var b = body.Value;
            var handed = await desk.Do(new HandOverTicket(ticket, b.Team, new(b.Statement, b.Tried, b.Asked, b.Promise) { Reproduction = b.Reproduction, Promised = b.Promised }), call.Call);
            return handed.Is(out var after, out var no) ? http.Made($"/api/v1/tickets/{after.Key}", after.Version, HandoverJson.Of(after)!) : no.Problem();
        }).WithTags("Handovers").WithSummary("Hands it over to another team, which accepts it or returns it").Produces<HandoverJson>(201);

        var one = api.MapGroup("/handovers/{handover}").WithTags("Handovers");
        one.MapPost("/acceptance", (HandoverAt handover, Body<NoBody> body, WebCall call, Desk desk, HttpResponse http) => Run(handover, new AcceptHandover(handover.Ticket, handover.No), call, desk, http)).WithSummary("Accepts it").Produces<TicketJson>();
        one.MapPost("/return", (HandoverAt handover, Body<HandoverReturnBody> body, WebCall call, Desk desk, HttpResponse http) =>
            Run(handover, new ReturnHandover(handover.Ticket, handover.No, body.Value.Reason, body.Value.Missing, [.. body.Value.Lacked ?? []]), call, desk, http)).WithSummary("Gives it back with a reason").Produces<TicketJson>();
        one.MapPut("/completeness", (HandoverAt handover, Body<CompletenessBody> body, WebCall call, Desk desk, HttpResponse http) =>
            Run(handover, new JudgeHandover(handover.Ticket, handover.No, body.Value.Complete, [.. body.Value.Lacked ?? []], body.Value.Words), call, desk, http)).WithSummary("Whoever accepted it says whether all was there").Produces<TicketJson>();
        one.MapDelete("", (HandoverAt handover, WebCall call, Desk desk, HttpResponse http) => Run(handover, new WithdrawHandover(handover.Ticket, handover.No), call, desk, http)).WithSummary("Takes it back before it is accepted").Produces<TicketJson>();
        api.MapPost("/tickets/{ticket}/bounce/settlement", (TicketAt ticket, Body<SettlementBody> body, WebCall call, Desk desk, HttpResponse http) => TicketApi.Run(new SettleBounce(ticket, body.Value.Agreed), call, desk, http))
            .WithTags("Handovers").WithSummary("The two teams that sent it back and forth were brought together").Produces<TicketJson>();

        var asks = api.MapGroup("/tickets/{ticket}/asks").WithTags("Asking in");
        asks.MapPost("", (TicketAt ticket, Body<AskBody> body, WebCall call, Desk desk, HttpResponse http) => TicketApi.Run(Asking(ticket, body.Value), call, desk, http)).WithSummary("Asks a colleague, a team, or whoever has a skill in; the ticket stays where it is").Produces<TicketJson>();
        asks.MapPost("/{no:int}/answer", (TicketAt ticket, int no, Body<AnswerBody> body, WebCall call, Desk desk, HttpResponse http) => TicketApi.Run(new GiveHelp(ticket, no, body.Value.Answer), call, desk, http)).WithSummary("Answers: help given").Produces<TicketJson>();
        asks.MapDelete("/{no:int}", (TicketAt ticket, int no, WebCall call, Desk desk, HttpResponse http) => TicketApi.Run(new WithdrawAsk(ticket, no), call, desk, http)).WithSummary("Withdraws a question").Produces<TicketJson>();
        api.MapDelete("/tickets/{ticket}/mention", (TicketAt ticket, WebCall call, Desk desk, HttpResponse http) => TicketApi.Run(new SeeMention(ticket), call, desk, http)).WithTags("Tickets").WithSummary("Says that you have seen that you were called").Produces<TicketJson>();
    }

    private static TicketCommand Asking(TicketId on, AskBody b) => b switch
    {
        { Team: not null, Person: null } => new AskTeamIn(on, b.Team, b.Question),
        { Skill: not null, Person: null } => new AskSkillIn(on, b.Skill, b.Question),
        _ => new AskColleagueIn(on, b.Person, b.Question, b.ToCheck ?? false),
    };

    private static Task<IResult> Run(HandoverAt handover, TicketCommand command, WebCall call, Desk desk, HttpResponse http) =>
        handover.No == 0 ? Task.FromResult<IResult>(HandoverErrors.NotFound.Problem()) : TicketApi.Run(command, call, desk, http);
}

/// <summary>A request that says all in its address.</summary>
public sealed record NoBody;
