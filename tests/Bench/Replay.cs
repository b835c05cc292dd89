using System.Diagnostics;
using Npgsql;

namespace FirstContact.Bench;

/// <summary>One agent's work, first by the product and then, statement by statement, by the engine itself, on a copy of the same desk: one after the other, each on its own.</summary>
internal sealed class Replay : IAsyncDisposable
{
    private readonly Database _database;
    private readonly RawClient? _sqlite;
    private readonly NpgsqlConnection? _postgres;

    private Replay(Database database, RawClient? sqlite, NpgsqlConnection? postgres) => (_database, _sqlite, _postgres) = (database, sqlite, postgres);

    /// <summary>By deed: milliseconds over HTTP and on the raw engine, the median of the second half; in the first the product is still being compiled.</summary>
    public static async Task<IReadOnlyDictionary<string, (double Http, double Raw)>> OfOne(Place place, int deeds)
    {
        var raw = await place.CopyTwin();
        var who = (await Crowd.SignIn(place, place.Twin))[0];
        var asked = new List<(Answer Answer, Request Request)>();
        await using (var recorder = await Recorder.Start(place))
        {
            using var http = recorder.Client();
            recorder.Take();
            var hand = new Hand(http, who, new Crew(place), 0, answer => asked.Add((answer, recorder.Take())));
            for (var i = 0; i < deeds; i++) await hand.DoOne();
        }

        await using var replay = await Open(raw);
        var took = new List<(string Deed, double Http, double Raw)>();
        foreach (var (answer, request) in asked)
        {
            var begun = Stopwatch.GetTimestamp();
            await replay.Do(request);
            took.Add((answer.Deed, answer.Took, Stopwatch.GetElapsedTime(begun).TotalMilliseconds));
        }
        return took.Skip(took.Count / 2).GroupBy(t => t.Deed).ToDictionary(g => g.Key, g => (Spread.Of([.. g.Select(t => t.Http)]).Median, Spread.Of([.. g.Select(t => t.Raw)]).Median));
    }

    private static async Task<Replay> Open(string connection)
    {
        var database = Database.From(connection);
        if (database is Sqlite sqlite) return new(database, new RawClient(sqlite, sqlite.Open(), together: true), null);
        // What comes twice is prepared, as the product has it.
        var postgres = new NpgsqlConnection($"{connection};Max Auto Prepare=500;Auto Prepare Min Usages=2");
        await postgres.OpenAsync();
        return new(database, null, postgres);
    }

    private async Task Do(Request request)
    {
        foreach (var trip in request.Trips)
        {
            if (_postgres is not null) await Postgres(trip);
            else if (!trip.Commits) await _sqlite!.Ask(trip.Statements[0], default);
            else
            {
                _sqlite!.Run(new Statement("begin immediate"), default);
                foreach (var statement in trip.Statements) _sqlite.Run(statement, default);
                _sqlite.Run(new Statement("commit"), default);
            }
        }
    }

    private async Task Postgres(Trip trip)
    {
        await using var batch = new NpgsqlBatch(_postgres);
        foreach (var statement in trip.Statements)
        {
            var command = new NpgsqlBatchCommand(statement.Sql);
            foreach (var (name, value) in statement.Args) command.Parameters.Add(new() { ParameterName = name, Value = _database.Stored(value) });
            batch.BatchCommands.Add(command);
        }
        await using var rows = await batch.ExecuteReaderAsync();
        var row = new object[64];
        do
            while (await rows.ReadAsync()) rows.GetValues(row);
        while (await rows.NextResultAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (_sqlite is not null) await _sqlite.DisposeAsync();
        if (_postgres is not null) await _postgres.DisposeAsync();
        await _database.DisposeAsync();
    }
}
