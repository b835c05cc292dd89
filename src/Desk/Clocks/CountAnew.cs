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
            // The moment of a version for open tickets has come: these are the ones.
            if (due[0].Ticket == 0)
            {
                await database.Commit([ClockRows.Anew("id, @at from ticket where status in ('New', 'InProgress', 'Waiting')", due[0].At), new Statement("delete from clock_anew where ticket = 0 and at = @at", ("@at", due[0].At))], stop);
                continue;
            }
            var which = due.Where(d => d.Ticket != 0).Select(d => d.Ticket).ToHashSet();
            var (counted, tickets) = (await ClockModule.Of(read, DeskModule.Catalogue, which, now), database.Ids(which));
            await desk.Follow([.. ClockRows.Of(database, counted, await read.Hours(), now, await ClockRows.Shown(read, which)), new Statement($"delete from clock_anew where at <= @now and ticket {database.IsAmong("@tickets")}", ("@now", now), ("@tickets", tickets))], stop);
            await Again(database, counted, now, stop);
            if (due.Count < Part) return;
        }
    }

    /// <summary>Something happened on a ticket while it was counted, and its rows may be older than what the subscriber had written: once more.</summary>
    private static async Task Again(Database database, IReadOnlyList<CountedTicket> counted, Instant now, CancellationToken stop)
    {
        await using var read = await database.Read(stop);
        var versions = counted.ToDictionary(c => c.Ticket.Id.Value, c => c.Ticket.Version);
        var moved = (await read.List($"select id, version from ticket where id {database.IsAmong("@tickets")}", r => (Id: r.GetInt64(0), Version: r.GetInt32(1)), ("@tickets", database.Ids(versions.Keys)))).Where(t => t.Version != versions[t.Id]).Select(t => t.Id).ToList();
        if (moved.Count > 0) await database.Commit([ClockRows.Anew($"id, @at from ticket where id {database.IsAmong("@tickets")}", now, ("@tickets", database.Ids(moved)))], stop);
    }
}
