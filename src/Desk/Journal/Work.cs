namespace FirstContact.Journal;

/// <summary>
/// One try at one command. It reads now; what it writes waits in <see cref="Writes"/> and is committed with the journal
/// entries in one transaction, or not at all. Slices hang their stores on it as extension properties: <c>work.Tickets</c>.
/// </summary>
public sealed class Work(Reader read, Call call, Instant now, EventCatalogue catalogue)
{
    /// <summary>The cause of every entry that an import brings, by whichever way it came: nobody is to be notified of the past.</summary>
    public const string Imported = "import";

    private readonly List<Write> _writes = [];
    private readonly HashSet<string> _topics = [];
    private readonly Dictionary<(Type, long), object> _after = [];
    private readonly List<Event> _happened = [];

    public Reader Read => read;
    public Call Call => call;
    public Caller Caller => call.Caller;
    public By By { get; } = new(call.Caller.Person, now);
    public Question Question => new(read, call.Caller, now, catalogue);
    public IReadOnlyList<Write> Writes => _writes;
    public IReadOnlyCollection<string> Topics => _topics;

    /// <summary>All that has been decided so far.</summary>
    public IReadOnlyList<Event> Happened => _happened;

    public void Write(Write write) => _writes.Add(write);

    /// <summary>Whom this concerns besides those who watch the thing itself.</summary>
    public void Ring(string topic) => _topics.Add(topic);

    /// <summary>The thing as this work is going to leave it, if it has been changed here already: the next verb goes on from there.</summary>
    public T? After<T>(long key) where T : class => _after.GetValueOrDefault((typeof(T), key)) as T;

    /// <summary>Takes a thing to be in this state, whatever its row says: for what would be done to it.</summary>
    internal void Suppose<T>(T state) where T : class, IAggregate<T> => _after[(typeof(T), state.Key)] = state;

    /// <summary>How far it has come; <see cref="Return"/> leads back there.</summary>
    public int Mark => _writes.Count;

    /// <summary>Forgets what was done to this one thing since the mark.</summary>
    public void Return<T>(int mark, T before) where T : IAggregate<T>
    {
        _writes.RemoveRange(mark, _writes.Count - mark);
        _after[(typeof(T), before.Key)] = before;
    }

    /// <summary>Folds the decided events through Apply; the row goes first, so that its version guards the entries.</summary>
    public Result<T> Record<T>(T before, Decision decision, Func<T, T, IEnumerable<Write>> rows) where T : IAggregate<T>
    {
        if (decision.Error is { } no) return no;
        if (decision.Events.Count == 0) return before;

        var after = decision.Events.Aggregate(before, (state, happened) => state.Apply(happened, By));
        _writes.AddRange(rows(before, after));
        foreach (var happened in decision.Events) Write(new Statement(JournalEntry.Insert, JournalEntry.Row(catalogue, T.Subject, after.Key, happened, By, call.Cause)));
        _topics.Add(T.Subject);
        _topics.Add($"{T.Subject}/{after.Key}");
        _after[(typeof(T), after.Key)] = after;
        _happened.AddRange(decision.Events);
        return after;
    }

    /// <summary>An entry as it would be written for a subject of this kind.</summary>
    internal (string, object?)[] Row(string subject, Event happened) => JournalEntry.Row(catalogue, subject, 0, happened, By, call.Cause);

    /// <summary>Many new things at once, for imports: the rows of their table, then all their entries, each at its own time.</summary>
    public void RecordMany<T>(string table, IReadOnlyList<string> columns, IReadOnlyList<(Past<T> Made, object?[] Row)> made) where T : class, IAggregate<T>
    {
        if (made.Count == 0) return;
        Write(new Rows(table, columns, [.. made.Select(m => m.Row)]));
        Write(new Rows("journal", JournalEntry.Columns,
            [.. from m in made from past in m.Made.Events select (object?[])[.. JournalEntry.Row(catalogue, T.Subject, m.Made.State.Key, past.Happened, past.By, Imported).Select(c => c.Item2)]]));
        _topics.Add(T.Subject);
    }
}
