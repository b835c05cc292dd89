using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FirstContact;

/// <summary>One node of a desk, without the web.</summary>
public sealed class Node : IAsyncDisposable
{
    private readonly IHost _host;

    private Node(IHost host) => _host = host;

    /// <summary>Where its database is, for another node on it.</summary>
    public string Connection { get; private init; } = "";

    public Database Database => Get<Database>();
    public Journal.Desk Desk => Get<Journal.Desk>();

    /// <summary>A node on a fresh database of its own.</summary>
    public static async Task<Node> Fresh(string engine, params Subscriber[] subscribers) => await Start(await TestDatabase.Fresh(engine), subscribers);

    public static Task<Node> Start(string connection, params Subscriber[] subscribers) => Start(connection, SystemClock.Instance, subscribers);

    public static async Task<Node> Start(string connection, IClock clock, params Subscriber[] subscribers)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddLogging(l => l.AddConsole().SetMinimumLevel(LogLevel.Warning));
        builder.Services.AddDesk(Database.From(connection)).AddSingleton<IClock>(new DeskClock(clock));
        foreach (var subscriber in subscribers) builder.Services.AddSubscriber(subscriber);
        var node = new Node(builder.Build()) { Connection = connection };
        await node._host.StartAsync();
        return node;
    }

    public T Get<T>() where T : notnull => _host.Services.GetRequiredService<T>();

    /// <summary>Ada, who may do just this.</summary>
    public static Call With(params Permission[] permissions) =>
        new(new(TestDatabase.Ada, "Ada Byron", permissions.Select(p => p.Name).ToHashSet(), new HashSet<long>()), "test");

    /// <summary>Does what must work.</summary>
    public async Task<T> Done<T>(ICommand<T> command, Call call)
    {
        var result = await Desk.Do(command, call);
        Assert.Null(result.Error);
        return result.Value!;
    }

    /// <summary>Does what must not work, and says all that is wrong.</summary>
    public async Task<IEnumerable<Error>> Refused<T>(ICommand<T> command, Call call)
    {
        var result = await Desk.Do(command, call);
        Assert.NotNull(result.Error);
        return result.Error.All;
    }

    public async Task<T> Asked<T>(IQuery<T> query, Call? call = null)
    {
        var result = await Desk.Ask(query, (call ?? With()).Caller);
        Assert.Null(result.Error);
        return result.Value!;
    }

    /// <summary>What is stored is what the events say: the state equals the fold of its journal.</summary>
    public async Task<List<Event>> Folds<T>(T blank, T state) where T : class, IAggregate<T>
    {
        await using var read = await Database.Read();
        var entries = await Get<JournalReader>().Of(read, T.Subject, state.Key);
        Assert.Equal(state, entries.Aggregate(blank, (s, e) => s.Apply(e.Event, new(e.Actor, e.At))));
        return [.. entries.Select(e => e.Event)];
    }

    /// <summary>When every entry may be read: on PostgreSQL a transaction anywhere on the server may hold it back for a moment.</summary>
    public Task Settled() => Patience.Until(async () =>
    {
        await using var read = await Database.Read();
        return await read.One($"select count(*) from journal where not ({Database.Settled})", r => r.GetInt64(0)) == 0;
    });

    public async ValueTask DisposeAsync()
    {
        var database = Database;
        await _host.StopAsync();
        _host.Dispose();
        await database.DisposeAsync();
    }
}
