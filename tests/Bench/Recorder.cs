using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FirstContact.Bench;

/// <summary>One round trip of a page or a command: a statement asked, or statements committed as one.</summary>
internal sealed record Trip(IReadOnlyList<Statement> Statements, bool Commits);

/// <summary>All that one request asks of the engine, in order. For one that makes a ticket: which it made.</summary>
internal sealed record Request(IReadOnlyList<Trip> Trips, long Made);

/// <summary>The product itself, in this process and on the twin, answering each request of a load while its statements are written down.</summary>
internal sealed class Recorder : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _http;
    private readonly List<Trip> _trips = [];

    private Recorder(WebApplication app, Place place, Action<Statement, bool>? sees)
    {
        _app = app;
        _http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });
        _http.DefaultRequestHeaders.Accept.Add(new("text/html"));
        _http.DefaultRequestHeaders.Add("Cookie", $"fc_session={place.Browser}");
        var asking = app.Services.GetRequiredService<IHttpContextAccessor>();
        app.Services.GetRequiredService<Database>().Watch = (writes, commits) =>
        {
            foreach (var statement in sees is null ? [] : writes.OfType<Statement>()) sees!(statement, asking.HttpContext is not null);
            // Timers and subscribers ask too; only what a request asks is part of it.
            if (asking.HttpContext is not null) lock (_trips) _trips.Add(new([.. writes.OfType<Statement>()], commits));
        };
    }

    /// <param name="sees">Is told of each statement, also of those that no request asks, and whether one did.</param>
    public static async Task<Recorder> Start(Place place, Action<Statement, bool>? sees = null)
    {
        var app = await Server.Build(new Settings { Database = place.Twin, Urls = "http://127.0.0.1:0" });
        var recorder = new Recorder(app, place, sees);
        await app.StartAsync();
        recorder._http.BaseAddress = new Uri(app.Urls.First());
        return recorder;
    }

    /// <summary>Another who asks; its name and what it may do are its own affair.</summary>
    public HttpClient Client() => new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = _http.BaseAddress };

    /// <summary>What was asked of the engine since it was taken last.</summary>
    public Request Take()
    {
        lock (_trips)
        {
            var taken = new Request([.. _trips], 0);
            _trips.Clear();
            return taken;
        }
    }

    /// <summary>
    /// Each is asked twice: the first time fills what the product keeps in memory, the second is what it is like from then on. Only answers that
    /// are given to many are forgotten in between: the raw engine does what whoever comes first makes it do.
    /// </summary>
    public async Task<IReadOnlyList<Request>> Record(Load load, Place place)
    {
        var requests = new List<Request>();
        foreach (var line in load.Lines)
        {
            if (!load.Writes || requests.Count == 0) await Ask(load, line, place);
            lock (_trips) _trips.Clear();
            _app.Services.GetRequiredService<Database>().Answers.Forget();
            await Ask(load, line, place);
            lock (_trips) requests.Add(new([.. _trips], Made(load)));
        }
        return requests;
    }

    private long Made(Load load) => load.Writes ? (long)_trips.First(t => t.Commits).Statements[0].Args.First(a => a.Name == "@id").Value! : 0;

    private async Task Ask(Load load, string line, Place place)
    {
        using var request = load.Writes
            ? new HttpRequestMessage(HttpMethod.Post, new Uri(load.Path, UriKind.Relative)) { Content = new StringContent(line, Encoding.UTF8, "application/json"), Headers = { Authorization = new AuthenticationHeaderValue("Bearer", place.Token) } }
            : new HttpRequestMessage(HttpMethod.Get, new Uri(line, UriKind.Relative));
        using var answer = await _http.SendAsync(request);
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{load.Method} {line} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        var database = _app.Services.GetRequiredService<Database>();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await database.DisposeAsync();
    }
}
