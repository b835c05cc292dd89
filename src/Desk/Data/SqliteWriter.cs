using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace FirstContact.Data;

/// <summary>
/// The one writer of an SQLite desk: a loop over a bounded queue. Whatever waits when it comes round shares one
/// transaction, each commit in a savepoint of its own, and one fsync.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private const int MostTogether = 64, MostWaiting = 4096;
    private const int PrimaryKeyTaken = 1555, UniqueTaken = 2067;

    private readonly Sqlite _database;
    private readonly Channel<Waiting> _queue = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private readonly Task _writing;
    private volatile bool _closed;

    public SqliteWriter(Sqlite database)
    {
        _database = database;
        _writing = Task.Run(WriteOn);
    }

    public Task<Outcome> Commit(IReadOnlyList<Write> writes)
    {
        var waiting = new Waiting(writes);
        if (_queue.Writer.TryWrite(waiting)) return waiting.Answer.Task;
        // Whoever hears 'busy' comes again, and would do so for ever.
        return _closed ? Task.FromException<Outcome>(new ObjectDisposedException(nameof(Database))) : Task.FromResult(Outcome.Busy);
    }

    public async ValueTask DisposeAsync()
    {
        _closed = true;
        _queue.Writer.TryComplete();
        await _writing;
    }

    private async Task WriteOn()
    {
        using var connection = _database.Open();
        Roomy(connection);
        using var prepared = new SqliteStatements(_database, connection);
        var together = new List<Waiting>();
        while (await _queue.Reader.WaitToReadAsync())
        {
            while (together.Count < MostTogether && _queue.Reader.TryRead(out var next)) together.Add(next);
            try
            {
                prepared.Run("begin immediate");
                foreach (var waiting in together) waiting.Outcome = WriteOne(prepared, waiting);
                prepared.Run("commit");
                foreach (var waiting in together) waiting.Reply();
            }
            catch (Exception e)
            {
                if (connection.Handle is { } handle && SQLitePCL.raw.sqlite3_get_autocommit(handle) == 0) prepared.Run("rollback");
                foreach (var waiting in together) waiting.Answer.TrySetException(e);
            }
            together.Clear();
        }
    }

    // Readers begin anew after each commit; the writer alone keeps what it has read, and indexes are read at random.
    private static void Roomy(SqliteConnection connection)
    {
        using var cache = connection.CreateCommand();
        cache.CommandText = "pragma cache_size = -32000";
        cache.ExecuteNonQuery();
    }

    private Outcome WriteOne(SqliteStatements prepared, Waiting waiting)
    {
        prepared.Run("savepoint one");
        var outcome = Outcome.Done;
        try
        {
            foreach (var write in waiting.Writes)
                if (!Meets(prepared, write)) { outcome = Outcome.Stale; break; }
        }
        catch (SqliteException e) when (e.SqliteExtendedErrorCode is PrimaryKeyTaken or UniqueTaken) { outcome = Outcome.Taken; }
        catch (Exception e) { (outcome, waiting.Failure) = (Outcome.Stale, e); }

        if (outcome != Outcome.Done) prepared.Run("rollback to one");
        if (outcome == Outcome.Taken) _database.CatchUp(prepared);
        prepared.Run("release one");
        return outcome;
    }

    private static bool Meets(SqliteStatements prepared, Write write)
    {
        switch (write)
        {
            case Statement s: return prepared.Run(s.Sql, s.Args) == 1 || !s.MustMeetOneRow;
            case Rows { Values.Count: > 0 } rows: prepared.Fill(rows); return true;
            default: return true;
        }
    }

    private sealed class Waiting(IReadOnlyList<Write> writes)
    {
        public IReadOnlyList<Write> Writes => writes;
        public Outcome Outcome { get; set; }
        public Exception? Failure { get; set; }
        public TaskCompletionSource<Outcome> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Reply()
        {
            if (Failure is null) Answer.SetResult(Outcome);
            else Answer.SetException(Failure);
        }
    }
}
