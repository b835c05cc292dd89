using FirstContact.Fields;

namespace FirstContact.Tickets;

/// <summary>A ticket that needs the caller, and why.</summary>
/// <param name="Since">Since when; for a promise, what was agreed and a task, until when.</param>
/// <param name="About">The clock of what was agreed, the task, what was asked, where one was called, why it came back, or why the reply did not leave.</param>
/// <param name="From">The team or the colleague that it comes from.</param>
public sealed record NeedJson(Reason Reason, Instant Since, string? About, string? From, Instant? Due, SnoozeEnd? Woke, TicketLine Ticket);

public static class NeedsApi
{
    public static void MapNeedsApi(this IEndpointRouteBuilder api) => api.MapGet("/needs", async (WebCall call, Desk desk, HttpContext http) =>
    {
        if (!(await desk.Ask(new NeedsMeNow(), call.Caller)).Is(out var needs, out var no)) return no.Problem();
        var fields = (await desk.Ask(new ListFields(), call.Caller)).Value!;
        return http.Listed([.. needs.Select(n => new NeedJson(n.Reason, n.Since, n.About, n.From, n.Due, n.Woke, TicketLine.Of(n.Ticket, call.Caller, fields)))], null);
    }).WithTags("Tickets").WithSummary("What needs the caller now, what breaks first before all else, each with its reason").Produces<Listing<NeedJson>>();
}
