namespace FirstContact.Data;

/// <summary>Something that waits for its commit. Writes are data, not closures: so a command has loaded all before it writes anything.</summary>
public abstract record Write;

/// <summary>One statement. One that must meet exactly one row says so; if it does not, nothing of its commit is written.</summary>
public sealed record Statement(string Sql, params (string Name, object? Value)[] Args) : Write
{
    public bool MustMeetOneRow { get; init; }

    /// <summary>Who is woken when a subscriber or a job has committed this.</summary>
    public Seq<string> Rings { get; init; } = [];
}

/// <summary>Many rows for one table at once, for imports: COPY on PostgreSQL, one prepared insert on SQLite.</summary>
public sealed record Rows(string Table, IReadOnlyList<string> Columns, IReadOnlyList<object?[]> Values) : Write;

/// <summary>How a commit ended: written; a row that had to be met had changed; a key was taken; too many are waiting.</summary>
public enum Outcome { Done, Stale, Taken, Busy }
