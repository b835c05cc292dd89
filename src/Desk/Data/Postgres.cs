using System.Data.Common;
using Npgsql;

namespace FirstContact.Data;

/// <summary>
/// A server, for many nodes. A commit is one batch, hence one implicit transaction and one round trip: a statement that
/// must meet its row raises inside the batch when it does not, and takes everything down with it.
/// </summary>
public sealed class Postgres : Database
{
    private const string StaleState = "FC001", Lock = "pg_advisory_xact_lock(72110501)";
    private readonly NpgsqlDataSource _source;

    public Postgres(string connection)
    {
        // No statement of ours leaves anything behind on its connection, so nothing need be reset on it before the next.
        var settings = new NpgsqlConnectionStringBuilder(connection) { MaxAutoPrepare = 200, AutoPrepareMinUsages = 2, NoResetOnClose = true };
        Connection = settings;
        _source = NpgsqlDataSource.Create(settings);
    }

    public override string Name => "postgres";

    // A sequence is not commit order. Below the oldest transaction still under way, nothing can appear any more.
    public override string Settled => "transaction < pg_snapshot_xmin(pg_current_snapshot())::text::bigint";

    // https://www.postgresql.org/docs/current/wal-async-commit.html
    public override IEnumerable<Write> Unhurried => [new Statement("select set_config('synchronous_commit', 'off', true)")];

    internal NpgsqlConnectionStringBuilder Connection { get; }

    public override async ValueTask<Reader> Read(CancellationToken stop = default)
    {
        try { return new PostgresReader(this, await _source.OpenConnectionAsync(stop)); }
        catch (NpgsqlException e) when (IsBusy(e)) { throw new BusyException(e); }
    }

    public override async Task<Outcome> Commit(IReadOnlyList<Write> writes, CancellationToken stop = default)
    {
        Watch?.Invoke(writes, true);
        try
        {
            if (writes.Any(w => w is Rows)) await CommitMany(writes, stop);
            else
            {
                await using var batch = _source.CreateBatch();
                foreach (var write in writes.OfType<Statement>()) Add(batch, write);
                await batch.ExecuteNonQueryAsync(stop);
            }
            return Outcome.Done;
        }
        // Of two that stood in each other's way the engine has sent one away: nothing of it is written, and it begins again.
        catch (PostgresException e) when (e.SqlState is StaleState or PostgresErrorCodes.DeadlockDetected) { return Outcome.Stale; }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation) { return Outcome.Taken; }
        catch (NpgsqlException e) when (IsBusy(e)) { return Outcome.Busy; }
    }

    // Our own pool is empty, and has been for the time that one waits; or the server takes nobody else.
    private static bool IsBusy(NpgsqlException e) =>
        e is PostgresException { SqlState: PostgresErrorCodes.TooManyConnections } || e.Message.StartsWith("The connection pool has been exhausted", StringComparison.Ordinal);

    public override async ValueTask<long> NextId(Reader read, string table) => await read.One($"select nextval('{table}_id')", r => r.GetInt64(0));

    public override async ValueTask<IReadOnlyList<long>> NextIds(Reader read, string table, int count) =>
        await read.List($"select nextval('{table}_id') from generate_series(1, @count)", r => r.GetInt64(0), ("@count", count));

    public override async Task Migrate()
    {
        await using var connection = await _source.OpenConnectionAsync();
        await Schema.Upgrade(this, connection, begin: $"begin; select {Lock}");
        await Rebase(connection);
        await connection.ReloadTypesAsync();
    }

    internal override Task Backup(string file, CancellationToken stop) => PostgresCopy.Save(Connection, file, stop);

    internal override Task<Holding> Examine(string file, CancellationToken stop) => PostgresCopy.Examine(this, file, stop);

    internal override async Task Restore(string file, CancellationToken stop)
    {
        // A dump brings its own tables: an empty desk makes room for them, and nothing that is not ours is touched.
        await using (var room = _source.CreateCommand(string.Join('\n', Schema.Made(Name).Select(m => $"drop {m.Kind} if exists \"{m.Name}\" cascade;").Append("drop table if exists schema_file;"))))
            await room.ExecuteNonQueryAsync(stop);
        await PostgresCopy.Load(Connection, file, stop);
        // A dump has no statistics, and without them the first queries would take the long way.
        await using var analyze = _source.CreateCommand("analyze");
        await analyze.ExecuteNonQueryAsync(stop);
    }

    public NpgsqlConnection Listener() => _source.CreateConnection();

    public override ValueTask DisposeAsync() => _source.DisposeAsync();

    protected override object Stored(Instant instant) => instant.ToDateTimeUtc();

    /// <summary>Rows go by COPY, in order among the statements, in one transaction that is as short as the copying.</summary>
    private async Task CommitMany(IReadOnlyList<Write> writes, CancellationToken stop)
    {
        await using var connection = await _source.OpenConnectionAsync(stop);
        await using var transaction = await connection.BeginTransactionAsync(stop);
        foreach (var write in writes)
        {
            if (write is Rows rows) await Copy(connection, rows, stop);
            else if (write is Statement statement)
            {
                await using var batch = new NpgsqlBatch(connection, transaction);
                Add(batch, statement);
                await batch.ExecuteNonQueryAsync(stop);
            }
        }
        await transaction.CommitAsync(stop);
    }

    private async Task Copy(NpgsqlConnection connection, Rows rows, CancellationToken stop)
    {
        await using var copy = await connection.BeginBinaryImportAsync($"copy {rows.Table} ({string.Join(", ", rows.Columns)}) from stdin (format binary)", stop);
        foreach (var row in rows.Values)
        {
            await copy.StartRowAsync(stop);
            foreach (var value in row)
            {
                if (Stored(value) is var stored && stored is DBNull) await copy.WriteNullAsync(stop);
                else await copy.WriteAsync(stored, stop);
            }
        }
        await copy.CompleteAsync(stop);
    }

    private void Add(NpgsqlBatch batch, Statement write)
    {
        var text = PostgresText.Of(write.Sql);
        var command = new NpgsqlBatchCommand(write.MustMeetOneRow ? text.Guarded : text.Text);
        Bind(command.Parameters, text, write.Args);
        batch.BatchCommands.Add(command);
    }

    private void Bind(NpgsqlParameterCollection parameters, PostgresText text, (string Name, object? Value)[] args)
    {
        foreach (var name in text.Names) parameters.Add(new() { Value = Stored(Value(name)) });

        object? Value(string name)
        {
            foreach (var arg in args)
                if (arg.Name == name) return arg.Value;
            throw new ArgumentException($"Nothing was given for {name}.", nameof(args));
        }
    }

    /// <summary>A dump restored into a younger cluster brings transaction ids from the future. Move them all below the present, order kept.</summary>
    private static async Task Rebase(NpgsqlConnection connection)
    {
        await using var rebase = new NpgsqlCommand($"select {Lock}; select rebase_journal()", connection);
        await rebase.ExecuteNonQueryAsync();
    }

    private sealed class PostgresReader(Postgres database, NpgsqlConnection connection) : Reader(database)
    {
        protected override DbCommand Command(string sql, (string, object?)[] args)
        {
            var text = PostgresText.Of(sql);
            var command = new NpgsqlCommand(text.Text, connection);
            database.Bind(command.Parameters, text, args);
            return command;
        }

        public override ValueTask DisposeAsync() => connection.DisposeAsync();
    }
}
