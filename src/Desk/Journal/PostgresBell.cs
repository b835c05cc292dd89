using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace FirstContact.Journal;

/// <summary>
/// Rings here at once and on every other node a moment later. Never inside a command's transaction, where NOTIFY would
/// queue all commits behind one lock: what rang in the last moment goes out together, on a connection of its own.
/// </summary>
public sealed class PostgresBell(Postgres database) : Bell, IHostedService, IDisposable
{
    private const int MostInOneNotice = 300;
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(15), BeforeReconnecting = TimeSpan.FromMilliseconds(500);
    private readonly Channel<string> _topics = Channel.CreateUnbounded<string>(new() { SingleReader = true });
    private readonly Channel<string> _messages = Channel.CreateBounded<string>(new BoundedChannelOptions(1000) { SingleReader = true, FullMode = BoundedChannelFullMode.DropOldest });
    private readonly CancellationTokenSource _stop = new();
    private Task _work = Task.CompletedTask;

    public override void Ring(IReadOnlyCollection<string> topics)
    {
        base.Ring(topics);
        foreach (var topic in topics) _topics.Writer.TryWrite(topic);
    }

    public override void Tell(string message) => _messages.Writer.TryWrite(message);

    public Task StartAsync(CancellationToken stop)
    {
        _work = Task.WhenAll(Keep(Listen), Keep(RingOthers), Keep(TellOthers));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken stop)
    {
        _stop.Cancel();
        return _work;
    }

    public void Dispose() => _stop.Dispose();

    private async Task Listen(NpgsqlConnection connection)
    {
        connection.Notification += (_, notice) =>
        {
            if (notice.Channel == "presence" && notice.Payload.Split(' ', 2) is [var from, var message] && from != Node) Heard(from, message);
            else if (notice.Channel == "journal" && notice.Payload.Split(' ') is [var node, .. var topics] && node != Node) Rung(topics);
        };
        await using (var listen = new NpgsqlCommand("listen journal; listen presence", connection)) await listen.ExecuteNonQueryAsync(_stop.Token);
        Rung([Everything]);
        while (true) await connection.WaitAsync(_stop.Token);
    }

    private async Task RingOthers(NpgsqlConnection connection)
    {
        var topics = new HashSet<string>();
        while (await _topics.Reader.WaitToReadAsync(_stop.Token))
        {
            await Task.Delay(Moment, _stop.Token);
            while (topics.Count < MostInOneNotice && _topics.Reader.TryRead(out var topic)) topics.Add(topic);
            await using var notify = new NpgsqlCommand("select pg_notify('journal', $1)", connection) { Parameters = { new() { Value = $"{Node} {string.Join(' ', topics)}" } } };
            await notify.ExecuteNonQueryAsync(_stop.Token);
            topics.Clear();
        }
    }

    private async Task TellOthers(NpgsqlConnection connection)
    {
        await foreach (var message in _messages.Reader.ReadAllAsync(_stop.Token))
        {
            await using var notify = new NpgsqlCommand("select pg_notify('presence', $1)", connection) { Parameters = { new() { Value = $"{Node} {message}" } } };
            await notify.ExecuteNonQueryAsync(_stop.Token);
        }
    }

    private async Task Keep(Func<NpgsqlConnection, Task> work)
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await using var connection = database.Listener();
                await connection.OpenAsync(_stop.Token);
                await work(connection);
            }
            catch (OperationCanceledException) { return; }
            catch (NpgsqlException) { await Task.Delay(BeforeReconnecting, CancellationToken.None); }
        }
    }
}
