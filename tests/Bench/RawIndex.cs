using System.Collections.Concurrent;
using FirstContact.Subscribers;

namespace FirstContact.Bench;

/// <summary>What the raw engine has still to make findable: the words of each kind of request, cut beforehand, with the number of each new ticket.</summary>
internal sealed class RawIndex(Database database)
{
    private static readonly TimeSpan Gathers = new SearchIndex().Gathers;
    private static readonly int Batch = new SearchIndex().Batch;
    private readonly ConcurrentDictionary<Request, Statement> _cut = [];
    private readonly ConcurrentQueue<(Statement Words, long Ticket)> _waiting = [];

    public void Add(Request request, long ticket) => _waiting.Enqueue((_cut.GetOrAdd(request, Cut), ticket));

    /// <summary>Until it is stopped and nothing waits any more.</summary>
    public async Task Run(Func<IReadOnlyList<(Statement Words, long Ticket)>, Task> write, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested || !_waiting.IsEmpty)
        {
            var batch = new List<(Statement, long)>();
            while (batch.Count < Batch && _waiting.TryDequeue(out var next)) batch.Add(next);
            if (batch.Count > 0) await write(batch);
            if (batch.Count < Batch && !stop.IsCancellationRequested) await Task.Delay(Gathers, CancellationToken.None);
        }
    }

    private Statement Cut(Request request)
    {
        var opened = request.Trips.First(t => t.Commits).Statements.First(s => s.Sql == JournalEntry.Insert);
        object? Arg(string name) => opened.Args.First(a => a.Name == name).Value;
        var happened = DeskModule.Catalogue.Read((string)Arg("@event")!, (int)Arg("@version")!, (string)Arg("@body")!);
        var entry = new Entry(Position.Start, Ticket.Subject, request.Made, happened, PersonId.Desk, "api", Instant.MinValue);
        return (Statement)new SearchIndex().Rows(database, [entry]).Single();
    }
}
