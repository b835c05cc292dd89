using System.Data.Common;
using System.Threading.Channels;
using FirstContact.Subscribers;

namespace FirstContact.Bench;

/// <summary>SQLite by itself. It shares one durable commit among all that wait, as the product does: without that it would be no fair rival.</summary>
internal sealed class RawSqlite : Raw
{
    private readonly Sqlite _database;
    private readonly RawIndex _index;
    private readonly Channel<(IReadOnlyList<Statement> Statements, Renaming Renaming, TaskCompletionSource Written)> _queue = System.Threading.Channels.Channel.CreateUnbounded<(IReadOnlyList<Statement>, Renaming, TaskCompletionSource)>(new() { SingleReader = true });
    private readonly Task _writing;

    public RawSqlite(Sqlite database, int size) : base(database, size)
    {
        (_database, _index) = (database, new RawIndex(database));
        _writing = Task.Run(WriteOn);
    }

    protected override Task<DbConnection> Connect() => Task.FromResult<DbConnection>(_database.Open());

    protected override Task Commit(RawClient client, IReadOnlyList<Statement> statements, Renaming renaming)
    {
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _queue.Writer.TryWrite((statements, renaming, written));
        return written.Task;
    }

    protected override void Made(Request request, long ticket) => _index.Add(request, ticket);

    protected override Task Index(CancellationToken stop) => _index.Run(
        batch => Commit(null!, [.. batch.Select(b => b.Words with { Args = [("@id", Row(b.Ticket, (long)b.Words.Args[0].Value!)), .. b.Words.Args[1..]] })], default), stop);

    public override async ValueTask DisposeAsync()
    {
        _queue.Writer.Complete();
        await _writing;
        await _database.DisposeAsync();
    }

    private static long Row(long ticket, long recorded) => ticket << SearchIndex.TicketBits | (recorded & ((1L << SearchIndex.TicketBits) - 1));

    private async Task WriteOn()
    {
        await using var writer = new RawClient(_database, _database.Open());
        var together = new List<(IReadOnlyList<Statement> Statements, Renaming Renaming, TaskCompletionSource Written)>();
        while (await _queue.Reader.WaitToReadAsync())
        {
            while (_queue.Reader.TryRead(out var next)) together.Add(next);
            writer.Run(new Statement("begin immediate"), default);
            foreach (var (statements, renaming, _) in together)
                foreach (var statement in statements) writer.Run(statement, renaming);
            writer.Run(new Statement("commit"), default);
            foreach (var (_, _, written) in together) written.SetResult();
            together.Clear();
        }
    }
}
