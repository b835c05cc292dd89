using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FirstContact.Mailboxes;

/// <summary>How long a node keeps a mailbox without saying so again, and how long one that fails is left alone.</summary>
public sealed record FetchTimes(Duration Lease, Func<int, Duration> Pause)
{
    public static readonly FetchTimes Usual = new(Duration.FromSeconds(60), failures => FetchPauses.After(failures, Random.Shared.NextDouble()));
}

/// <summary>
/// Takes mail out of all mailboxes. Each has a lane of its own, so that one whose server is slow, down or full of mail keeps no other waiting. Every node
/// runs one of these; which node has a mailbox stands in its row.
/// </summary>
public sealed class MailboxFetcher(Database database, Journal.Desk desk, Bell bell, IClock clock, MailboxDoor door, TokenEndpoint tokens, FetchTimes times, ILogger<MailboxFetcher> log) : IHostedService, IDisposable
{
    /// <summary>What rings when a mailbox has been read on.</summary>
    public const string Topic = "mailbox-state";

    /// <summary>A password that was wrong is not tried as often as a server that is down: some lock the mailbox then.</summary>
    private const int MoreWhenRefused = 3;

    private static readonly TimeSpan AtLatest = TimeSpan.FromSeconds(2), ToWait = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<MailboxId, Lane> _lanes = [];
    private readonly Alarm _alarm = new();
    private readonly SemaphoreSlim _large = new(1, 1);
    private readonly CancellationTokenSource _closing = new();

    // Of its own and not the bell's: two in one process are two as well.
    private readonly string _node = Guid.NewGuid().ToString("N");
    private Task _work = Task.CompletedTask;

    public Task StartAsync(CancellationToken stop)
    {
        bell.Rang += Wake;
        _work = Task.Run(Watch, CancellationToken.None);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken stop)
    {
        bell.Rang -= Wake;
        await _closing.CancelAsync();
        await _work;
    }

    public void Dispose()
    {
        _closing.Dispose();
        _alarm.Dispose();
        _large.Dispose();
    }

    private async Task Watch()
    {
        while (!_closing.IsCancellationRequested)
        {
            try
            {
                await Look();
                await _alarm.Wait(AtLatest, _closing.Token);
            }
            catch (OperationCanceledException) when (_closing.IsCancellationRequested) { break; }
            catch (Exception e)
            {
                log.LogError(e, "Which mailboxes there are could not be read; it is tried again");
                await Task.Delay(AtLatest, _closing.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        foreach (var lane in _lanes.Values) await lane.End();
    }

    private async Task Look()
    {
        List<MailboxRow> rows;
        await using (var read = await database.Read(_closing.Token)) rows = [.. (await MailboxRow.All(read)).Where(r => r.Active)];
        foreach (var (id, lane) in _lanes)
            if (rows.FirstOrDefault(r => r.Id == id)?.Version != lane.Version && _lanes.TryRemove(id, out _)) await lane.End();
        foreach (var row in rows) _lanes.GetOrAdd(row.Id, _ => new Lane(row.Version, CancellationTokenSource.CreateLinkedTokenSource(_closing.Token), stop => Fetch(row, stop))).Start();
    }

    private async Task Fetch(MailboxRow row, CancellationToken stop)
    {
        var troubles = new Troubles();
        while (!stop.IsCancellationRequested)
        {
            try
            {
                if (!await Claim(row.Id))
                {
                    await Task.Delay((times.Lease / 3).ToTimeSpan(), stop);
                    continue;
                }
                await Hold(row, troubles, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested) { break; }
            catch (Exception e)
            {
                if (e is not ImapException) log.LogError(e, "Fetching from mailbox {Mailbox} broke off; it is tried again", row.Id.Value);
                await Pause(row, e, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        await Write(MailboxRows.Release(row.Id, _node));
    }

    /// <summary>Reads it as long as it is ours: it is said again and again, and who cannot say so any more stops.</summary>
    private async Task Hold(MailboxRow row, Troubles troubles, CancellationToken stop)
    {
        using var ours = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var holding = Renew(row.Id, ours);
        try
        {
            var (client, folder) = await door.Open(row, ours.Token);
            await using (client)
            {
                try { await new MailboxRound(row, client, folder, database, desk, bell, clock, troubles, _large).Run(ToWait, ours.Token); }
                finally { if (stop.IsCancellationRequested) await client.Leave(CancellationToken.None); }
            }
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested) { /* Another node has it now. */ }
        finally
        {
            await ours.CancelAsync();
            await holding;
        }
    }

    private async Task Renew(MailboxId id, CancellationTokenSource ours)
    {
        while (true)
        {
            await Task.Delay((times.Lease / 3).ToTimeSpan(), ours.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (ours.IsCancellationRequested) return;
            try
            {
                if (await Claim(id)) continue;
            }
            catch (Exception e) { log.LogError(e, "Mailbox {Mailbox} could not be kept; it is given up", id.Value); }
            await ours.CancelAsync();
        }
    }

    private async Task Pause(MailboxRow row, Exception e, CancellationToken stop)
    {
        var why = e is ImapException ? e.Message : "The desk itself failed; its log says how.";
        try
        {
            var failures = (await MailboxProgress.Of(database, row.Id, stop)).Failures + 1;
            await Write(MailboxRows.Failed(row.Id, clock.GetCurrentInstant(), why));
            await Write(MailboxRows.Release(row.Id, _node));
            bell.Ring([Topic]);
            if (failures == 1) log.LogWarning("The mailbox {Mailbox} fails: {Why}", row.Details.Name, why);
            var refused = e is ImapException { Refused: true };
            if (refused) tokens.Forget(row.Id);
            await Task.Delay(times.Pause(failures + (refused ? MoreWhenRefused : 0)).ToTimeSpan(), stop);
        }
        catch (Exception worse) when (worse is not OperationCanceledException)
        {
            log.LogError(worse, "How mailbox {Mailbox} fails could not be written", row.Id.Value);
            await Task.Delay(AtLatest, stop);
        }
    }

    private async Task<bool> Claim(MailboxId id)
    {
        var now = clock.GetCurrentInstant();
        return await Write(MailboxRows.Claim(id, _node, now, now + times.Lease));
    }

    /// <summary>Whether it was written; when the desk has too much to write just now, this waits.</summary>
    private async Task<bool> Write(Write write)
    {
        while (true)
        {
            var outcome = await database.Commit([write]);
            if (outcome != Outcome.Busy) return outcome == Outcome.Done;
            await Task.Delay(100);
        }
    }

    private void Wake(IReadOnlyCollection<string> topics)
    {
        if (topics.Contains(Mailbox.Subject) || topics.Contains(Bell.Everything)) _alarm.Ring();
    }

    /// <summary>The reading of one mailbox as it was when it began.</summary>
    private sealed class Lane(int version, CancellationTokenSource ending, Func<CancellationToken, Task> work)
    {
        private readonly Lazy<Task> _work = new(() => Task.Run(() => work(ending.Token)));

        public int Version => version;

        public Lane Start()
        {
            _ = _work.Value;
            return this;
        }

        public async Task End()
        {
            await ending.CancelAsync();
            await _work.Value;
            ending.Dispose();
        }
    }
}
