using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace FirstContact.Data;

/// <summary>One file, for one node. Readers are kept open, and keep their statements prepared; one writer serves all (<see cref="SqliteWriter"/>).</summary>
public sealed class Sqlite : Database
{
    // wal: readers never wait for the writer, nor it for them.
    // synchronous full: an acknowledged write survives a power cut; group commit pays for the fsync.
    // foreign_keys: off by default in SQLite, and ours are meant.
    // busy_timeout: another process (a backup, an import) may hold the write lock for some seconds.
    // temp_store memory: sorts never touch the disk.  cache_size: 8 MB a connection, so that ten readers stay small.
    // No mmap_size: each connection maps the whole file anew, and all of it counts as ours.
    private const string Settings = """
        pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma busy_timeout = 10000;
        pragma temp_store = memory; pragma cache_size = -8000;
        """;

    private readonly string _connection;
    private readonly ConcurrentBag<SqliteReader> _idle = [];
    private readonly ConcurrentDictionary<string, Counter> _counters = [];
    private readonly Lazy<SqliteWriter> _writer;

    private const int KeepPlans = 1007; // SQLITE_DBCONFIG_ENABLE_QPSG

    // Once another process has been met, many numbers are taken at some distance: it goes on numbering meanwhile.
    private const int Gap = 1000;
    private volatile bool _notAlone;

    // Each connection has one user at a time, and nobody asks SQLite how much memory it holds: it need not lock a mutex for every
    // column that is read, nor for every allocation.
    static Sqlite()
    {
        SQLitePCL.Batteries_V2.Init();
        SQLitePCL.raw.sqlite3_shutdown();
        SQLitePCL.raw.sqlite3_config(SQLitePCL.raw.SQLITE_CONFIG_MULTITHREAD);
        SQLitePCL.raw.sqlite3_config(SQLitePCL.raw.SQLITE_CONFIG_MEMSTATUS, 0);
        SQLitePCL.raw.sqlite3_initialize();
    }

    public Sqlite(string connection)
    {
        var settings = new SqliteConnectionStringBuilder(connection) { Pooling = false };
        File = settings.DataSource;
        _connection = settings.ToString();
        _writer = new(() => new SqliteWriter(this));
    }

    public override string Name => "sqlite";
    public override string Settled => "true";

    /// <summary>Where the desk is on disk.</summary>
    public string File { get; }

    public override ValueTask<Reader> Read(CancellationToken stop = default) =>
        new(_idle.TryTake(out var reader) ? reader : new SqliteReader(this, Open(), _idle));

    public override Task<Outcome> Commit(IReadOnlyList<Write> writes, CancellationToken stop = default)
    {
        Watch?.Invoke(writes, true);
        return _writer.Value.Commit(writes);
    }

    public override async ValueTask<long> NextId(Reader read, string table) => (await CounterOf(read, table)).Next();

    public override async ValueTask<IReadOnlyList<long>> NextIds(Reader read, string table, int count)
    {
        var counter = await CounterOf(read, table);
        var last = counter.Next(count + (_notAlone ? Gap : 0));
        return [.. Enumerable.Range(0, count).Select(i => last - count + 1 + i)];
    }

    private async ValueTask<Counter> CounterOf(Reader read, string table) => _counters.TryGetValue(table, out var counter)
        ? counter
        : _counters.GetOrAdd(table, new Counter(await read.One($"select coalesce(max(id), 0) from {table}", r => r.GetInt64(0))));

    public override async Task Migrate()
    {
        MakeFolder();
        await using var connection = Open();
        await Schema.Upgrade(this, connection, begin: "begin immediate");
    }

    // Looking must not make a file.
    public override async Task<bool> IsDesk() => System.IO.File.Exists(File) && await base.IsDesk();

    public override async Task<Holding?> Holds() => System.IO.File.Exists(File) ? await base.Holds() : null;

    internal override async Task Backup(string file, CancellationToken stop)
    {
        await using var desk = Open();
        await SqliteCopy.Save(desk, file, stop);
    }

    internal override Task<Holding> Examine(string file, CancellationToken stop) => SqliteCopy.Examine(this, file, stop);

    internal override async Task Restore(string file, CancellationToken stop)
    {
        MakeFolder();
        await using var desk = Open();
        SqliteCopy.Load(desk, file);
    }

    public override async ValueTask DisposeAsync()
    {
        if (_writer.IsValueCreated) await _writer.Value.DisposeAsync();
        while (_idle.TryTake(out var reader)) reader.Close();
    }

    protected override object Stored(Instant instant) => Columns.Micros(instant);

    private void MakeFolder()
    {
        if (Path.GetDirectoryName(Path.GetFullPath(File)) is { } folder) Directory.CreateDirectory(folder);
    }

    internal SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connection);
        connection.Open();
        // A prepared statement keeps its plan: without this SQLite plans anew whenever a value is bound that a partial index might care for.
        SQLitePCL.raw.sqlite3_db_config(connection.Handle!, KeepPlans, 1, out _);
        using var settings = connection.CreateCommand();
        settings.CommandText = Settings;
        settings.ExecuteNonQuery();
        return connection;
    }

    /// <summary>Another process, an import say, may have taken numbers meanwhile: whoever met one takes up behind it.</summary>
    internal void CatchUp(SqliteStatements prepared)
    {
        _notAlone = true;
        foreach (var (table, counter) in _counters)
            counter.AtLeast((long)prepared.Get($"select coalesce(max(id), 0) from {table}", []).ExecuteScalar()!);
    }

    private sealed class Counter(long last)
    {
        private long _last = last;

        public long Next(int count = 1) => Interlocked.Add(ref _last, count);

        public void AtLeast(long last)
        {
            for (var now = Interlocked.Read(ref _last); now < last; now = Interlocked.Read(ref _last))
                Interlocked.CompareExchange(ref _last, last, now);
        }
    }

    private sealed class SqliteReader(Sqlite database, SqliteConnection connection, ConcurrentBag<SqliteReader> idle) : Reader(database)
    {
        private readonly SqliteStatements _prepared = new(database, connection);

        protected override System.Data.Common.DbCommand Command(string sql, (string, object?)[] args) => _prepared.Get(sql, args);

        public override ValueTask DisposeAsync()
        {
            idle.Add(this);
            return ValueTask.CompletedTask;
        }

        public void Close()
        {
            _prepared.Dispose();
            connection.Dispose();
        }
    }
}
