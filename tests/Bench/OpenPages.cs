using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace FirstContact.Bench;

/// <summary>Many pages that somebody has open, each with its line to the desk, read on plain sockets.</summary>
internal sealed class OpenPages : IAsyncDisposable
{
    private static readonly byte[] Refresh = Encoding.ASCII.GetBytes("action=\"refresh\"");
    private readonly List<TcpClient> _lines = [];
    private readonly List<Task> _reading = [];
    private readonly Lock _lock = new();
    private TaskCompletionSource<double> _all = new();
    private int _left;

    /// <summary>When all lines are up.</summary>
    public static async Task<OpenPages> Open(string address, IReadOnlyList<Member> agents, Func<int, string> topics, int count)
    {
        var pages = new OpenPages();
        var since = SystemClock.Instance.GetCurrentInstant().ToUnixTimeTicks();
        for (var i = 0; i < count; i++)
            await pages.Add(new Uri($"{address}/live?topics={topics(i)}&since={since}"), agents[i % agents.Count].Browser);
        return pages;
    }

    /// <summary>The moment, in seconds of this machine's stopwatch, when so many have been told from now on that they are to be refreshed.</summary>
    public Task<double> Next(int told)
    {
        lock (_lock)
        {
            (_all, _left) = (new(TaskCreationOptions.RunContinuationsAsynchronously), told);
            return _all.Task;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var line in _lines) line.Dispose();
        await Task.WhenAll(_reading);
    }

    private async Task Add(Uri page, string browser)
    {
        var line = new TcpClient(page.Host, page.Port);
        _lines.Add(line);
        var wire = line.GetStream();
        await wire.WriteAsync(Encoding.ASCII.GetBytes($"GET {page.PathAndQuery} HTTP/1.1\r\nHost: {page.Authority}\r\nCookie: fc_session={browser}\r\nAccept: text/event-stream\r\n\r\n"));
        var up = new TaskCompletionSource();
        _reading.Add(Task.Run(() => Listen(wire, up)));
        await up.Task;
    }

    private async Task Listen(NetworkStream wire, TaskCompletionSource up)
    {
        var (bytes, held) = (new byte[4096], 0);
        try
        {
            while (await wire.ReadAsync(bytes.AsMemory(held)) is var read and > 0)
            {
                held += read;
                if (!up.Task.IsCompleted)
                {
                    if (!Encoding.ASCII.GetString(bytes, 0, held).Contains("event: open", StringComparison.Ordinal)) continue;
                    if (!bytes.AsSpan().StartsWith("HTTP/1.1 200"u8)) throw new InvalidOperationException(Encoding.ASCII.GetString(bytes, 0, held));
                    up.SetResult();
                }
                else
                    for (int at; (at = bytes.AsSpan(0, held).IndexOf(Refresh)) >= 0; held -= at + Refresh.Length)
                    {
                        Told();
                        bytes.AsSpan(at + Refresh.Length, held - at - Refresh.Length).CopyTo(bytes);
                    }
                // A word that has come in two pieces is whole with the next.
                if (held > Refresh.Length)
                {
                    bytes.AsSpan(held - Refresh.Length, Refresh.Length).CopyTo(bytes);
                    held = Refresh.Length;
                    if (bytes.AsSpan(0, held).SequenceEqual(Refresh)) held = 0;
                }
            }
            up.TrySetException(new InvalidOperationException(Encoding.ASCII.GetString(bytes, 0, held)));
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException) { up.TrySetException(e); }
        catch (InvalidOperationException e) { up.TrySetException(e); }
    }

    private void Told()
    {
        lock (_lock)
            if (--_left == 0) _all.TrySetResult(Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency);
    }
}
