using System.Data.Common;

namespace FirstContact.Data;

/// <summary>A rented connection that only reads. Rows are filled by a plain lambda over ordinals: fast, and the compiler reads along.</summary>
public abstract class Reader(Database database) : IAsyncDisposable
{
    public Database Database => database;

    protected abstract DbCommand Command(string sql, (string Name, object? Value)[] args);

    public abstract ValueTask DisposeAsync();

    public async Task<List<T>> List<T>(string sql, Func<DbDataReader, T> row, params (string, object?)[] args)
    {
        var rows = new List<T>();
        await using var reader = await Run(sql, args);
        while (await reader.ReadAsync()) rows.Add(row(reader));
        return rows;
    }

    /// <summary>As <see cref="List"/>, for what many ask at the same time: they get one answer, and nothing has happened since it was read.</summary>
    public Task<IReadOnlyList<T>> ListForMany<T>(string sql, Func<DbDataReader, T> row, params (string, object?)[] args) =>
        database.Answers.Get<IReadOnlyList<T>>(Answers.Question(sql, args.Select(a => database.Stored(a.Item2))), async () => await List(sql, row, args));

    /// <summary>For many rows of which none is kept.</summary>
    public async Task Each(string sql, Action<DbDataReader> row, params (string, object?)[] args)
    {
        await using var reader = await Run(sql, args);
        while (await reader.ReadAsync()) row(reader);
    }

    /// <summary>
    /// What changes seldom and is asked all the time: loaded once and kept until the bell rings for its subject, or some
    /// seconds have passed, whichever is sooner.
    /// </summary>
    public ValueTask<T> Kept<T>(string subject, Func<Reader, Task<T>> load, long key = 0) where T : class => database.Kept.Get(this, subject, key, load);

    /// <summary>The first row, or the default of its type (null, zero) when there is none.</summary>
    public async Task<T?> One<T>(string sql, Func<DbDataReader, T> row, params (string, object?)[] args)
    {
        await using var reader = await Run(sql, args);
        return await reader.ReadAsync() ? row(reader) : default;
    }

    private Task<DbDataReader> Run(string sql, (string, object?)[] args)
    {
        database.Watch?.Invoke([new Statement(sql, args)], false);
        return Command(sql, args).ExecuteReaderAsync();
    }
}
