using System.Net;
using System.Net.Sockets;

namespace FirstContact;

/// <summary>What stands before the nodes of a desk: one address that leads to one of them, and to another when that one is gone.</summary>
public sealed class Junction : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _work;

    public Junction(Uri to)
    {
        To = to;
        _listener.Start();
        Address = new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _work = Task.Run(Accept);
    }

    public Uri Address { get; }

    /// <summary>Where whoever comes from now on is led to.</summary>
    public Uri To { get; set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task Accept()
    {
        while (!_stop.IsCancellationRequested) _ = Join(await _listener.AcceptTcpClientAsync(_stop.Token));
    }

    private async Task Join(TcpClient from)
    {
        using (from)
        using (var to = new TcpClient())
        {
            try
            {
                await to.ConnectAsync(To.Host, To.Port, _stop.Token);
                await Task.WhenAny(from.GetStream().CopyToAsync(to.GetStream(), _stop.Token), to.GetStream().CopyToAsync(from.GetStream(), _stop.Token));
            }
            catch (Exception e) when (e is SocketException or IOException or OperationCanceledException) { /* One end is gone: so is the other. */ }
        }
    }
}
