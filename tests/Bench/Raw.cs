using System.Data.Common;
using System.Diagnostics;

namespace FirstContact.Bench;

/// <summary>
/// The engine by itself: the statements of the product's requests, prepared, on connections set up as the product's are, one
/// for each client, without anything around them.
/// </summary>
internal abstract class Raw(Database database, int size) : IAsyncDisposable
{
    private long _made = size + 100_000;

    protected Database Database => database;

    /// <summary>The product has this many clients' requests under way at once, and so has this.</summary>
    /// <param name="together">Whether one durable commit serves all that wait, where the engine does not do so by itself.</param>
    public async Task<Speed> Run(Load load, IReadOnlyList<Request> requests, TimeSpan time, bool together = true)
    {
        var next = -1;
        using var stop = new CancellationTokenSource();
        var writer = await Open(together);
        var index = load.Writes ? Index(writer, stop.Token) : Task.CompletedTask;
        var clients = await Task.WhenAll(Enumerable.Range(0, load.Clients).Select(_ => Open(together)));
        var (clock, cpu) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var took = await Task.WhenAll(clients.Select(client => Task.Run(async () =>
        {
            var mine = new List<double>();
            while (clock.Elapsed < time)
            {
                var begun = clock.Elapsed;
                await Do(client, requests[Interlocked.Increment(ref next) % requests.Count]);
                mine.Add((clock.Elapsed - begun).TotalMilliseconds);
            }
            return mine;
        })));
        var (lasted, used) = (clock.Elapsed, Environment.CpuUsage.TotalTime - cpu);
        await stop.CancelAsync();
        await index;
        foreach (var client in clients.Append(writer)) await client.DisposeAsync();
        return Speed.Of([.. took.SelectMany(t => t)], lasted, used);
    }

    public abstract ValueTask DisposeAsync();

    /// <summary>A connection with the same settings as the product's.</summary>
    protected abstract Task<DbConnection> Connect();

    /// <summary>One round trip that commits.</summary>
    protected abstract Task Commit(RawClient client, IReadOnlyList<Statement> statements, Renaming renaming);

    /// <summary>What the search index is told of a new ticket goes in by batches, as the product's subscriber does it.</summary>
    protected abstract Task Index(RawClient writer, CancellationToken stop);

    protected virtual void Made(Request request, long ticket) { }

    private async Task<RawClient> Open(bool together) => new(database, await Connect(), together);

    private async Task Do(RawClient client, Request request)
    {
        var renaming = new Renaming(request.Made, request.Made == 0 ? 0 : Interlocked.Increment(ref _made));
        foreach (var trip in request.Trips)
        {
            if (trip.Commits) await Commit(client, trip.Statements, renaming);
            else await client.Ask(trip.Statements[0], renaming);
        }
        if (request.Made != 0) Made(request, renaming.To);
    }
}

/// <summary>The recorded request made one ticket; each replay makes another, with its own number in the place of the recorded one.</summary>
internal readonly record struct Renaming(long From, long To)
{
    public object? Of(object? value) => From != 0 && value switch { long number => number == From, IId id => id.Value == From, _ => false } ? To : value;
}

/// <summary>One connection and its prepared statements.</summary>
internal sealed class RawClient(Database database, DbConnection connection, bool together) : IAsyncDisposable
{
    private readonly Dictionary<string, DbCommand> _prepared = [];
    private object[] _row = new object[64];

    public DbConnection Connection => connection;

    /// <summary>Whether it shares its commits with others.</summary>
    public bool Together => together;

    public async Task Ask(Statement statement, Renaming renaming)
    {
        await using var rows = await Prepared(statement, renaming).ExecuteReaderAsync();
        while (await rows.ReadAsync()) rows.GetValues(_row);
    }

    public int Run(Statement statement, Renaming renaming) => Prepared(statement, renaming).ExecuteNonQuery();

    private DbCommand Prepared(Statement statement, Renaming renaming)
    {
        var isNew = !_prepared.TryGetValue(statement.Sql, out var command);
        if (isNew)
        {
            command = connection.CreateCommand();
            command.CommandText = statement.Sql;
            foreach (var (name, _) in statement.Args)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = name;
                command.Parameters.Add(parameter);
            }
            _prepared.Add(statement.Sql, command);
        }
        for (var i = 0; i < statement.Args.Length; i++) command!.Parameters[i].Value = database.Stored(renaming.Of(statement.Args[i].Value));
        if (isNew) command!.Prepare();
        return command!;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in _prepared.Values) await command.DisposeAsync();
        await connection.DisposeAsync();
    }
}
