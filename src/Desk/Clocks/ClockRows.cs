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

    /// <summary>All clocks of these tickets, in the place of those that were there, and on each ticket what is due next.</summary>
    /// <param name="shown">How they stood before: screens on which something stands otherwise now are told.</param>
    public static IEnumerable<Write> Of(Database database, IReadOnlyCollection<CountedTicket> counted, CalendarHours hours, Instant now, ILookup<long, ShownRow> shown)
    {
        if (counted.Count == 0) yield break;
        // The subscriber and the job may count one ticket at the same time: they write one after the other.
        if (database is Postgres) yield return new Statement("select pg_advisory_xact_lock(72110503)");
        var tickets = database.Ids(counted.Select(c => c.Ticket.Id.Value));
        var rows = counted.Select(c => (Ticket: c.Ticket.Id.Value, Clocks: c.Clocks.Select(k => Row(c.Ticket, k, hours, now)).ToList())).ToList();
        yield return new Statement($"delete from ticket_clock where ticket {database.IsAmong("@tickets")}", ("@tickets", tickets));
        if (rows.Any(r => r.Clocks.Count > 0)) yield return new Rows("ticket_clock", Columns, [.. rows.SelectMany(r => r.Clocks)]);
        var moved = rows.Where(r => !r.Clocks.Select(ShownRow.Of).ToHashSet().SetEquals(shown[r.Ticket])).Select(r => r.Ticket).ToList();
        // What is due the soonest of all that runs, else one of those that stand still. Most tickets stay as they are and are not written.
        yield return new Statement($"""
            update ticket set next_due = n.due_at, due_clock = n.clock
            from (select t.id, {Next("due_at")}, {Next("clock")} from ticket t where t.id {database.IsAmong("@tickets")}) n
            where n.id = ticket.id and (ticket.next_due is distinct from n.due_at or ticket.due_clock is distinct from n.clock)
            """, ("@tickets", tickets)) { Rings = moved.Count == 0 ? [] : [Ticket.Subject, .. moved.Select(t => $"{Ticket.Subject}/{t}")] };
    }

    // One look each at the few clocks of a ticket: what PostgreSQL knows of the table is always older than what was just written, and a plan for all of it reads all of it.
    private static string Next(string column) => $"(select c.{column} from ticket_clock c where c.ticket = t.id and c.ended_at is null order by c.due_at is null, c.due_at, c.clock limit 1) as {column}";

    /// <summary>What screens show of the clocks of these tickets, as it stands.</summary>
    public static async Task<ILookup<long, ShownRow>> Shown(Reader read, IReadOnlyCollection<long> tickets) => (await read.List(
        $"select ticket, clock, state, outcome, due_at, told, cause from ticket_clock where ticket {read.Database.IsAmong("@tickets")}",
        r => (Ticket: r.GetInt64(0), Row: new ShownRow(r.GetString(1), r.Word<ClockState>(2), r.Word<ClockOutcome>(3), r.InstantOrNull(4) is { } due ? Data.Columns.Micros(due) : null, r.GetInt32(5), r.WordOrNull<MissCause>(6))),
        ("@tickets", read.Database.Ids(tickets)))).ToLookup(r => r.Ticket, r => r.Row);

    /// <summary>Nothing runs any more, for all that is known: all is counted from the beginning.</summary>
    public static Statement Forget(Database database) => new(database.Sql(
        "delete from ticket_clock; delete from clock_anew; update ticket set next_due = null, due_clock = null where due_clock is not null;",
        "with clocks as (delete from ticket_clock), anew as (delete from clock_anew) update ticket set next_due = null, due_clock = null where due_clock is not null"));

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

    /// <param name="Due">In microseconds, as it is kept.</param>
    internal sealed record ShownRow(string Clock, ClockState State, ClockOutcome Outcome, long? Due, int Told, MissCause? Cause)
    {
        public static ShownRow Of(object?[] row) => new((string)row[1]!, (ClockState)row[9]!, (ClockOutcome)row[10]!, row[12] is Instant due ? Data.Columns.Micros(due) : null, (int)row[18]!, (MissCause?)row[19]);
    }
}
