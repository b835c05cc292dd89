using System.Collections.Concurrent;

namespace FirstContact.Journal;

/// <summary>
/// The one place that writes rows of one kind, and that loads a whole one to change it. A slice says how a row is read
/// and which columns it has; insert and version-checked update follow from that.
/// </summary>
public abstract class Store<T>(Work work) where T : class, IAggregate<T>
{
    private static readonly ConcurrentDictionary<string, (string Insert, string Update)> Texts = [];

    protected Work Work => work;
    protected abstract string Table { get; }
    protected abstract Error NotFound { get; }

    protected abstract Task<T?> Find(long id);

    /// <summary>All columns of the row with their values; id and version are added here.</summary>
    protected abstract (string Column, object? Value)[] Row(T state);

    /// <summary>A state without a past, for the first event to be applied to.</summary>
    protected abstract T Blank(long id);

    /// <summary>Rows of other tables that follow this one, links mostly.</summary>
    protected virtual IEnumerable<Write> Besides(T before, T after) => [];

    /// <summary>The same for many new ones at once.</summary>
    protected virtual IEnumerable<Rows> BesidesMany(IReadOnlyList<Past<T>> made) => [];

    public async Task<Result<T>> Load(long id) => (work.After<T>(id) ?? await Find(id)) is { } found ? found : NotFound;

    /// <summary>Loads, lets the verb decide, and keeps what it decided: all that most commands do.</summary>
    public async Task<Result<T>> Change(long id, Func<T, Decision> verb)
    {
        if (!(await Load(id)).Is(out var state, out var no)) return no;
        return await IsStale(state) ? Errors.Stale : Change(state, verb(state));
    }

    /// <summary>Whether the caller goes by a version that is not the last one any more.</summary>
    public async Task<bool> IsStale(T state) => work.Call.Expects is { } version && version != state.Version && !await IsAsGood(state, version);

    /// <summary>Whether nothing has happened since that version which whoever looked at it must know.</summary>
    protected virtual Task<bool> IsAsGood(T state, int version) => Task.FromResult(false);

    /// <summary>Keeps what was decided on a state that has been loaded already.</summary>
    public Result<T> Change(T state, Decision decision) =>
        work.Record(state, decision, (before, after) => [Update(before, after), .. Besides(before, after)]);

    public async Task<Result<T>> Create(Decision decision)
    {
        if (decision.Error is { } no) return no;
        return Create(await work.Read.Database.NextId(work.Read, Table), decision);
    }

    /// <summary>With an id chosen before, because the decision needed it.</summary>
    public Result<T> Create(long id, Decision decision) =>
        work.Record(Blank(id), decision, (before, after) => [Insert(after), .. Besides(before, after)]);

    /// <summary>Many at once with the past they bring along, for imports.</summary>
    public void CreateMany(IReadOnlyList<Past<T>> made)
    {
        if (made.Count == 0) return;
        work.RecordMany(Table, Columns(Row(Blank(0))), [.. made.Select(m => (m, (object?[])[m.State.Key, m.State.Version, .. Row(m.State).Select(c => c.Value)]))]);
        foreach (var rows in BesidesMany(made)) work.Write(rows);
    }

    private Statement Insert(T state) => new(Sql(state).Insert, Args(state));

    private Statement Update(T before, T after) => new(Sql(after).Update, [.. Args(after), ("@was", before.Version)]) { MustMeetOneRow = true };

    private (string, object?)[] Args(T state) => [("@id", state.Key), ("@version", state.Version), .. Row(state).Select(c => ("@" + c.Column, c.Value))];

    private static string[] Columns((string Column, object? Value)[] row) => ["id", "version", .. row.Select(c => c.Column)];

    private (string Insert, string Update) Sql(T state) => Texts.GetOrAdd(Table, _ =>
    {
        var columns = Columns(Row(state));
        return (
            $"insert into {Table} ({string.Join(", ", columns)}) values ({string.Join(", ", columns.Select(c => "@" + c))})",
            $"update {Table} set {string.Join(", ", columns.Skip(1).Select(c => $"{c} = @{c}"))} where id = @id and version = @was");
    });
}
