namespace FirstContact.Mailboxes;

public sealed class BadServerTests
{
    private const int Letters = 40;

    // Where a second connection would be a fault, a machine that stands still for a moment must not make one.
    private static readonly Duration Lease = Duration.FromSeconds(15);

    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task Connections_that_break_in_the_middle_of_messages_lose_nothing_and_double_nothing(string engine)
    {
        await using var desk = await MailboxDesk.Fresh(engine);
        using var server = Full();
        await using var strait = new Strait(TestImap.Host, TestImap.Port) { BreaksAfter = n => n < 12 ? 3_000 + (n * 4_000) : long.MaxValue };
        var mailbox = await desk.Add(MailboxDesk.Details(server, strait.Port) with { After = MailAfter.Move, MoveTo = "Done" });
        await desk.Fetches();
        await desk.Stores(mailbox, Letters);
        await Patience.Until(() => Task.FromResult(server.Count() == 0));
        await desk.Rests(mailbox);
        Assert.True(strait.Came > 3);
        Assert.Equal((Letters, Letters), (await desk.Stored(mailbox), server.Count("Done")));
        Assert.Empty((await desk.View(mailbox)).Left);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_server_that_refuses_or_says_nothing_is_tried_again_and_said_to_be_so(string engine)
    {
        await using var desk = await MailboxDesk.Fresh(engine);
        using var server = Full();
        await using var strait = new Strait(TestImap.Host, TestImap.Port) { Refuses = true };
        var mailbox = await desk.Add(MailboxDesk.Details(server, strait.Port));
        await desk.Fetches();
        await Patience.Until(async () => (await desk.Line(mailbox)).Error is not null);
        Assert.NotNull((await desk.Line(mailbox)).FailingSince);

        strait.Halt();
        strait.Refuses = false;
        await Patience.Until(async () => (await desk.Line(mailbox)).Error is { } why && why.Contains("said nothing", StringComparison.Ordinal));
        strait.GoOn();
        await desk.Stores(mailbox, Letters);
        await desk.Rests(mailbox);
        Assert.Equal(Letters, await desk.Stored(mailbox));
    }

    [Fact]
    public async Task A_slow_or_broken_server_keeps_no_other_mailbox_waiting()
    {
        await using var desk = await MailboxDesk.Fresh("sqlite");
        using var full = Full();
        using var dead = Full();
        using var small = new TestMailbox();
        small.Put(TestMailbox.Letter("Quick"));
        await using var slow = new Strait(TestImap.Host, TestImap.Port) { Slowly = 200 };
        await using var halted = new Strait(TestImap.Host, TestImap.Port);
        halted.Halt();
        var slowly = await desk.Add(MailboxDesk.Details(full, slow.Port));
        var never = await desk.Add(MailboxDesk.Details(dead, halted.Port));
        var quick = await desk.Add(MailboxDesk.Details(small));
        await desk.Fetches();
        await desk.Rests(quick);
        Assert.True(await desk.Stored(slowly) < Letters);
        Assert.Equal((1, 0), (await desk.Stored(quick), await desk.Stored(never)));
        slow.Slowly = null;
        await desk.Stores(slowly, Letters);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task One_node_alone_reads_a_mailbox_and_another_takes_over(string engine)
    {
        await using var desk = await MailboxDesk.Fresh(engine);
        using var server = Full();
        await using var strait = new Strait(TestImap.Host, TestImap.Port);
        var mailbox = await desk.Add(MailboxDesk.Details(server, strait.Port));
        var other = await desk.OtherNode();
        var first = await desk.Fetches(limits: ImapLimits.Usual, lease: Lease);
        await desk.Stores(mailbox, 1);
        var second = await desk.Fetches(other, ImapLimits.Usual, Lease);
        await desk.Rests(mailbox);
        Assert.Equal(1, strait.Came);
        await first.StopAsync(CancellationToken.None);
        server.Put(TestMailbox.Letter("For the other"));
        await desk.Stores(mailbox, Letters + 1);
        Assert.Equal((Letters + 1, 2), (await desk.Stored(mailbox), strait.Came));
        await second.StopAsync(CancellationToken.None);
    }

    private static TestMailbox Full()
    {
        var server = new TestMailbox();
        for (var n = 0; n < Letters; n++) server.Put(TestMailbox.Letter($"No. {n}", new string('x', 2_000)));
        return server;
    }
}
