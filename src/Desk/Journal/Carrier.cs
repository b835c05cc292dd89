using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FirstContact.Journal;

/// <summary>
/// Carries out of the house what is due. What is due lies in rows, and each lane is carried by itself, so that one which is slow keeps no other waiting. Every node
/// runs one: an attempt belongs to whoever claims it.
/// </summary>
/// <param name="topic">What rings when something may be due.</param>
public abstract class Carrier(Database database, Bell bell, string topic, ILogger log) : IHostedService, IDisposable
{
    private static readonly TimeSpan AtLatest = TimeSpan.FromSeconds(1), ToFinish = TimeSpan.FromSeconds(5), WhenBusy = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<long, Task> _lanes = [];
    private readonly Alarm _alarm = new();
    private readonly CancellationTokenSource _closing = new(), _stop = new();
    private Task _work = Task.CompletedTask;

    /// <summary>The desk is closing: nothing more is begun.</summary>
    protected CancellationToken Closing => _closing.Token;

    /// <summary>What is on its way is broken off.</summary>
    protected CancellationToken Stop => _stop.Token;

    protected Database Database => database;

    protected Bell Bell => bell;

    /// <summary>The lanes in which something is due.</summary>
    protected abstract Task<List<long>> Lanes();

    /// <summary>Carries all that is due in one lane.</summary>
    protected abstract Task Carry(long lane);

    public virtual Task StartAsync(CancellationToken stop)
    {
        bell.Rang += Wake;
        _work = Task.Run(Watch, CancellationToken.None);
        return Task.CompletedTask;
    }

    /// <summary>What is on its way may arrive; what does not within some seconds is broken off and due again at once.</summary>
    public virtual async Task StopAsync(CancellationToken stop)
    {
        bell.Rang -= Wake;
        await _closing.CancelAsync();
        _stop.CancelAfter(ToFinish);
        await _work;
    }

    public void Dispose()
    {
        _closing.Dispose();
        _stop.Dispose();
        _alarm.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Sends all that is due now, and comes back when that is done.</summary>
    public async Task SendDue() => await Task.WhenAll((await Lanes()).Select(Carry));

    /// <summary>Whether it was written. When the desk has too much to write just now, this waits: it is in no hurry.</summary>
    protected async Task<bool> Write(params IReadOnlyList<Write> writes)
    {
        while (true)
        {
            var outcome = await database.Commit(writes);
            if (outcome != Outcome.Busy) return outcome == Outcome.Done;
            await Task.Delay(WhenBusy);
        }
    }

    private async Task Watch()
    {
        while (!_closing.IsCancellationRequested)
        {
            try
            {
                foreach (var lane in await Lanes())
                    if (!_lanes.ContainsKey(lane)) _lanes[lane] = Task.Run(() => Watched(lane));
                await _alarm.Wait(AtLatest, _closing.Token);
            }
            catch (OperationCanceledException) when (_closing.IsCancellationRequested) { break; }
            catch (Exception e)
            {
                log.LogError(e, "What is due could not be read; it is tried again");
                await Task.Delay(AtLatest, _closing.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        await Task.WhenAll(_lanes.Values);
    }

    private async Task Watched(long lane)
    {
        try { await Carry(lane); }
        catch (OperationCanceledException) when (_closing.IsCancellationRequested) { /* The desk is closing. */ }
        catch (Exception e) { log.LogError(e, "Sending in lane {Lane} broke off; what is due is tried again", lane); }
        finally { _lanes.TryRemove(lane, out _); }
    }

    private void Wake(IReadOnlyCollection<string> topics)
    {
        if (topics.Contains(topic)) _alarm.Ring();
    }
}
