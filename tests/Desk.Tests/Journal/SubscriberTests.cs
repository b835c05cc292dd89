using FirstContact.Tickets;

namespace FirstContact.Journal;

public sealed class SubscriberTests
{
    private static readonly Call Customer = Node.With(TicketPermissions.TakePart);

    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task It_stops_at_what_it_cannot_bear_says_so_and_goes_on_when_it_is_mended(string engine)
    {
        await using var node = await Node.Fresh(engine);
        await Tally.Prepare(node.Database);
        for (var i = 0; i < 30; i++) await node.Done(TicketDesk.Asking(i == 25 ? "poison" : "wine"), Customer);
        await node.Settled();
        var tally = new Tally("poison");
        var runner = DeskModule.Runner(node.Get<IServiceProvider>(), tally);

        var stopped = await Assert.ThrowsAsync<PoisonException>(async () => { while (await runner.ReadOn() > 0) { } });
        Assert.Equal(25, (await Tally.Counted(node.Database)).Count);
        await Assert.ThrowsAsync<PoisonException>(() => runner.ReadOn());
        var health = (await node.Desk.Ask(new ShowHealth(), Caller.Desk)).Value!;
        Assert.Equal((30, "tally", ("tally", 5)), (health.Entries, health.Stopped.Single(), health.Behind.Single()));
        Assert.Contains($"{stopped.At}: I cannot bear it", Assert.Single(health.Poison), StringComparison.Ordinal);
        Assert.Equal(25, stopped.At.Number);

        tally.Poison = "";
        Assert.Equal(5, await runner.ReadOn());
        Assert.Equal(0, await runner.ReadOn());
        await Tally.IsComplete(node.Database);
        Assert.Empty((await node.Desk.Ask(new ShowHealth(), Caller.Desk)).Value!.Stopped);
    }

    /// <summary>Each write wakes readers: what each costs must not grow with the journal.</summary>
    [Fact]
    public async Task Nobody_reads_the_whole_journal_to_go_on()
    {
        await using var node = await Node.Fresh("sqlite");
        await node.Done(TicketDesk.Asking(), Customer);
        var asked = new List<Statement>();
        node.Database.Watch = (writes, commits) => { if (!commits) asked.AddRange(writes.OfType<Statement>()); };
        await using var read = await node.Database.Read();
        await node.Get<JournalReader>().After(read, Position.Start, 10);
        await node.Desk.Ask(new ReadFeed(null), Caller.Desk);
        await node.Desk.Ask(new ShowHealth(), Caller.Desk);
        node.Database.Watch = null;
        var ofJournal = asked.Where(a => a.Sql.Contains("from journal", StringComparison.Ordinal)).ToList();
        Assert.Equal(5, ofJournal.Count);
        foreach (var statement in ofJournal)
        {
            var plan = string.Join('\n', await read.List($"explain query plan {statement.Sql}", r => r.GetString(3), statement.Args));
            Assert.DoesNotContain("ORDER BY", plan, StringComparison.Ordinal);
            // The end of a table is found without walking it.
            if (statement.Sql.Contains("position >", StringComparison.Ordinal)) Assert.Matches("SEARCH (j|journal) USING (INTEGER PRIMARY KEY|COVERING INDEX)", plan);
        }
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task An_event_from_a_newer_version_stops_it_too(string engine)
    {
        await using var node = await Node.Fresh(engine);
        await Tally.Prepare(node.Database);
        await node.Done(TicketDesk.Asking(), Customer);
        await node.Done(TicketDesk.Asking(), Customer);
        await node.Database.Commit([new Statement("update journal set version = 99 where position = 2")]);
        await node.Settled();
        var runner = DeskModule.Runner(node.Get<IServiceProvider>(), new Tally());
        Assert.Equal(1, await runner.ReadOn());
        var stopped = await Assert.ThrowsAsync<PoisonException>(() => runner.ReadOn());
        Assert.IsType<UnknownEventException>(stopped.InnerException);
        await node.Database.Commit([new Statement("update journal set version = 1 where position = 2")]);
        await node.Settled();
        Assert.Equal(1, await runner.ReadOn());
        await Tally.IsComplete(node.Database);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_replay_forgets_and_reads_all_again(string engine)
    {
        await using var node = await Node.Fresh(engine);
        await Tally.Prepare(node.Database);
        for (var i = 0; i < 25; i++) await node.Done(TicketDesk.Asking(), Customer);
        await node.Settled();
        var runner = DeskModule.Runner(node.Get<IServiceProvider>(), new Tally());
        while (await runner.ReadOn() > 0) { }
        await node.Database.Commit([new Statement("delete from tally where entry < 10")]);
        Assert.True(await runner.Replay());
        Assert.Empty(await Tally.Counted(node.Database));
        while (await runner.ReadOn() > 0) { }
        await Tally.IsComplete(node.Database);
        Assert.False(await DeskModule.Runner(node.Get<IServiceProvider>(), new Once()).Replay());
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Of_two_that_read_the_same_one_writes(string engine)
    {
        await using var node = await Node.Fresh(engine);
        await Tally.Prepare(node.Database);
        for (var i = 0; i < 30; i++) await node.Done(TicketDesk.Asking(), Customer);
        await node.Settled();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            var runner = DeskModule.Runner(node.Get<IServiceProvider>(), new Tally());
            while (await runner.ReadOn() > 0) { }
        })));
        await Tally.IsComplete(node.Database);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_ring_that_was_lost_is_made_good_by_looking(string engine)
    {
        var connection = await TestDatabase.Fresh(engine);
        await using var database = Database.From(connection);
        await Tally.Prepare(database);
        await using var node = await Node.Start(connection, new Tally());
        var silent = new Desk(database, DeskModule.Catalogue, new Bell(), new DeskClock(SystemClock.Instance));
        Assert.Null((await silent.Do(TicketDesk.Asking(), Customer)).Error);
        await Tally.IsComplete(node.Database);
    }

    /// <summary>What can be made again need not wait for the disk; what somebody was told is done always does.</summary>
    [Fact]
    public async Task Its_commits_wait_for_no_disk_and_all_others_do()
    {
        // One connection only: what is said for one commit must be forgotten by the next.
        var connection = await TestDatabase.Fresh("postgres");
        await using var node = await Node.Start(connection);
        await using var database = Database.From($"{connection};Maximum Pool Size=1");
        await database.Commit([new Statement("create table how_committed (by_whom text, synchronous text)")]);
        await node.Done(TicketDesk.Asking(), Customer);
        await node.Settled();
        using var tail = new JournalTail(database, node.Get<JournalReader>());
        var runner = new SubscriberRunner(new Witness(), database, tail, new Bell(), Microsoft.Extensions.Logging.Abstractions.NullLogger<SubscriberRunner>.Instance);

        await database.Commit([Witness.Of("before")]);
        Assert.Equal(1, await runner.ReadOn());
        await database.Commit([Witness.Of("after")]);
        await using var read = await database.Read();
        Assert.Equal([("before", "on"), ("subscriber", "off"), ("after", "on")], await read.List("select by_whom, synchronous from how_committed", r => (r.GetString(0), r.GetString(1))));
    }

    private sealed class Witness : Subscriber
    {
        public override string Name => "witness";
        public override string Title => "Says how it was committed";
        public override IEnumerable<Write> Rows(Database database, IReadOnlyList<Entry> entries) => entries.Select(_ => Of("subscriber"));
        public static Statement Of(string whom) => new("insert into how_committed values (@whom, current_setting('synchronous_commit'))", ("@whom", whom));
    }

    /// <summary>One whose rows went out into the world: nothing of it can be done again.</summary>
    private sealed class Once : Subscriber
    {
        public override string Name => "once";
        public override string Title => "Cannot be taken back";
        public override IEnumerable<Write> Rows(Database database, IReadOnlyList<Entry> entries) => [];
    }
}
