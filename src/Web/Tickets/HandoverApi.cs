using System.Globalization;

namespace FirstContact.Tickets;

/// <param name="Team">By name or id.</param>
/// <param name="Asked">What is wanted of them.</param>
public sealed record HandoverBody(string? Team, string? Statement, string? Tried, string? Asked, Instant? Promise);

public sealed record HandoverReturnBody(string? Reason, string? Missing);

/// <param name="Id">To be named when it is accepted or returned.</param>
public sealed record HandoverJson(string Id, string Ticket, NamedJson From, NamedJson To, NamedJson By, Instant At, string? Statement, string? Tried, string? Asked, Instant? Promise)
{
    public static HandoverJson? Of(Ticket t) => t.Hands.Pending is { } h
        ? new(HandoverAt.Id(t.Id, h.No), t.Number, new(h.From.Id.Value, h.From.Name), new(h.To.Id.Value, h.To.Name), new(h.By.Id.Value, h.By.Name), h.At, h.Words.Statement, h.Words.Tried, h.Words.Asked, h.Words.Promise)
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
            var handed = await desk.Do(new HandOverTicket(ticket, b.Team, new(b.Statement, b.Tried, b.Asked, b.Promise)), call.Call);
            return handed.Is(out var after, out var no) ? http.Made($"/api/v1/tickets/{after.Key}", after.Version, HandoverJson.Of(after)!) : no.Problem();
        }).WithTags("Handovers").WithSummary("Hands it over to another team, which accepts it or returns it").Produces<HandoverJson>(201);

        var one = api.MapGroup("/handovers/{handover}").WithTags("Handovers");
        one.MapPost("/acceptance", (HandoverAt handover, Body<NoBody> body, WebCall call, Desk desk, HttpResponse http) => Run(handover, new AcceptHandover(handover.Ticket, handover.No), call, desk, http)).WithSummary("Accepts it").Produces<TicketJson>();
        one.MapPost("/return", (HandoverAt handover, Body<HandoverReturnBody> body, WebCall call, Desk desk, HttpResponse http) =>
            Run(handover, new ReturnHandover(handover.Ticket, handover.No, body.Value.Reason, body.Value.Missing), call, desk, http)).WithSummary("Gives it back with a reason").Produces<TicketJson>();
        one.MapDelete("", (HandoverAt handover, WebCall call, Desk desk, HttpResponse http) => Run(handover, new WithdrawHandover(handover.Ticket, handover.No), call, desk, http)).WithSummary("Takes it back before it is accepted").Produces<TicketJson>();
        api.MapDelete("/tickets/{ticket}/mention", (TicketAt ticket, WebCall call, Desk desk, HttpResponse http) => TicketApi.Run(new SeeMention(ticket), call, desk, http)).WithTags("Tickets").WithSummary("Says that you have seen that you were called").Produces<TicketJson>();
    }

    private static Task<IResult> Run(HandoverAt handover, TicketCommand command, WebCall call, Desk desk, HttpResponse http) =>
        handover.No == 0 ? Task.FromResult<IResult>(HandoverErrors.NotFound.Problem()) : TicketApi.Run(command, call, desk, http);
}

/// <summary>A request that says all in its address.</summary>
public sealed record NoBody;
