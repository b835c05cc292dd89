using FirstContact.Fields;
using FirstContact.Tickets;

namespace FirstContact.Import;

/// <summary>Takes in the tickets of a file: all of them, or none when a single line is wrong. What was taken in before is passed over.</summary>
public sealed record ImportTickets(CsvFile File, ImportMapping Mapping, bool DryRun = false) : ICommand<ImportReport>
{
    /// <summary>Hears how many lines of how many have been read.</summary>
    public Action<int, int>? Progress { get; init; }

    public Permission Needs => TicketPermissions.Import;

    public async Task<Result<ImportReport>> Do(Work work)
    {
        if (!ImportColumns.Of(ImportKind.Tickets, File.Headers, Mapping, ImportField.Of(ImportKind.Tickets, await work.Read.Fields())).Is(out var columns, out var no)) return no;
        if (!columns.Has("description") && !columns.Has("title")) return ImportErrors.ColumnMissing("description or title");

        var keys = Imported.Keys(File, columns);
        var here = await Imported.Here(work.Read, Ticket.Subject, keys.Select(k => k.Key));
        var own = await Imported.Own(work.Read, File.Lines.Select(l => columns.Value(l, "number")));
        var surroundings = await TicketSurroundings.Load(work, File.Lines.Where((_, i) => !here.Contains(keys[i].Key)), columns, DryRun);
        var tally = new Tally(ImportKind.Tickets, File, columns, Progress);
        var taken = new List<(string Key, Past<Ticket> Made)>();

        foreach (var (line, (key, twice)) in File.Lines.Zip(keys))
        {
            tally.Passed();
            if ((line.Wrong ?? twice) is { } broken) tally.Wrong(line, broken);
            else if (here.Contains(key) || IsOurs(line, columns, own)) tally.AlreadyHere++;
            else if (new TicketLine(columns, surroundings, line, work.By).Read() is var made && made.Error is { } wrong) tally.Wrong(line, wrong);
            else
            {
                tally.New++;
                taken.Add((key, made));
            }
        }

        var write = tally.IsGood && !DryRun;
        if (write && taken.Count > 0)
        {
            var ids = await work.Read.Database.NextIds(work.Read, Ticket.Subject, taken.Count);
            surroundings.Create(work);
            work.Tickets.CreateMany([.. taken.Zip(ids, (t, id) => t.Made with { State = t.Made.State with { Id = new(id) } })]);
            work.Write(Imported.Rows(Ticket.Subject, taken.Zip(ids, (t, id) => (t.Key, id))));
        }
        return tally.Report(taken.Count > 0 ? surroundings.Creates : [], write);
    }

    // What it did once is passed over the second time.
    public Task<Result<ImportReport>> Again(Work work, long subject) => Do(work);

    public long Subject(ImportReport answer) => 0;

    public override string ToString() => $"ImportTickets {File.Hash} {Mapping} {DryRun}";

    private static bool IsOurs(CsvLine line, ImportColumns columns, HashSet<(string, Instant)> own) =>
        own.Count > 0 && columns.Value(line, "number") is { } number && columns.Value(line, "openedAt") is { } at
        && ImportWords.Time(at, columns.Zone) is { } opened && own.Contains((number, opened));
}
