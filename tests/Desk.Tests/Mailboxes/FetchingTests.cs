using System.Security.Cryptography;

namespace FirstContact.Mailboxes;

public sealed class FetchingTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task Mail_is_stored_byte_for_byte_and_then_marked_as_read(string engine)
    {
        await using var desk = await MailboxDesk.Fresh(engine);
        using var server = new TestMailbox();
        var letters = Enumerable.Range(1, 30).Select(n => TestMailbox.Letter($"No. {n}", "Grüße, 8 Bit \r\n.\r\n")).ToList();
        foreach (var letter in letters) server.Put(letter);
        var mailbox = await desk.Add(MailboxDesk.Details(server));
        await desk.Fetches();
        await desk.Stores(mailbox, 30);
        await Patience.Until(() => Task.FromResult(server.Count(kind: "UNSEEN") == 0));
        Assert.Equal(letters.Select(l => Convert.ToHexStringLower(SHA256.HashData(l))).Order(), (await Hashes(desk, mailbox)).Order());
        Assert.Equal(30, server.Count());

        // What comes later comes at once, and not again.
        server.Put(TestMailbox.Letter("Later"));
        await desk.Stores(mailbox, 31);
        await desk.Rests(mailbox);
        Assert.Equal((31, 31L), (await desk.Stored(mailbox), (await desk.Line(mailbox)).Taken));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Taken_mail_is_moved_or_deleted_where_that_is_wanted(string engine)
    {
        await using var desk = await MailboxDesk.Fresh(engine);
        using var moving = new TestMailbox();
        using var deleting = new TestMailbox();
        foreach (var server in new[] { moving, deleting }) for (var n = 0; n < 3; n++) server.Put(TestMailbox.Letter("Here"));
        var moved = await desk.Add(MailboxDesk.Details(moving) with { After = MailAfter.Move, MoveTo = "Getan/Tägliches" });
        var deleted = await desk.Add(MailboxDesk.Details(deleting) with { After = MailAfter.Delete });
        await desk.Fetches();
        await desk.Stores(moved, 3);
        await desk.Stores(deleted, 3);
        await Patience.Until(() => Task.FromResult(moving.Count() == 0 && deleting.Count() == 0));
        Assert.Equal(3, moving.Count("Getan/T&AOQ-gliches"));
    }

    [Fact]
    public async Task Old_mail_is_left_unless_it_is_wanted()
    {
        await using var desk = await MailboxDesk.Fresh("sqlite");
        using var server = new TestMailbox();
        server.Put(TestMailbox.Letter("Long ago"));
        var mailbox = await desk.Add(MailboxDesk.Details(server) with { TakeOld = false });
        await desk.Fetches();
        await desk.Rests(mailbox);
        server.Put(TestMailbox.Letter("New"));
        await desk.Stores(mailbox, 1);
        await desk.Rests(mailbox);
        Assert.Equal((1, 1), (await desk.Stored(mailbox), server.Count(kind: "UNSEEN")));
    }

    [Fact]
    public async Task A_message_that_is_too_large_stays_and_is_shown()
    {
        await using var desk = await MailboxDesk.Fresh("sqlite");
        using var server = new TestMailbox();
        server.Put(TestMailbox.Letter("Large", new string('x', 1_500_000)));
        server.Put(TestMailbox.Letter("Small"));
        var mailbox = await desk.Add(MailboxDesk.Details(server) with { LargestMegabytes = 1 });
        await desk.Fetches();
        await desk.Stores(mailbox, 1);
        await desk.Rests(mailbox);
        var left = Assert.Single((await desk.View(mailbox)).Left);
        Assert.Equal((LeftState.Large, true), (left.State, left.Size > 1_500_000));
        Assert.Equal(1, server.Count(kind: "UNSEEN"));

        await desk.Node.Done(new ChangeMailbox(mailbox.Id, new((await desk.Line(mailbox)).Row.Details with { LargestMegabytes = 2 }, null, null), []), MailboxDesk.Administrator);
        await desk.Node.Done(new FetchAgain(mailbox.Id), MailboxDesk.Administrator);
        await desk.Stores(mailbox, 2);
        await Patience.Until(() => Task.FromResult(server.Count(kind: "UNSEEN") == 0));
        Assert.Empty((await desk.View(mailbox)).Left);
    }

    /// <summary>When the numbers of a folder lose their meaning, all of it is looked at again and nothing is taken twice.</summary>
    [Theory, MemberData(nameof(Engines))]
    public async Task Other_numbers_double_nothing_and_lose_nothing(string engine)
    {
        await using var desk = await MailboxDesk.Fresh(engine);
        using var server = new TestMailbox();
        for (var n = 0; n < 5; n++) server.Put(TestMailbox.Letter("Before"));
        var mailbox = await desk.Add(MailboxDesk.Details(server));
        var first = await desk.Fetches();
        await desk.Stores(mailbox, 5);
        await desk.Rests(mailbox);
        await first.StopAsync(CancellationToken.None);
        await using (var database = Database.From(desk.Node.Connection))
            Assert.Equal(Outcome.Done, await database.Commit([new Statement("update mailbox_state set validity = validity + 1, uid = 1000 where mailbox = @id", ("@id", mailbox.Id))]));
        server.Put(TestMailbox.Letter("After"));
        await desk.Fetches();
        await desk.Stores(mailbox, 6);
        await desk.Rests(mailbox);
        Assert.Equal(6, await desk.Stored(mailbox));
    }

    private static async Task<List<string>> Hashes(MailboxDesk desk, Mailbox mailbox)
    {
        await using var read = await desk.Node.Database.Read();
        return await read.List("select hash from mail where mailbox = @id", r => r.GetString(0), ("@id", mailbox.Id));
    }
}
