using FirstContact.Agreements;
using FirstContact.Calendars;
using FirstContact.Tickets;

namespace FirstContact.Clocks;

/// <summary>The only SQL that writes the clocks of tickets.</summary>
internal static class ClockRows
{
    private static readonly string[] Columns =
    [
        "ticket", "clock", "kind", "measure", "agreement", "version", "clause", "calendar", "priority", "state", "outcome", "began_at", "due_at", "ended_at", "decided_at", "target", "worked", "next_at", "told", "cause", "words",
    ];

    /// <summary>All clocks of these tickets, in the place of those that were there.</summary>
    public static IEnumerable<Write> Of(Database database, IReadOnlyCollection<CountedTicket> counted, CalendarHours hours, Instant now)
    {
        if (counted.Count == 0) yield break;
        // The subscriber and the job may count one ticket at the same time: they write one after the other.
        if (database is Postgres) yield return new Statement("select pg_advisory_xact_lock(72110503)");
        yield return new Statement($"delete from ticket_clock where ticket {database.IsAmong("@tickets")}", ("@tickets", database.Ids(counted.Select(c => c.Ticket.Id.Value))));
        var rows = counted.SelectMany(c => c.Clocks.Select(k => Row(c.Ticket, k, hours, now))).ToList();
        if (rows.Count > 0) yield return new Rows("ticket_clock", Columns, rows);
    }

    private static object?[] Row(Ticket ticket, TicketClock c, CalendarHours hours, Instant now)
    {
        var reading = Clock.Read(c.Turns, hours.Of, now > c.Turns[^1].At ? now : c.Turns[^1].At);
        // The sweep says when a clock that runs is late; what it has said stays, whatever it was by.
        var outcome = c.Told >= TicketClock.Missed ? ClockOutcome.Missed : c.EndedAt is null && c.Outcome(reading) == ClockOutcome.Missed ? ClockOutcome.Open : c.Outcome(reading);
        return
        [
            ticket.Id, c.Key.ToString(), c.Key.Kind, c.Key.Measure, c.Promise.Of.Agreement, c.Promise.Of.Version, c.Promise.Clause.No, c.Promise.Clause.Hours.Id, ticket.Priority.Rank, c.State, outcome,
            c.BeganAt, reading.Due, c.EndedAt, outcome switch { ClockOutcome.Missed => reading.Due ?? c.EndedAt ?? now, ClockOutcome.Kept => c.EndedAt, _ => null }, Micros(c.Promise.Clause.Within), Micros(reading.Worked),
            c.Next(hours.Of)?.At, c.Told, c.Explained?.Cause, c.Explained?.Words,
        ];
    }

    /// <summary>Tickets are counted anew from a moment on.</summary>
    public static Statement Anew(string which, Instant at, params (string, object?)[] args) =>
        new($"insert into clock_anew (ticket, at) select distinct {which} on conflict do nothing", [("@at", at), .. args]);

    /// <summary>All tickets that are open at that moment are counted anew then: it stands as a ticket that there is not.</summary>
    public static Statement AllOpen(Instant at) => new("insert into clock_anew (ticket, at) values (0, @at) on conflict do nothing", ("@at", at));

    private static long Micros(Duration duration) => (long)(duration.TotalTicks / 10);
}
