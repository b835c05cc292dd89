using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FirstContact.Journal;

/// <summary>
/// Keeps one subscriber reading. Every node runs one; the position is moved first in the batch and must still be where it
/// was, so of two nodes that read the same entries one commits and the other writes nothing. An entry that cannot be
/// turned into rows stops the subscriber and is named in its row: passing over it would be a silent loss.
/// </summary>
public sealed class SubscriberRunner(Subscriber subscriber, Database database, JournalTail journal, Bell bell, ILogger<SubscriberRunner> log) : BackgroundService
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(20), AtLatest = TimeSpan.FromSeconds(1), WhenPoisoned = TimeSpan.FromSeconds(10);
    private readonly Alarm _alarm = new();

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        bell.Rang += Wake;
        var wait = Soon;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var entries = await ReadOn(stop);
                if (entries > 0 && entries < subscriber.Batch) await Waited(subscriber.Gathers, stop);
                // What rang may not be settled yet: look again soon, then ever less often.
                wait = entries > 0 || await _alarm.Wait(wait, stop) ? Soon : wait * 2 < AtLatest ? wait * 2 : AtLatest;
            }
            catch (PoisonException poison) when (!stop.IsCancellationRequested)
            {
                log.LogError(poison, "{Subscriber} cannot pass the entry at {Position} and waits there", subscriber.Name, poison.At);
                await Waited(WhenPoisoned, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested) { break; }
            catch (Exception e) when (!stop.IsCancellationRequested)
            {
                log.LogError(e, "{Subscriber} stumbled and tries again", subscriber.Name);
                await Waited(AtLatest, stop);
            }
        }
        bell.Rang -= Wake;
    }

    /// <summary>One batch; answers how many entries there were.</summary>
    /// <exception cref="PoisonException">One entry, alone, could not be turned into rows.</exception>
    public async Task<int> ReadOn(CancellationToken stop = default)
    {
        var last = await Position(stop);
        try
        {
            return await ReadOn(last, subscriber.Batch, stop);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            if (subscriber.Batch > 1) log.LogWarning(e, "{Subscriber} goes on entry by entry after {Position}", subscriber.Name, last);
        }

        try
        {
            return await ReadOn(last, 1, stop);
        }
        catch (Exception e) when (e is not (OperationCanceledException or BusyException))
        {
            await database.Commit([new Statement("update subscriber set poison = @why where name = @name", ("@why", $"{last}: {e.Message}"), ("@name", subscriber.Name))], stop);
            throw new PoisonException(last, e);
        }
    }

    /// <summary>Forgets what it made and starts again at the first entry.</summary>
    public async Task<bool> Replay(CancellationToken stop = default)
    {
        if (subscriber.Forget(database) is not { } forget) return false;
        await database.Commit([
            forget,
            new Statement("delete from subscriber where name = @name", ("@name", subscriber.Name)),
        ], stop);
        return true;
    }

    private async Task<Position> Position(CancellationToken stop)
    {
        // Never a second connection while one is held: on a new desk all subscribers come by here at once, and would wait for each other.
        await using (var read = await database.Read(stop))
        {
            var known = await read.List("select \"transaction\", position from subscriber where name = @name", r => new Position(r.GetInt64(0), r.GetInt64(1)), ("@name", subscriber.Name));
            if (known.Count > 0) return known[0];
        }
        await database.Commit([new Statement("insert into subscriber (name) values (@name) on conflict do nothing", ("@name", subscriber.Name))], stop);
        return Journal.Position.Start;
    }

    private async Task<int> ReadOn(Position last, int most, CancellationToken stop)
    {
        var entries = await journal.After(last, most, stop);
        if (entries.Count == 0) return 0;
        List<Write> rows;
        await using (var read = await database.Read(stop)) rows = [.. await subscriber.Rows(read, entries)];

        var outcome = await database.Commit([.. database.Unhurried, Move(last, entries[^1].Position), .. rows], stop);
        if (outcome == Outcome.Done) bell.Ring(rows);
        return outcome == Outcome.Taken ? throw new InvalidOperationException("It collides with rows of its own.") : entries.Count;
    }

    private Statement Move(Position from, Position to) => new("""
        update subscriber set "transaction" = @toTransaction, position = @toPosition, poison = null
        where name = @name and "transaction" = @transaction and position = @position
        """,
        ("@toTransaction", to.Transaction), ("@toPosition", to.Number), ("@name", subscriber.Name),
        ("@transaction", from.Transaction), ("@position", from.Number)) { MustMeetOneRow = true };

    private static async Task Waited(TimeSpan time, CancellationToken stop)
    {
        try { await Task.Delay(time, stop); }
        catch (OperationCanceledException) { /* The desk is closing: the loop sees it. */ }
    }

    private void Wake(IReadOnlyCollection<string> _) => _alarm.Ring();
}

public sealed class PoisonException(Position at, Exception why) : Exception($"The entry after {at} cannot be read on: {why.Message}", why)
{
    public Position At => at;
}
