using System.Diagnostics;
using System.Globalization;

namespace FirstContact.Verbs;

/// <summary>How far long work has come: one line that changes on a terminal, a line now and then in a log. On standard error, beside the answer.</summary>
internal sealed class Progress(string what) : IDisposable
{
    private const int Width = 30, Parts = 4;
    private static readonly TimeSpan OnTerminal = TimeSpan.FromMilliseconds(200), InLog = TimeSpan.FromSeconds(5);
    private readonly bool _watched = !Console.IsErrorRedirected;
    private long _last = Stopwatch.GetTimestamp();
    private int _parts;
    private bool _said;

    /// <summary>In words, and no oftener than somebody reads.</summary>
    public void Say(string how)
    {
        if (Stopwatch.GetElapsedTime(_last) < (_watched ? OnTerminal : InLog)) return;
        Write(how);
    }

    /// <summary>So much of so much: a bar that fills up, or in a log a line for each quarter.</summary>
    /// <param name="then">What comes once all is done, and takes its time too.</param>
    public void Show(int done, int of, string? then = null)
    {
        var whole = done >= of;
        var figures = string.Create(CultureInfo.InvariantCulture, $"{done:N0} of {of:N0}{(whole && then is not null ? $", {then}" : "")}");
        var parts = of == 0 ? Parts : (int)((long)done * Parts / of);
        if (_watched)
        {
            var filled = of == 0 ? Width : (int)((long)done * Width / of);
            var bar = $"[{new string('#', filled)}{new string('.', Width - filled)}] {figures}";
            if (whole) Write(bar);
            else Say(bar);
        }
        else if (parts > _parts) Write(figures);
        _parts = parts;
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
        if (_said && _watched) Console.Error.Write("\r\e[K");
    }

    private void Write(string how)
    {
        _last = Stopwatch.GetTimestamp();
        _said = true;
        if (_watched) Console.Error.Write($"\r{what} {how}\e[K");
        else Console.Error.WriteLine($"{what} {how}");
    }
}
