using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FirstContact;

/// <summary>What came: headers in lower case, and the body as it was signed.</summary>
public sealed record Received(string Path, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string Id => Headers["webhook-id"];
}

/// <summary>A real receiver of webhooks on a port of its own: it keeps what it gets and answers as a test tells it to.</summary>
public sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Received> _got = [];
    private int _came, _inside, _mostInside;

    private Receiver(WebApplication app) => _app = app;

    /// <summary>How it answers the n-th call, counted from 1; 200 unless a test says otherwise.</summary>
    public Func<HttpContext, int, Task> Answer { get; set; } = (_, _) => Task.CompletedTask;

    public IReadOnlyList<Received> Got => [.. _got];

    /// <summary>How many were with it at the same time.</summary>
    public int MostAtOnce => _mostInside;

    public int Port => new Uri(_app.Urls.First()).Port;

    public string Url => $"{_app.Urls.First()}/hook";

    /// <param name="port">Where one was before, to come back there; 0 for one that is free.</param>
    public static async Task<Receiver> Start(int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var receiver = new Receiver(app);
        app.Run(receiver.Take);
        await app.StartAsync();
        return receiver;
    }

    private async Task Take(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync();
        var number = Interlocked.Increment(ref _came);
        _got.Enqueue(new(http.Request.Path, http.Request.Headers.ToDictionary(h => h.Key.ToLowerInvariant(), h => h.Value.ToString()), body));
        var inside = Interlocked.Increment(ref _inside);
        while (_mostInside is var most && inside > most) Interlocked.CompareExchange(ref _mostInside, inside, most);
        try { await Answer(http, number); }
        catch (OperationCanceledException) { /* The caller has left. */ }
        finally { Interlocked.Decrement(ref _inside); }
    }

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource(TimeSpan.Zero);
        await _app.StopAsync(atOnce.Token);
        await _app.DisposeAsync();
    }
}
