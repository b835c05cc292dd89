using FirstContact.Policies;
using FirstContact.Tickets;

namespace FirstContact.Journal;

public sealed class ReplayTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task A_replay_beside_a_running_node_makes_all_again_and_nothing_twice(string engine)
    {
        var connection = await TestDatabase.Fresh(engine);
        await using (var database = Database.From(connection))
            await database.Commit([new Statement("create table tally (position bigint primary key)")]);
        await using var running = await Node.Start(connection, new Tally());
        for (var i = 0; i < 30; i++)
            await running.Done(new OpenTicket(TicketKind.Incident, Channel.Phone, "Labels", "They are blank", TestDatabase.HelensAddress, Level.Low, Level.Low), new(Caller.Desk, "test"));
        await Patience.Until(async () => await Count(running, "tally") == 30);
        await running.Database.Commit([new Statement("delete from tally where position > 10")]);

        // Another process, as the verb is one.
        await using (var beside = await Node.Start(connection))
            Assert.True(await DeskModule.Runner(beside.Get<IServiceProvider>(), new Tally()).Replay());

        await Patience.Until(async () => await Count(running, "tally") == 30);
        Assert.Equal(0, await Count(running, "subscriber where poison is not null"));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_cannot_be_taken_back_is_not_replayed(string engine)
    {
        await using var node = await Node.Fresh(engine);
        Assert.False(await DeskModule.Runner(node.Get<IServiceProvider>(), new Letters()).Replay());
    }

    private static async Task<long> Count(Node node, string what)
    {
        await using var read = await node.Database.Read();
        return await read.One($"select count(*) from {what}", r => r.GetInt64(0));
    }

    private sealed class Tally : Subscriber
    {
        public override string Name => "tally";
        public override string Title => "Counts";

        public override IEnumerable<Write> Rows(Database database, IReadOnlyList<Entry> entries) =>
            entries.Select(e => new Statement("insert into tally (position) values (@position)", ("@position", e.Position.Number)));

        public override Statement? Forget(Database database) => new("delete from tally");
    }

    private sealed class Letters : Subscriber
    {
        public override string Name => "letters";
        public override string Title => "Sends";
        public override IEnumerable<Write> Rows(Database database, IReadOnlyList<Entry> entries) => [];
    }
}
