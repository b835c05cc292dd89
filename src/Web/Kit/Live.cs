using System.Runtime.CompilerServices;
using FirstContact.Subscribers;
using Microsoft.Extensions.Localization;

namespace FirstContact.Kit;

/// <summary>A kind of topic that screens may watch, and who may: each slice brings its own.</summary>
/// <param name="Subject">The word before the slash: <c>ticket</c> for <c>ticket</c> and <c>ticket/12</c>.</param>
/// <param name="May">Whether the caller may watch this one; the key is null for all of the kind.</param>
public sealed record LiveTopic(string Subject, Func<Desk, Caller, long?, Task<bool>> May);

/// <summary>One stream a page. It never says what has changed, only that the page should be asked for again; who else is there it says itself.</summary>
public static class Live
{
    private const string Refresh = """<turbo-stream action="refresh"></turbo-stream>""";
    private const int MostTopics = 20;

    // A busy desk would otherwise ask each open list for a new page with every keystroke of a colleague.
    private static readonly TimeSpan AtMostEvery = TimeSpan.FromMilliseconds(400);

    // A proxy closes what says nothing; an empty line keeps it.
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(20);

    public static void MapLive(this IEndpointRouteBuilder app)
    {
        // Made now, not by the first page that asks: what it has not heard it must take for news.
        var screens = app.ServiceProvider.GetRequiredService<LiveScreens>();
        app.MapGet("/live", async (string? topics, string? since, WebCall call, Desk desk, IEnumerable<LiveTopic> known, IHostApplicationLifetime life, IStringLocalizer words, HttpContext http) =>
        {
            var asked = (topics ?? "").Split(',', MostTopics, StringSplitOptions.RemoveEmptyEntries);
            foreach (var topic in asked)
                if (!await May(topic, desk, call.Caller, known)) return (IResult)Errors.Forbidden.Problem();
            http.Response.Headers["X-Accel-Buffering"] = "no";
            var stop = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.ApplicationStopping);
            return TypedResults.ServerSentEvents(Refreshes(screens, asked, Read(since), Ticket(asked) is { } ticket ? new(desk, call.Caller, ticket, words) : null, stop.Token));
        }).RequireAuthorization().ExcludeFromDescription();
    }

    private static string? Ticket(string[] topics) => topics.FirstOrDefault(t => t.StartsWith(Tickets.Ticket.Subject + "/", StringComparison.Ordinal));

    /// <summary>When the page was read, as the page itself says it.</summary>
    private static Instant? Read(string? since) =>
        long.TryParse(since, System.Globalization.CultureInfo.InvariantCulture, out var ticks) && ticks >= 0 && ticks <= Instant.MaxValue.ToUnixTimeTicks() ? Instant.FromUnixTimeTicks(ticks) : null;

    private static async Task<bool> May(string topic, Desk desk, Caller caller, IEnumerable<LiveTopic> known)
    {
        var (subject, key) = topic.Split('/', 2) is [var s, var k] ? (s, long.TryParse(k, System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : -1) : (topic, (long?)null);
        return known.FirstOrDefault(t => t.Subject == subject) is { } kind && key != -1 && await kind.May(desk, caller, key);
    }

    private static async IAsyncEnumerable<System.Net.ServerSentEvents.SseItem<string>> Refreshes(LiveScreens screens, string[] topics, Instant? since, Looking? looking, [EnumeratorCancellation] CancellationToken stop)
    {
        // Not before it is read from: whoever has gone by then would be seen for ever.
        using var _ = looking?.Begin();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        await using var moved = screens.Watch(topics, since, over.Token).GetAsyncEnumerator(over.Token);
        var next = moved.MoveNextAsync().AsTask();
        try
        {
            yield return new("", "open");
            while (!stop.IsCancellationRequested)
            {
                if (await Task.WhenAny(next, Task.Delay(Heartbeat, over.Token)) != next)
                {
                    yield return new("", "still");
                    continue;
                }
                if (next.IsCanceled || !await next) yield break;
                var news = moved.Current;
                if ((news & News.Presence) != 0 && looking?.Others is { } others) yield return new(others);
                if ((news & News.Moved) != 0)
                {
                    yield return new(Refresh);
                    await Task.Delay(AtMostEvery, over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }
                next = moved.MoveNextAsync().AsTask();
            }
        }
        finally
        {
            // A browser leaves in the middle of a wait, and what still waits cannot be disposed of.
            await over.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Whoever has a ticket's page open looks at that ticket; whoever is of the desk sees who else does.</summary>
    private sealed record Looking(Desk Desk, Caller Caller, string Ticket, IStringLocalizer Words)
    {
        public string? Others => PresencePart.Watches(Caller) ? PresencePart.Stream(Desk.Presence.At(Ticket), Caller, Words) : null;

        public IDisposable Begin() => Desk.Presence.Look(Ticket, Caller, PresencePart.Watches(Caller));
    }
}
