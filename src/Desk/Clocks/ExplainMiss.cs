using FirstContact.Calendars;
using FirstContact.Tickets;

namespace FirstContact.Clocks;

/// <summary>Why a promise was missed: chosen from kinds that can be counted, with words where they help.</summary>
/// <param name="Clock">By its key.</param>
public sealed record ExplainMiss(TicketId On, string Clock, MissCause? Cause, string? Words) : Command<Ticket>
{
    public override Permission Needs => TicketPermissions.Work;

    protected override Store<Ticket> StoreOf(Work work) => work.Tickets;

    public override async Task<Result<Ticket>> Do(Work work)
    {
        if (!(await work.Tickets.Load(On.Value)).Is(out var ticket, out var unseen)) return unseen;
        var clock = (await ClockModule.Of(work.Read, DeskModule.Catalogue, [On.Value], work.By.At)).SelectMany(c => c.Clocks).FirstOrDefault(c => c.Key.ToString() == Clock);
        if (clock is null) return ClockErrors.NotFound;
        var hours = await work.Read.Hours();
        if (clock.Told < TicketClock.Missed && clock.Outcome(FirstContact.Calendars.Clock.Read(clock.Turns, hours.Of, work.By.At)) != ClockOutcome.Missed) return ClockErrors.NotMissed;
        return work.Tickets.Change(ticket, Ticket.ExplainMiss(Clock, ClockModule.Words(clock), Cause, Words));
    }
}
