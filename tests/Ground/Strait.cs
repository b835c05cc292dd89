using System.Net;
using System.Net.Sockets;

namespace FirstContact;

/// <summary>A way to a server that a test makes bad: it refuses, stops, goes slowly, or breaks off after so many bytes.</summary>
public sealed class Strait : IAsyncDisposable
{
    private readonly string _host;
    private readonly int _to;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _work;
    private int _came;
    private volatile TaskCompletionSource _open = Opened();

    public Strait(string host, int port)
    {
        (_host, _to) = (host, port);
        _listener.Start();
        _work = Task.Run(Accept);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Connections are closed as soon as they are made.</summary>
    public bool Refuses { get; set; }

    /// <summary>So many bytes come from the server, and then the connection breaks; by the number of the connection, from 1.</summary>
    public Func<int, long> BreaksAfter { get; set; } = _ => long.MaxValue;

    /// <summary>How many bytes come at once, with a moment in between; null for as many as there are.</summary>
    public int? Slowly { get; set; }

    /// <summary>How many connections were made.</summary>
    public int Came => _came;

    /// <summary>Nothing comes from the server any more, and nobody is told, until it goes on.</summary>
    public void Halt() => _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void GoOn() => _open.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        _open.TrySetResult();
        await _work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private static TaskCompletionSource Opened()
    {
        var open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        open.SetResult();
        return open;
    }

    private async Task Accept()
    {
        while (!_stop.IsCancellationRequested) _ = Join(await _listener.AcceptTcpClientAsync(_stop.Token), Interlocked.Increment(ref _came));
    }

    private async Task Join(TcpClient from, int number)
    {
        using (from)
        using (var to = new TcpClient())
        {
            if (Refuses) return;
            try
            {
                await to.ConnectAsync(_host, _to, _stop.Token);
                await Task.WhenAny(from.GetStream().CopyToAsync(to.GetStream(), _stop.Token), Back(to.GetStream(), from.GetStream(), BreaksAfter(number)));
            }
            catch (Exception e) when (e is SocketException or IOException or OperationCanceledException) { /* One end is gone: so is the other. */ }
        }
    }

    private async Task Back(NetworkStream from, NetworkStream to, long left)
    {
        var buffer = new byte[16 * 1024];
        while (left > 0)
        {
            var some = await from.ReadAsync(buffer.AsMemory(0, (int)Math.Min(Math.Min(buffer.Length, left), Slowly ?? int.MaxValue)), _stop.Token);
            if (some == 0) return;
            await _open.Task.WaitAsync(_stop.Token);
            await to.WriteAsync(buffer.AsMemory(0, some), _stop.Token);
            left -= some;
            if (Slowly is not null) await Task.Delay(1, _stop.Token);
        }
    }
}
