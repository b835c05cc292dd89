using System.Data.Common;
using System.Threading.Channels;
using FirstContact.Subscribers;

namespace FirstContact.Bench;

/// <summary>
/// SQLite by itself: with one durable commit for all that wait, as the product has it, or with one for each. Whose turn it is to write is said by a queue or a lock, not
/// by SQLite, which lets those who wait sleep for a while: so it is as quick as it can be either way.
/// </summary>
internal sealed class RawSqlite : Raw
{
    private readonly Sqlite _database;
    private readonly RawIndex _index;
    private readonly Channel<(IReadOnlyList<Statement> Statements, Renaming Renaming, TaskCompletionSource Written)> _queue = System.Threading.Channels.Channel.CreateUnbounded<(IReadOnlyList<Statement>, Renaming, TaskCompletionSource)>(new() { SingleReader = true });
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Task _writing;

    public RawSqlite(Sqlite database, int size) : base(database, size)
    {
        (_database, _index) = (database, new RawIndex(database));
        _writing = Task.Run(WriteOn);
    }

    protected override Task<DbConnection> Connect() => Task.FromResult<DbConnection>(_database.Open());

    protected override Task Commit(RawClient client, IReadOnlyList<Statement> statements, Renaming renaming) => client.Together ? CommitTogether(statements, renaming) : CommitAlone(client, statements, renaming);

    private Task CommitTogether(IReadOnlyList<Statement> statements, Renaming renaming)
    {
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _queue.Writer.TryWrite((statements, renaming, written));
        return written.Task;
    }

    private async Task CommitAlone(RawClient client, IReadOnlyList<Statement> statements, Renaming renaming)
    {
        await _turn.WaitAsync();
        try { Write(client, [(statements, renaming)]); }
        finally { _turn.Release(); }
    }

    protected override void Made(Request request, long ticket) => _index.Add(request, ticket);

    protected override Task Index(RawClient writer, CancellationToken stop) => _index.Run(
        batch => Commit(writer, [.. batch.Select(b => b.Words with { Args = [("@id", Row(b.Ticket, (long)b.Words.Args[0].Value!)), .. b.Words.Args[1..]] })], default), stop);

    public override async ValueTask DisposeAsync()
    {
        _queue.Writer.Complete();
        await _writing;
        _turn.Dispose();
        await _database.DisposeAsync();
    }

    private static long Row(long ticket, long recorded) => ticket << SearchIndex.TicketBits | (recorded & ((1L << SearchIndex.TicketBits) - 1));

    private async Task WriteOn()
    {
        await using var writer = new RawClient(_database, _database.Open(), together: true);
        var together = new List<(IReadOnlyList<Statement> Statements, Renaming Renaming, TaskCompletionSource Written)>();
        while (await _queue.Reader.WaitToReadAsync())
        {
            while (_queue.Reader.TryRead(out var next)) together.Add(next);
            Write(writer, together.Select(t => (t.Statements, t.Renaming)));
            foreach (var (_, _, written) in together) written.SetResult();
            together.Clear();
        }
    }

    private static void Write(RawClient writer, IEnumerable<(IReadOnlyList<Statement> Statements, Renaming Renaming)> commits)
    {
        writer.Run(new Statement("begin immediate"), default);
        foreach (var (statements, renaming) in commits)
            foreach (var statement in statements) writer.Run(statement, renaming);
        writer.Run(new Statement("commit"), default);
    }
}
