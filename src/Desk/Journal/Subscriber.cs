namespace FirstContact.Journal;

/// <summary>
/// Reads the whole journal in order and turns entries into rows, in the transaction that also moves its position.
/// Rows are upserts, so that a replay over what is left does no harm.
/// </summary>
public abstract class Subscriber
{
    /// <summary>As an administrator calls it: <c>firstcontact replay search-index</c>.</summary>
    public abstract string Name { get; }

    /// <summary>What it is for, in a sentence for the health page.</summary>
    public abstract string Title { get; }

    public virtual int Batch => 200;

    /// <summary>How long it lets entries gather after a batch that was not full: a busy desk is spared a transaction for each, and a quiet one waits for nothing.</summary>
    public virtual TimeSpan Gathers => TimeSpan.FromMilliseconds(150);

    /// <summary>For whoever needs nothing but the entries.</summary>
    public virtual IEnumerable<Write> Rows(Database database, IReadOnlyList<Entry> entries) => [];

    /// <summary>For whoever has to look at what came before; it may only read.</summary>
    public virtual Task<IEnumerable<Write>> Rows(Reader read, IReadOnlyList<Entry> entries) => Task.FromResult(Rows(read.Database, entries));

    /// <summary>What to throw away before reading all again; null when a replay would do harm.</summary>
    public virtual Statement? Forget(Database database) => null;
}
