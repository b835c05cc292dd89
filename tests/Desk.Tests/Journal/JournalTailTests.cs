using FirstContact.Tickets;

namespace FirstContact.Journal;

/// <summary>All readers of a node share one read of what is new; what each of them gets is what it would have read by itself.</summary>
public sealed class JournalTailTests
{
    private static readonly Call Customer = Node.With(TicketPermissions.TakePart);

    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task Who_comes_later_to_the_same_place_asks_nothing(string engine)
    {
        await using var node = await Node.Fresh(engine);
        await using var watched = new Watched(node);
        for (var i = 0; i < 12; i++) await node.Done(TicketDesk.Asking(), Customer);
        await node.Settled();

        var first = await watched.Tail.After(Position.Start, 10);
        Assert.Equal(Enumerable.Range(1, 10), first.Select(e => (int)e.Position.Number));
        Assert.Equal(1, watched.Reads);
        Assert.Equal(first, await watched.Tail.After(Position.Start, 10));
        Assert.Equal(first.Skip(3).Take(4), await watched.Tail.After(first[2].Position, 4));
        Assert.Equal(first.TakeLast(1), await watched.Tail.After(first[^2].Position, 10));
        Assert.Equal(1, watched.Reads);

        var rest = await watched.Tail.After(first[^1].Position, 10);
        Assert.Equal([11, 12], rest.Select(e => (int)e.Position.Number));
        Assert.Equal(2, watched.Reads);
        // The two reads have become one part: who has seen half of the first gets both.
        Assert.Equal(first.Skip(5).Concat(rest), await watched.Tail.After(first[4].Position, 10));
        Assert.Equal(2, watched.Reads);
        // At the very end there may be something new each time.
        Assert.Empty(await watched.Tail.After(rest[^1].Position, 10));
        Assert.Equal(3, watched.Reads);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Many_who_come_at_once_ask_once(string engine)
    {
        await using var node = await Node.Fresh(engine);
        await using var watched = new Watched(node);
        for (var i = 0; i < 5; i++) await node.Done(TicketDesk.Asking(), Customer);
        await node.Settled();
        var read = await Task.WhenAll(Enumerable.Range(0, 7).Select(_ => Task.Run(() => watched.Tail.After(Position.Start, 10))));
        Assert.All(read, r => Assert.Equal(5, r.Count));
        Assert.Equal(1, watched.Reads);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Who_is_far_behind_reads_by_itself_and_takes_nothing_from_the_others(string engine)
    {
        await using var node = await Node.Fresh(engine);
        await using var watched = new Watched(node);
        for (var i = 0; i < 9; i++) await node.Done(TicketDesk.Asking(), Customer);
        await node.Settled();
        var all = await watched.Tail.After(Position.Start, 100);

        // Another tail that began at the sixth: it knows nothing of what came before.
        await using var late = new Watched(node);
        var end = await late.Tail.After(all[5].Position, 100);
        Assert.Equal([7, 8, 9], end.Select(e => (int)e.Position.Number));
        Assert.Equal([1, 2], (await late.Tail.After(Position.Start, 2)).Select(e => (int)e.Position.Number));
        Assert.Equal([3, 4, 5, 6, 7, 8, 9], (await late.Tail.After(all[1].Position, 100)).Select(e => (int)e.Position.Number));
        Assert.Equal(3, late.Reads);
        Assert.Equal(end, await late.Tail.After(all[5].Position, 100));
        Assert.Equal(3, late.Reads);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task It_keeps_the_latest_thousand_only(string engine)
    {
        await using var node = await Node.Fresh(engine);
        await using var watched = new Watched(node);
        await node.Done(TicketDesk.Asking(), Customer);
        await node.Database.Commit([new Statement("""
            with recursive n (i) as (select 1 union all select i + 1 from n where i < 2500)
            insert into journal (subject, key, event, version, actor, cause, at, body)
            select j.subject, j.key, j.event, j.version, j.actor, j.cause, j.at, j.body from journal j cross join n where j.position = 1
            """)]);
        await node.Settled();

        var (last, seen, places) = (Position.Start, 0, new List<Position>());
        while (await watched.Tail.After(last, 200) is { Count: > 0 } read)
        {
            Assert.All(read.Zip(read.Skip(1)), pair => Assert.True(pair.Second.Position.IsBehind(pair.First.Position)));
            places.Add(last);
            (last, seen) = (read[^1].Position, seen + read.Count);
        }
        Assert.Equal(2501, seen);
        var before = watched.Reads;
        Assert.Equal(200, (await watched.Tail.After(places[^4], 200)).Count);
        Assert.Equal(before, watched.Reads);
        Assert.Equal(200, (await watched.Tail.After(places[2], 200)).Count);
        Assert.Equal(before + 1, watched.Reads);
    }

    /// <summary>Readers of every pace beside many writers: each has, in the end, exactly what the journal says, in its order.</summary>
    [Theory, MemberData(nameof(Engines))]
    public async Task Readers_of_every_pace_miss_nothing_while_many_write(string engine)
    {
        await using var node = await Node.Fresh(engine);
        await using var watched = new Watched(node);
        const int writers = 8, each = 25;
        var readers = Enumerable.Range(1, 6).Select(pace => Task.Run(async () =>
        {
            var (last, seen) = (Position.Start, new List<Position>());
            while (seen.Count < writers * each)
            {
                var read = await watched.Tail.After(last, pace * 7);
                seen.AddRange(read.Select(e => e.Position));
                if (read.Count > 0) last = read[^1].Position;
                await Task.Delay(pace * 2);
            }
            return seen;
        })).ToList();
        await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < each; i++) await node.Done(TicketDesk.Asking(), Customer);
        })));
        await node.Settled();
        await using var plain = await node.Database.Read();
        var written = (await node.Get<JournalReader>().After(plain, Position.Start, 1000)).Select(e => e.Position).ToList();
        Assert.Equal(writers * each, written.Count);
        foreach (var seen in await Task.WhenAll(readers).WaitAsync(TimeSpan.FromSeconds(60))) Assert.Equal(written, seen);
    }

    /// <summary>A tail on a connection of its own, which counts what it asks.</summary>
    private sealed class Watched : IAsyncDisposable
    {
        private readonly Database _database;
        private int _reads;

        public Watched(Node node)
        {
            _database = Database.From(node.Connection);
            _database.Watch = (_, _) => Interlocked.Increment(ref _reads);
            Tail = new(_database, node.Get<JournalReader>());
        }

        public JournalTail Tail { get; }

        public int Reads => _reads;

        public async ValueTask DisposeAsync()
        {
            Tail.Dispose();
            await _database.DisposeAsync();
        }
    }
}
