using NodaTime.Text;

namespace FirstContact.Data;

/// <summary>
/// Two things only: read now, or commit a list of writes as one. So PostgreSQL gets one round trip, and SQLite shares one
/// fsync among all that wait.
/// </summary>
public abstract class Database : IAsyncDisposable
{
    /// <summary><c>Data Source=…</c> is SQLite; anything else is a PostgreSQL connection string.</summary>
    public static Database From(string connection) =>
        connection.TrimStart().StartsWith("Data Source=", StringComparison.OrdinalIgnoreCase) ? new Sqlite(connection) : new Postgres(connection);

    /// <summary>The ending of this engine's schema files.</summary>
    public abstract string Name { get; }

    /// <summary>SQL that is true of a journal entry that no transaction still under way can come before.</summary>
    public abstract string Settled { get; }

    /// <summary>
    /// What to commit first of all, when the commit need not wait for the disk. Only for what can be made again from the journal, and moves its own position with it:
    /// after a crash of the engine the latest of it may be missing, as a whole, and whatever is committed in the usual way secures all that came before.
    /// </summary>
    public virtual IEnumerable<Write> Unhurried => [];

    /// <summary>Where the desk is: calendars that name no zone are counted there.</summary>
    public DateTimeZone HomeZone { get; set; } = DateTimeZone.Utc;

    internal Kept Kept { get; } = new();

    internal Answers Answers { get; } = new();

    /// <summary>Sees what is asked, and what is committed as one, before it runs: so the benchmarks learn which statements a page is made of.</summary>
    internal Action<IReadOnlyList<Write>, bool>? Watch { get; set; }

    /// <summary>Something about these subjects has changed, here or on another node.</summary>
    public void Forget(IReadOnlyCollection<string> subjects)
    {
        Kept.Forget(subjects);
        Answers.Forget();
    }

    /// <exception cref="BusyException">There is no connection to read on, and will be none soon.</exception>
    public abstract ValueTask<Reader> Read(CancellationToken stop = default);

    public abstract Task<Outcome> Commit(IReadOnlyList<Write> writes, CancellationToken stop = default);

    /// <summary>The next number of a table whose rows people call by number.</summary>
    public abstract ValueTask<long> NextId(Reader read, string table);

    /// <summary>So many numbers at once, for imports: one round trip.</summary>
    public abstract ValueTask<IReadOnlyList<long>> NextIds(Reader read, string table, int count);

    /// <summary>Brings the schema up to date, under a lock: of several processes that start at once, one does it and the others wait.</summary>
    public abstract Task Migrate();

    /// <summary>Whether a desk has been made in it.</summary>
    public virtual async Task<bool> IsDesk()
    {
        await using var read = await Read();
        return await Holding.IsDesk(read);
    }

    /// <summary>What is in it; null when no desk has been made in it yet.</summary>
    public virtual async Task<Holding?> Holds()
    {
        await using var read = await Read();
        return await Holding.Of(read);
    }

    /// <summary>Copies the whole desk into one file while it goes on working. <see cref="DeskCopy"/> does it with care.</summary>
    internal abstract Task Backup(string file, CancellationToken stop);

    /// <summary>Opens a copy, reads it through, and says what it holds.</summary>
    internal abstract Task<Holding> Examine(string file, CancellationToken stop);

    /// <summary>Puts a copy in the place of an empty desk.</summary>
    internal abstract Task Restore(string file, CancellationToken stop);

    public abstract ValueTask DisposeAsync();

    /// <summary>The one place where a statement may differ by engine.</summary>
    public string Sql(string sqlite, string postgres) => this is Sqlite ? sqlite : postgres;

    /// <summary>SQL that is true of a number among those of an argument, which <see cref="Ids"/> makes: <c>$"id {IsAmong("@ids")}"</c>.</summary>
    public string IsAmong(string argument) => Sql($"in (select value from json_each({argument}))", $"= any({argument})");

    public object Ids(IEnumerable<long> ids) => this is Sqlite ? $"[{string.Join(',', ids)}]" : ids.ToArray();

    protected abstract object Stored(Instant instant);

    protected internal object Stored(object? value) => value switch
    {
        null => DBNull.Value,
        IId id => id.Value,
        Instant instant => Stored(instant),
        LocalDate day => LocalDatePattern.Iso.Format(day),
        Enum word => word.ToString(),
        _ => value,
    };
}
