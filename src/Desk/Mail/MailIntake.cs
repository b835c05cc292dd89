using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FirstContact.Mail;

/// <summary>Takes mail in as it comes: whenever the journal says that some was kept, and every second in case nobody rang.</summary>
public sealed class MailIntake(TakeInWaiting waiting, Bell bell, ILogger<MailIntake> log) : IHostedService, IDisposable
{
    private static readonly TimeSpan AtLatest = TimeSpan.FromSeconds(1);
    private readonly Alarm _alarm = new();
    private readonly CancellationTokenSource _closing = new();
    private Task _work = Task.CompletedTask;

    public Task StartAsync(CancellationToken stop)
    {
        bell.Rang += Wake;
        _work = Task.Run(Watch, CancellationToken.None);
        return Task.CompletedTask;
    }

    /// <summary>The message that is being taken in is finished; the others wait.</summary>
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
    }

    private async Task Watch()
    {
        while (!_closing.IsCancellationRequested)
        {
            try
            {
                await waiting.Run(bell.Node, _closing.Token);
                await _alarm.Wait(AtLatest, _closing.Token);
            }
            catch (OperationCanceledException) when (_closing.IsCancellationRequested) { break; }
            catch (Exception e)
            {
                log.LogError(e, "Mail that waits could not be read; it is tried again");
                await Task.Delay(AtLatest, _closing.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private void Wake(IReadOnlyCollection<string> topics)
    {
        if (topics.Contains(KeptMail.Subject) || topics.Contains(Bell.Everything)) _alarm.Ring();
    }
}
