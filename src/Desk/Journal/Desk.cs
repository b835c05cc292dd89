namespace FirstContact.Journal;

/// <summary>Where every command and query passes: permission, idempotency, the work, one commit, the bell.</summary>
public sealed class Desk(Database database, EventCatalogue catalogue, Bell bell, IClock clock)
{
    // Another writer may come between the loading and the commit. Of those who meet one always gets through, so that many
    // tries serve as many writers at once; each waits a little longer than the time before, and not as long as the next.
    // A key that is taken may be our own request sent twice, or a number drawn elsewhere; a few tries tell.
    private const int TriesWhenStale = 25, TriesWhenTaken = 5;
    private const int LongerEachTime = 3;

    /// <summary>Who is here now.</summary>
    public Presence Presence { get; } = new(bell, clock);

    public async Task<Result<T>> Do<T>(ICommand<T> command, Call call, CancellationToken stop = default)
    {
        if (!call.Caller.May(command.Needs)) return Errors.Forbidden;

        for (var attempt = 1; ; attempt++)
        {
            Result<T> result;
            Outcome outcome;
            IReadOnlyCollection<string> topics;
            try { (result, outcome, topics) = await Try(command, call, stop); }
            catch (BusyException) { return Errors.Busy; }
            if (outcome == Outcome.Done && topics.Count > 0) bell.Ring(topics);
            if (outcome is Outcome.Done) return result;
            if (outcome is Outcome.Busy) return Errors.Busy;
            if (outcome is Outcome.Stale && attempt == TriesWhenStale) return Errors.Stale;
            if (outcome is Outcome.Taken && attempt == TriesWhenTaken) return Errors.Taken;
            await Task.Delay(Random.Shared.Next(attempt * LongerEachTime), stop);
        }
    }

    public async Task<Result<T>> Ask<T>(IQuery<T> query, Caller caller, CancellationToken stop = default)
    {
        if (!caller.May(query.Needs)) return Errors.Forbidden;
        await using var read = await database.Read(stop);
        return await query.Ask(new(read, caller, clock.GetCurrentInstant(), catalogue));
    }

    /// <summary>Writes what follows from the time that has come rather than from somebody's act, and wakes who shows it.</summary>
    internal async Task Follow(IReadOnlyList<Write> writes, CancellationToken stop)
    {
        if (await database.Commit(writes, stop) == Outcome.Done) bell.Ring(writes);
    }

    private async Task<(Result<T>, Outcome, IReadOnlyCollection<string>)> Try<T>(ICommand<T> command, Call call, CancellationToken stop)
    {
        Work work;
        Result<T> result;
        await using (var read = await database.Read(stop))
        {
            work = new Work(read, call, clock.GetCurrentInstant(), catalogue);
            if (await Idempotency.Earlier(work, command) is { } earlier) return (earlier, Outcome.Done, []);
            result = await command.Do(work);
        }

        if (result.Error is not null || work.Writes.Count == 0) return (result, Outcome.Done, []);
        Idempotency.Remember(work, command, result.Value!);
        return (result, await database.Commit(work.Writes, stop), work.Topics);
    }
}
