using FirstContact.Calendars;

namespace FirstContact.Clocks;

/// <summary>Counts tickets anew whose hours or agreement have changed, a part at a time. Several nodes may count one ticket: they count the same.</summary>
internal static class CountAnew
{
    private const int Part = 200, MostParts = 20;

    public static async Task Run(Journal.Desk desk, Database database, IClock clock, CancellationToken stop)
    {
        for (var part = 0; part < MostParts && !stop.IsCancellationRequested; part++)
        {
            var now = clock.GetCurrentInstant();
            await using var read = await database.Read(stop);
            var due = await read.List($"select ticket, at from clock_anew where at <= @now order by at, ticket limit {Part}", r => (Ticket: r.GetInt64(0), At: r.Instant(1)), ("@now", now));
            if (due.Count == 0) return;
            var counted = await ClockModule.Of(read, DeskModule.Catalogue, due.Select(d => d.Ticket).ToHashSet(), now);
            var tickets = database.Ids(due.Select(d => d.Ticket).Distinct());
            await database.Commit([.. ClockRows.Of(database, counted, await read.Hours(), now), new Statement($"delete from clock_anew where at <= @now and ticket {database.IsAmong("@tickets")}", ("@now", now), ("@tickets", tickets))], stop);
            if (due.Count < Part) return;
        }
    }
}
