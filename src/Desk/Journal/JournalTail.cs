namespace FirstContact.Journal;

/// <summary>
/// The end of the journal, for all subscribers of a node: who reads on first reads for the others, which stand at the same place and come a moment later.
/// What has settled never changes and nothing comes in between any more, so that it may be kept.
/// </summary>
public sealed class JournalTail(Database database, JournalReader journal) : IDisposable
{
    private const int MostKept = 1024;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private Part? _kept;

    /// <summary>The entries behind a position that have settled, in order; the oldest, when there are more than so many.</summary>
    public async Task<IReadOnlyList<Entry>> After(Position last, int most, CancellationToken stop = default)
    {
        if (Kept(last, most) is { Count: > 0 } known) return known;
        // Who is far behind reads by itself, and keeps nobody waiting.
        if (_kept is { } part && part.From.IsBehind(last)) return await Read(last, most, stop);
        await _turn.WaitAsync(stop);
        try
        {
            if (Kept(last, most) is { Count: > 0 } meanwhile) return meanwhile;
            var read = await Read(last, most, stop);
            if (read.Count > 0) _kept = _kept is { } before && before.To == last ? before.With(read) : new(last, read);
            return read;
        }
        finally { _turn.Release(); }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<List<Entry>> Read(Position last, int most, CancellationToken stop)
    {
        await using var read = await database.Read(stop);
        return await journal.After(read, last, most);
    }

    private List<Entry>? Kept(Position last, int most) => _kept is { } part && !part.From.IsBehind(last) && part.To.IsBehind(last) ? part.After(last, most) : null;

    /// <summary>All there is behind one position, up to that of the last entry.</summary>
    private sealed class Part(Position from, List<Entry> entries)
    {
        public Position From => from;

        public Position To => entries[^1].Position;

        public List<Entry> After(Position last, int most)
        {
            var (low, high) = (0, entries.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (entries[middle].Position.IsBehind(last)) high = middle;
                else low = middle + 1;
            }
            return entries.GetRange(low, Math.Min(most, entries.Count - low));
        }

        public Part With(List<Entry> more)
        {
            var forgotten = Math.Max(0, entries.Count + more.Count - MostKept);
            return forgotten == 0 ? new(from, [.. entries, .. more])
                : forgotten < entries.Count ? new(entries[forgotten - 1].Position, [.. entries.Skip(forgotten), .. more])
                : new(To, more);
        }
    }
}
