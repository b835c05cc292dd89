using System.Collections.Concurrent;
using System.Data.Common;
using Npgsql;

namespace FirstContact.Bench;

/// <summary>PostgreSQL by itself: a commit is one prepared batch, hence one round trip.</summary>
internal sealed class RawPostgres(Postgres database, int size) : Raw(database, size)
{
    private readonly RawIndex _index = new(database);
    private readonly ConcurrentDictionary<RawClient, NpgsqlBatch> _batches = [];

    protected override async Task<DbConnection> Connect()
    {
        var connection = database.Listener();
        await connection.OpenAsync();
        return connection;
    }

    protected override async Task Commit(RawClient client, IReadOnlyList<Statement> statements, Renaming renaming)
    {
        var isNew = !_batches.TryGetValue(client, out var batch);
        if (isNew) _batches[client] = batch = Batch((NpgsqlConnection)client.Connection, statements);
        for (var i = 0; i < statements.Count; i++)
            for (var j = 0; j < statements[i].Args.Length; j++)
                batch!.BatchCommands[i].Parameters[j].Value = Database.Stored(renaming.Of(statements[i].Args[j].Value));
        if (isNew) await batch!.PrepareAsync();
        await batch!.ExecuteNonQueryAsync();
    }

    protected override void Made(Request request, long ticket) => _index.Add(request, ticket);

    protected override Task Index(RawClient writer, CancellationToken stop) => _index.Run(batch =>
    {
        T[] All<T>(string name) => [.. batch.Select(b => ((T[])b.Words.Args.First(a => a.Name == name).Value!)[0])];
        writer.Run(batch[0].Words with { Args = [("@tickets", batch.Select(b => b.Ticket).ToArray()), ("@parts", All<int>("@parts")), ("@internals", All<int>("@internals")), ("@words", All<string>("@words"))] }, default);
        return Task.CompletedTask;
    }, stop);

    public override ValueTask DisposeAsync() => Database.DisposeAsync();

    private static NpgsqlBatch Batch(NpgsqlConnection connection, IReadOnlyList<Statement> statements)
    {
        var batch = new NpgsqlBatch(connection);
        foreach (var statement in statements)
        {
            var command = new NpgsqlBatchCommand(statement.Sql);
            foreach (var (name, _) in statement.Args) command.Parameters.Add(new() { ParameterName = name });
            batch.BatchCommands.Add(command);
        }
        return batch;
    }
}
