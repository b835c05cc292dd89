using FirstContact.Calendars;
using FirstContact.Tickets;

namespace FirstContact.Clocks;

/// <summary>
/// Tells those on the ladder that a promise nears or was missed. The ticket's own history says what was told, and the commit fails where it has moved meanwhile: so
/// nothing is told twice, however many nodes try and whichever of them dies.
/// </summary>
public sealed record TellPromise(TicketId On, string Clock) : Command<Ticket>
{
    public override Permission Needs => TicketPermissions.Work;

    protected override Store<Ticket> StoreOf(Work work) => work.Tickets;

    public override async Task<Result<Ticket>> Do(Work work)
    {
        if (!(await work.Tickets.LoadAny(On)).Is(out var ticket, out var missing)) return missing;
        // Another node may have told it since this one looked.
        if (await work.Read.One("select 1 from ticket_clock where ticket = @ticket and clock = @clock and next_at <= @now", r => (bool?)true, ("@ticket", On), ("@clock", Clock), ("@now", work.By.At)) is null) return ticket;
        var counted = await ClockModule.Of(work.Read, DeskModule.Catalogue, [On.Value], work.By.At);
        var hours = await work.Read.Hours();
        var clock = counted.SelectMany(c => c.Clocks).FirstOrDefault(c => c.Key.ToString() == Clock);
        if (clock?.Due(hours.Of, work.By.At) is not { } share)
        {
            // The row was behind: it is left with what comes next, and the sweep goes on.
            work.Write(Next(clock?.Next(hours.Of)?.At));
            return ticket;
        }
        var told = await LadderPeople.Of(work.Read, ticket, clock, clock.Told, share);
        var due = FirstContact.Calendars.Clock.Read(clock.Turns, hours.Of, work.By.At).Due ?? work.By.At;
        work.Write(Next((clock with { Told = share }).Next(hours.Of)?.At));
        return work.Tickets.Change(ticket, share >= TicketClock.Missed ? Ticket.MissPromise(Clock, ClockModule.Words(clock), share, due, told) : Ticket.NearPromise(Clock, ClockModule.Words(clock), share, due, told));
    }

    private Statement Next(Instant? at) => new("update ticket_clock set next_at = @at where ticket = @ticket and clock = @clock", ("@at", at), ("@ticket", On), ("@clock", Clock));
}
