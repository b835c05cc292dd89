using FirstContact.Mail;

namespace FirstContact.Mailboxes;

/// <summary>
/// One connection with a mailbox, for as long as it lasts. A message is stored before the server hears that it was taken, and how far one has come is written in
/// between: so wherever this ends, the next connection goes on from there, and what is fetched twice is known by its bytes.
/// </summary>
internal sealed class MailboxRound(MailboxRow row, ImapClient client, ImapFolder folder, Database database, Journal.Desk desk, Bell bell, IClock clock, Troubles troubles, SemaphoreSlim large)
{
    /// <summary>What is changed on the server, and written here, at once.</summary>
    private const int Batch = 25;

    /// <summary>A message that is larger than this is fetched only while no other such is, whichever mailbox it is in: so memory stays bounded.</summary>
    private const long Large = 4L * 1024 * 1024;

    // What a server says of a size is not always what it sends.
    private const long Slack = 1024 * 1024;

    private static readonly Duration AsideFirst = Duration.FromMinutes(10), AsideLongest = Duration.FromHours(6);
    private static readonly Call Itself = new(Caller.Desk, "mailbox");

    private MailboxId Id => row.Id;

    private long Largest => row.Details.LargestMegabytes * 1024L * 1024;

    /// <summary>Takes what is there, and then waits for more, until it is stopped or something breaks.</summary>
    public async Task Run(TimeSpan atLatest, CancellationToken stop)
    {
        await Begin(stop);
        while (true)
        {
            await Take(stop);
            await client.Wait(await NextDue(atLatest, stop), stop);
        }
    }

    /// <summary>Takes what is there now.</summary>
    public async Task Take(CancellationToken stop)
    {
        await Act(await MailboxRows.Kept(database, Id, folder.Validity, stop), stop);
        var progress = await MailboxProgress.Of(database, Id, stop);
        var found = await client.Search(progress.Uid + 1, progress.Since?.InUtc().Date, stop);
        await Write([MailboxRows.Contacted(Id, clock.GetCurrentInstant(), found.Count)]);
        for (var done = 0; done < found.Count; done += Batch) await Take(found.GetRange(done, Math.Min(Batch, found.Count - done)), found.Count - done, stop);
        foreach (var (uid, attempts) in await MailboxRows.Due(database, Id, folder.Validity, clock.GetCurrentInstant(), stop)) await TakeAside(uid, attempts, stop);
        await Write([MailboxRows.Well(Id, clock.GetCurrentInstant())]);
        Ring();
    }

    /// <summary>What the numbers of this folder mean, and where to begin.</summary>
    internal async Task Begin(CancellationToken stop)
    {
        var (was, now) = (await MailboxProgress.Of(database, Id, stop), clock.GetCurrentInstant());
        if (was.Folder == row.Details.Folder && was.Validity == folder.Validity) return;
        if (was.Folder != row.Details.Folder || was.StartedAt is not { } started)
        {
            var from = row.Details.TakeOld ? 0 : folder.Next > 0 ? folder.Next - 1 : (await client.Search(1, null, stop)).LastOrDefault();
            await Write(MailboxRows.Begin(Id, row.Details.Folder, folder.Validity, from, now, null));
        }
        else
            // The numbers mean something else: all is looked at again, and what was taken is known by its bytes. What was there before the desk came is left, by its day.
            await Write(MailboxRows.Begin(Id, row.Details.Folder, folder.Validity, 0, started, row.Details.TakeOld ? null : started - Duration.FromDays(1)));
    }

    private async Task Take(List<long> uids, int waiting, CancellationToken stop)
    {
        var known = (await client.Look(uids, stop)).ToDictionary(l => l.Uid);
        var (writes, kept, upTo) = (new List<Write>(), new List<long>(), 0L);
        try
        {
            foreach (var uid in uids)
            {
                if (known.TryGetValue(uid, out var line) && !line.Deleted && await Keep(line, writes, stop)) kept.Add(uid);
                upTo = uid;
            }
        }
        finally
        {
            // Even when it broke off: what is stored is stored.
            if (upTo > 0)
            {
                var now = clock.GetCurrentInstant();
                writes.AddRange(kept.Select(uid => MailboxRows.Leave(Id, folder.Validity, uid, LeftState.Kept, known[uid].Size, 0, now, null, null)));
                await Write([.. writes, MailboxRows.Advance(Id, upTo, kept.Count, now, waiting - uids.IndexOf(upTo) - 1)]);
                Ring();
            }
        }
        await Act(kept, stop);
    }

    /// <returns>Whether it is stored now; what is left of it otherwise is among the writes.</returns>
    private async Task<bool> Keep(ImapLine line, List<Write> writes, CancellationToken stop)
    {
        if (line.Size > Largest)
        {
            writes.Add(Left(line, LeftState.Large, 0, "It is larger than is taken from this mailbox."));
            return false;
        }
        try
        {
            var (there, no) = await Store(line, stop);
            troubles.Over(line.Uid);
            if (no is not null) writes.Add(Left(line, LeftState.Aside, 1, no.Message));
            return there && no is null;
        }
        catch (ImapException e) when (troubles.TooMany(line.Uid))
        {
            // Always at the same message: the others are not to wait for it. The connection is broken, but the next one begins behind it.
            writes.Add(Left(line, LeftState.Aside, 1, e.Message));
            return false;
        }
    }

    private async Task TakeAside(long uid, int attempts, CancellationToken stop)
    {
        var line = (await client.Look([uid], stop)).FirstOrDefault();
        if (line is null || line.Deleted)
        {
            await Write([MailboxRows.Done(database, Id, folder.Validity, [uid])]);
            return;
        }
        if (line.Size > Largest)
        {
            await Write([Left(line, LeftState.Large, 0, "It is larger than is taken from this mailbox.")]);
            return;
        }
        // Counted before it is tried: should it break the connection again, the others come first.
        await Write([Left(line, LeftState.Aside, attempts + 1, null)]);
        var (there, no) = await Store(line, stop);
        await Write([no is not null ? Left(line, LeftState.Aside, attempts + 1, no.Message) : there ? MailboxRows.Leave(Id, folder.Validity, uid, LeftState.Kept, line.Size, 0, clock.GetCurrentInstant(), null, null) : MailboxRows.Done(database, Id, folder.Validity, [uid])]);
        if (there && no is null) await Act([uid], stop);
    }

    private async Task<(bool There, Error? No)> Store(ImapLine line, CancellationToken stop)
    {
        var alone = line.Size > Large;
        if (alone) await large.WaitAsync(stop);
        try
        {
            return await client.Fetch(line.Uid, Math.Min(line.Size + Slack, Largest + Slack), stop) is { } raw ? (true, await Store(raw, stop)) : (false, null);
        }
        finally
        {
            if (alone) large.Release();
        }
    }

    private async Task<Error?> Store(ReadOnlyMemory<byte> raw, CancellationToken stop)
    {
        // When the desk has too much to write just now, this waits: it is in no hurry.
        while (true)
        {
            var no = (await desk.Do(new KeepMail(raw, MailVia.Mailbox, Id) { Team = row.Details.Team?.Id, Class = row.Details.Class?.Id, Unknown = row.Details.Unknown }, Itself, stop)).Error;
            if (no is not { Kind: ErrorKind.Busy or ErrorKind.Stale }) return no;
            await Task.Delay(100, stop);
        }
    }

    private async Task Act(IReadOnlyList<long> uids, CancellationToken stop)
    {
        foreach (var some in uids.Chunk(Batch * 4))
        {
            await (row.Details.After switch
            {
                MailAfter.Move => client.Move(some, row.Details.MoveTo!, stop),
                MailAfter.Delete => client.Delete(some, stop),
                _ => client.MarkRead(some, stop),
            });
            await Write([MailboxRows.Done(database, Id, folder.Validity, some)]);
        }
    }

    private Statement Left(ImapLine line, LeftState state, int attempts, string? why)
    {
        var now = clock.GetCurrentInstant();
        return MailboxRows.Leave(Id, folder.Validity, line.Uid, state, line.Size, attempts, now, state == LeftState.Aside ? now + Duration.Min(AsideFirst * Math.Max(1, attempts), AsideLongest) : null, why);
    }

    private async Task<TimeSpan> NextDue(TimeSpan atLatest, CancellationToken stop)
    {
        await using var read = await database.Read(stop);
        var next = await read.One("select min(next_at) from mailbox_message where mailbox = @id and validity = @validity and state = 'Aside'", r => r.InstantOrNull(0), ("@id", Id), ("@validity", folder.Validity));
        return next is { } due && (due - clock.GetCurrentInstant()).ToTimeSpan() is var wait && wait < atLatest ? wait > TimeSpan.FromSeconds(1) ? wait : TimeSpan.FromSeconds(1) : atLatest;
    }

    private void Ring() => bell.Ring([MailboxFetcher.Topic]);

    // Not to be broken off: what was done is to be written down.
    private async Task Write(IReadOnlyList<Write> writes)
    {
        while (await database.Commit(writes) == Outcome.Busy) await Task.Delay(100);
    }
}

/// <summary>At which message it broke off, and how often in a row: remembered from one connection to the next.</summary>
internal sealed class Troubles
{
    private const int Often = 3;
    private long _uid;
    private int _times;

    public bool TooMany(long uid)
    {
        (_uid, _times) = (uid, _uid == uid ? _times + 1 : 1);
        return _times >= Often;
    }

    public void Over(long uid)
    {
        if (_uid == uid) _times = 0;
    }
}
