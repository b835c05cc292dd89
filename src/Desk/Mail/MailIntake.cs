using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FirstContact.Mail;

/// <summary>Takes mail in as it comes: whenever the journal says that some was kept, and every second in case nobody rang.</summary>
public sealed class MailIntake(TakeInWaiting waiting, Bell bell, ILogger<MailIntake> log) : BackgroundService
{
    private static readonly TimeSpan AtLatest = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim _rung = new(0, 1);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        bell.Rang += Wake;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await waiting.Run(bell.Node, stop);
                await _rung.WaitAsync(AtLatest, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested) { break; }
            catch (Exception e)
            {
                log.LogError(e, "Mail that waits could not be read; it is tried again");
                await Task.Delay(AtLatest, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        bell.Rang -= Wake;
    }

    public override void Dispose()
    {
        _rung.Dispose();
        base.Dispose();
    }

    private void Wake(IReadOnlyCollection<string> topics)
    {
        if (!topics.Contains(KeptMail.Subject) && !topics.Contains(Bell.Everything)) return;
        try { _rung.Release(); }
        catch (SemaphoreFullException) { /* It is awake already. */ }
        catch (ObjectDisposedException) { /* The desk is closing. */ }
    }
}
