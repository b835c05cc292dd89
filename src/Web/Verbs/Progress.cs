using System.Globalization;

namespace FirstContact.Verbs;

/// <summary>How far long work has come: one line that changes on a terminal, a line now and then in a log. On standard error, beside the answer.</summary>
internal sealed class Progress(string what) : IDisposable
{
    private static readonly TimeSpan OnTerminal = TimeSpan.FromMilliseconds(200), InLog = TimeSpan.FromSeconds(5);
    private readonly TimeSpan _each = Console.IsErrorRedirected ? InLog : OnTerminal;
    private long _last = System.Diagnostics.Stopwatch.GetTimestamp();
    private bool _said;

    public void Say(string how)
    {
        if (System.Diagnostics.Stopwatch.GetElapsedTime(_last) < _each) return;
        _last = System.Diagnostics.Stopwatch.GetTimestamp();
        _said = true;
        if (Console.IsErrorRedirected) Console.Error.WriteLine($"{what} {how}");
        else Console.Error.Write($"\r{what} {how}\e[K");
    }

    /// <summary>Waits for work that tells nothing itself, and says how large its file has grown.</summary>
    public async Task<T> While<T>(Task<T> work, string file)
    {
        while (await Task.WhenAny(work, Task.Delay(OnTerminal)) != work)
            if (new FileInfo(file) is { Exists: true } growing) Say(string.Create(CultureInfo.InvariantCulture, $"{growing.Length / 1048576.0:N1} MB"));
        return await work;
    }

    public void Dispose()
    {
        if (_said && !Console.IsErrorRedirected) Console.Error.Write("\r\e[K");
    }
}
