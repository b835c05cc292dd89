using static FirstContact.Tickets.ATicket;

namespace FirstContact.Tickets;

/// <summary>What was done elsewhere comes in as it was, in its order.</summary>
public sealed class ImportingTests
{
    [Fact]
    public void It_is_taken_up_once()
    {
        New.When(t => t.TakeUpElsewhere()).Then(new TicketResumed(ResumedBy.Hand, Duration.Zero));
        IsResolved.When(t => t.TakeUpElsewhere()).ThenNothing();
    }

    [Fact]
    public void It_is_resolved_after_it_was_opened()
    {
        New.After(Hour).When((t, by) => t.ResolveElsewhere(by, " ")).Then(new TicketResolved(Ticket.Imported, null, Hour));
        New.After(-Hour).When((t, by) => t.ResolveElsewhere(by, "x")).Then(TicketErrors.BeforeOpened.At("resolvedAt"));
        New.When((t, by) => t.ResolveElsewhere(by, Endless)).Then(TicketErrors.TooLong.At("solution"));
        IsClosed.When((t, by) => t.ResolveElsewhere(by, "x")).Then(TicketErrors.NotOpen);
    }

    [Fact]
    public void It_is_closed_after_it_was_resolved()
    {
        IsResolved.After(Hour).When((t, by) => t.CloseElsewhere(by, Printing)).Then(new TicketClosed(Verification.Waived, Ticket.Imported, Printing, Hour));
        IsResolved.After(-Hour).When((t, by) => t.CloseElsewhere(by, null)).Then(TicketErrors.BeforeOpened.At("closedAt"));
        New.When((t, by) => t.CloseElsewhere(by, null)).Then(TicketErrors.NotResolved);
    }
}
