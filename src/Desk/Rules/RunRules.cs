using FirstContact.Journal;

namespace FirstContact.Rules;

/// <summary>Runs what is due, ticket by ticket in the order in which it was queued. A run is taken by one node for a while; should that one die, another takes it.</summary>
internal static class RunRules
{
    private const int Batch = 200, MostAttempts = 5;
    private static readonly Duration Taken = Duration.FromMinutes(1), Soon = Duration.FromSeconds(1), WhenBroken = Duration.FromSeconds(20);

    public static async Task Run(Journal.Desk desk, Database database, IClock clock, CancellationToken stop)
    {
        Exception? broken = null;
        var settled = 1;
        while (settled > 0 && !stop.IsCancellationRequested)
        {
            settled = 0;
            foreach (var due in await Next(database, clock.GetCurrentInstant(), stop))
            {
                if (!await Take(database, due, clock.GetCurrentInstant() + Taken, stop)) continue;
                try
                {
                    var result = await desk.Do(new RunRule(due.Id), new(Caller.Desk, RuleCause.Of(due.Rule, due.Id)), stop);
                    if (result.Error is null) settled++;
                    else await database.Commit([new Statement("update rule_due set next_at = @soon where id = @id", ("@id", due.Id), ("@soon", clock.GetCurrentInstant() + Soon))], stop);
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    broken ??= e;
                    await Broke(desk, database, due, e, clock.GetCurrentInstant(), stop);
                }
            }
        }
        if (broken is not null) throw new InvalidOperationException("A rule broke in its run; it is tried again, and stopped when that does not help.", broken);
    }

    private static async Task<IReadOnlyList<Taking>> Next(Database database, Instant now, CancellationToken stop)
    {
        await using var read = await database.Read(stop);
        // Of one ticket only the first: what comes behind it may depend on what it does.
        return await read.List($"""
            select d.id, d.rule, d.next_at, d.attempts from rule_due d
            where d.next_at <= @now and not exists (select 1 from rule_due e where e.ticket = d.ticket and e.id < d.id) order by d.id limit {Batch}
            """, r => new Taking(r.GetInt64(0), new(r.GetInt64(1)), r.Instant(2), r.GetInt32(3)), ("@now", now));
    }

    private static async Task<bool> Take(Database database, Taking due, Instant until, CancellationToken stop) => await database.Commit(
        [new Statement("update rule_due set next_at = @until where id = @id and next_at = @was", ("@id", due.Id), ("@until", until), ("@was", due.NextAt)) { MustMeetOneRow = true }], stop) == Outcome.Done;

    private static async Task Broke(Journal.Desk desk, Database database, Taking due, Exception why, Instant now, CancellationToken stop)
    {
        if (due.Attempts + 1 >= MostAttempts) await desk.Do(new StopRule(due.Rule, $"It broke in its run: {why.Message}"), new(Caller.Desk, RuleCause.Of(due.Rule, due.Id)), stop);
        else await database.Commit([new Statement("update rule_due set attempts = attempts + 1, next_at = @later where id = @id", ("@id", due.Id), ("@later", now + WhenBroken))], stop);
    }

    private sealed record Taking(long Id, RuleId Rule, Instant NextAt, int Attempts);
}
