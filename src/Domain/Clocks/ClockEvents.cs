using FirstContact.Agreements;
using FirstContact.Tickets;

namespace FirstContact.Clocks;

/// <summary>The events of a ticket that turn its clocks, in words for people. Those that clocks bring about are the ticket's own.</summary>
internal static class ClockEvents
{
    /// <param name="why">What happened just then.</param>
    public static string Began(ClockKey key, string why) => key switch
    {
        { Measure: Measure.NextResponse } => why,
        { Measure: Measure.UpdateRhythm } => "the desk spoke",
        { Measure: Measure.Acceptance } => "handed over",
        { Kind: AgreementKind.Operational } => "taken on",
        { Kind: AgreementKind.Underpinning } => "the supplier was asked",
        _ => "opened",
    };

    public static string Of(Event happened, Ticket before, Ticket after) => happened switch
    {
        TicketWaiting e => $"waiting for {Whom(e)}{(e.Contacted ? "" : ", who has not been told")}: {e.Reason}",
        TicketResumed { Why: ResumedBy.CustomerAnswered } => "the customer answered",
        TicketResumed { Why: ResumedBy.TimeUp } => "the time to wait was over",
        TicketResumed => "went on",
        TicketResolved => "resolved",
        TicketClosed => "closed",
        TicketCancelled => "cancelled",
        TicketMerged => "merged",
        TicketReopened => "reopened",
        CustomerVerified { Outcome: CustomerOutcome.NotYet } => "it does not work yet",
        HandoverAccepted e => $"{e.To} took it on",
        HandoverReturned e => $"{e.From} got it back",
        HandoverWithdrawn => "the handover was taken back",
        TicketMoved e => $"went to {e.To}",
        CustomerGreeted => "the customer was greeted",
        MessagePosted { CustomersSide: true } => "the customer spoke",
        MessagePosted => "the desk spoke",
        StatementCorrected => "the customer corrected what was stated",
        _ when before.Priority != after.Priority => $"priority {after.Priority}, {before.Priority} before",
        TicketClassified => "classified anew",
        CustomerChanged e => $"it is {e.To}'s now",
        _ => "changed",
    };

    private static string Whom(TicketWaiting e) => e.For switch
    {
        WaitFor.Customer => "the customer", WaitFor.Supplier => e.Supplier?.Name ?? "a supplier", WaitFor.Change => "a change", WaitFor.Problem => "a problem", _ => "something else",
    };
}
