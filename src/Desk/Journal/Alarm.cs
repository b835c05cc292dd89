namespace FirstContact.Journal;

/// <summary>Whether the bell rang since somebody last waited for it. However often it rings meanwhile, that is once.</summary>
internal sealed class Alarm : IDisposable
{
    private readonly SemaphoreSlim _once = new(0, 1);

    public void Ring()
    {
        // On a busy desk it has nearly always rung already, and an exception for each of these costs more than all the rest of ringing.
        if (_once.CurrentCount > 0) return;
        try { _once.Release(); }
        catch (SemaphoreFullException) { /* Another one rang at the same moment. */ }
    }

    /// <returns>False when the time was over first.</returns>
    public Task<bool> Wait(TimeSpan atMost, CancellationToken stop) => _once.WaitAsync(atMost, stop);

    public void Dispose() => _once.Dispose();
}
