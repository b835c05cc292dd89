using FirstContact.Tickets;

namespace FirstContact.Clocks;

/// <summary>Finds the clocks whose ladder has something to say, the longest due first, and has it told. Every node looks; of two that tell at once one does.</summary>
internal static class Sweep
{
    private const int MostAtOnce = 200, Together = 8;
    private static readonly Call Timer = new(Caller.Desk, "clocks");

    public static async Task Run(Journal.Desk desk, Database database, IClock clock, CancellationToken stop)
    {
        var (due, done) = (await Due(database, clock.GetCurrentInstant(), stop), 0);
        for (; due.Count > 0; due = due.Count < MostAtOnce || done == 0 ? [] : await Due(database, clock.GetCurrentInstant(), stop))
        {
            done = 0;
            // One ticket after the other where several of its clocks are due: they would stand in each other's way.
            await Parallel.ForEachAsync(due.GroupBy(d => d.Ticket), new ParallelOptions { MaxDegreeOfParallelism = Together, CancellationToken = stop }, async (ticket, token) =>
            {
                foreach (var (id, key) in ticket)
                    if ((await desk.Do(new TellPromise(id, key), Timer, token)).Error is null) Interlocked.Increment(ref done);
            });
        }
    }

    private static async Task<List<(TicketId Ticket, string Clock)>> Due(Database database, Instant now, CancellationToken stop)
    {
        await using var read = await database.Read(stop);
        return await read.List($"select ticket, clock from ticket_clock where next_at <= @now order by next_at limit {MostAtOnce}", r => (new TicketId(r.GetInt64(0)), r.GetString(1)), ("@now", now));
    }
}
