using FirstContact.Agreements;
using FirstContact.Calendars;
using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Clocks;

/// <summary>
/// Keeps the clocks of tickets. A ticket that has moved is counted anew from all of its history; other hours and other agreements have the tickets that they touch
/// counted anew in small parts afterwards.
/// </summary>
public sealed class KeepClocks : Subscriber
{
    public override string Name => "clocks";
    public override string Title => "Keeps the clocks of what was promised";
    public override int Batch => 1000;

    public override async Task<IEnumerable<Write>> Rows(Reader read, IReadOnlyList<Entry> entries)
    {
        var writes = new List<Write>();
        foreach (var entry in entries)
            switch (entry.Event)
            {
                case CalendarRedrawn or CalendarDaySet or CalendarDayTaken or CalendarDaysImported or CalendarHolidaysTaken:
                    writes.Add(ClockRows.Anew("ticket, @at from ticket_clock where calendar = @calendar and ended_at is null", entry.At, ("@calendar", entry.Key)));
                    break;
                case UnitChanged e when e.From.Zone != e.To.Zone:
                    writes.Add(ClockRows.Anew("c.ticket, @at from person p join ticket t on t.customer = p.id join ticket_clock c on c.ticket = t.id where p.unit = @unit and c.ended_at is null", entry.At, ("@unit", entry.Key)));
                    break;
                case TeamChanged e when e.From.Zone != e.To.Zone:
                    writes.Add(ClockRows.Anew("ticket, @at from ticket_clock where kind = 'Operational' and ended_at is null", entry.At));
                    break;
                // What came since its first moment is promised it; what is open then, where it says so, is looked for when the moment has come.
                case AgreementAgreed { Signed: { } signed }:
                    writes.Add(ClockRows.Anew("id, @at from ticket where opened_at >= @from", entry.At, ("@from", signed.From)));
                    if (signed.ForOpen) writes.Add(ClockRows.AllOpen(signed.From > entry.At ? signed.From : entry.At));
                    break;
            }
        var tickets = entries.Where(e => e.Subject == Ticket.Subject).Select(e => e.Key).ToHashSet();
        if (tickets.Count == 0) return writes;
        // A desk on which nothing is promised counts nothing.
        if (!(await read.Promises()).All.Any()) return writes;
        var now = entries.Max(e => e.At);
        return [.. writes, .. ClockRows.Of(read.Database, await ClockModule.Of(read, DeskModule.Catalogue, tickets, now), await read.Hours(), now, await ClockRows.Shown(read, tickets))];
    }

    public override Statement? Forget(Database database) => ClockRows.Forget(database);
}
