using FirstContact.Fields;

namespace FirstContact.Tickets;

/// <summary>Nothing is parked in silence: a ticket that waits says for whom, why, whether the customer really knows, and until when.</summary>
public sealed partial record Ticket
{
    public Decision WaitFor(By by, WaitFor whom, string? reason, bool contacted, Instant? until, IEnumerable<Field>? fields = null, Named<SupplierId>? supplier = null) => this switch
    {
        { IsOpen: false } => TicketErrors.NotOpen,
        _ when reason.IsBlank => TicketErrors.ReasonMissing,
        _ when TooLong(reason, "reason") is { } no => no,
        _ when until <= by.At => TicketErrors.WaitUntilPassed,
        _ when Error.Of(Unfilled(fields, FieldMoment.Waiting)) is { } unfilled => unfilled,
        _ => new TicketWaiting(whom, reason!.Trim(), contacted, until) { Supplier = whom == Tickets.WaitFor.Supplier ? supplier : null },
    };

    public Decision Resume(By by) => Wait is { } wait ? new TicketResumed(ResumedBy.Hand, by.At - wait.Since) : TicketErrors.NotWaiting;

    /// <summary>Wakes by itself when its time has come.</summary>
    public Decision Wake(By by) => Wait is { Until: { } until } wait && until <= by.At ? new TicketResumed(ResumedBy.TimeUp, by.At - wait.Since) : Decision.Nothing;
}
