using FirstContact.People;

namespace FirstContact.Tickets;

public sealed class SplittingTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task A_message_becomes_a_ticket_of_its_own_and_stays_where_it_was(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var id = (await desk.Done(TicketDesk.Asking() with { Service = "Labels", Category = "Printing" }, desk.Helen)).Id;
        var file = await desk.Node.Done(new UploadFile("mouse.txt", "squeak"u8.ToArray()), desk.Helen);
        await desk.Done(new SayOnTicket(id, MessageKind.Reply, Visibility.Public, "> Also:\n\nmy mouse squeaks") { Attachments = [file.Key] }, desk.Helen);

        var made = await desk.Done(new SplitMessage(id, 1, TicketKind.Request, "A squeaking mouse", null), desk.Ada);
        Assert.Equal((TicketKind.Request, "A squeaking mouse", "> Also:\n\nmy mouse squeaks", TestDatabase.Helen, TestDatabase.Ada), (made.Kind, made.Title, made.Description, made.Customer, made.OpenedBy));
        var (here, there) = (await desk.Show(id), await desk.Show(made.Id));
        Assert.Equal([(Relation.SplitInto, made.Number)], here.Links.Select(l => (l.Relation, l.Other.Number)));
        Assert.Equal([(Relation.SplitFrom, "INC-000001")], there.Links.Select(l => (l.Relation, l.Other.Number)));
        Assert.Contains(here.Timeline, e => e.Event is MessagePosted { No: 1, Body: "> Also:\n\nmy mouse squeaks", Files.Count: 1 });
        Assert.Equal($"made {made.Number} of message 1: A squeaking mouse", here.Timeline[^1].Sentence);
        Assert.Equal(("Labels", null), (there.Names.Service?.Name, there.Names.Category));
        var copy = Assert.Single(Assert.IsType<TicketOpened>(there.Timeline[0].Event).Files);
        Assert.NotEqual(file.Key, copy.Id);
        Assert.Equal("squeak"u8.ToArray(), (await desk.Node.Asked(new ShowFile(copy.Id), desk.Helen)).Bytes);
        await desk.RowIsItsStory(id);
        await desk.RowIsItsStory(made.Id);
        await using var read = await desk.Node.Database.Read();
        Assert.Equal(1, await read.One("select count(*) from blob", r => r.GetInt64(0)));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task It_is_for_whoever_said_it_or_for_whom_one_names(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var id = (await desk.Open(desk.Helen)).Id;
        await desk.Done(new WatchTicket(id, TicketDesk.Ravis), desk.Helen);
        foreach (var who in new[] { desk.Ravi, desk.Ada, desk.Helen }) await desk.Done(new SayOnTicket(id, MessageKind.Reply, Visibility.Public, $"{new string('w', 70)} a word of many"), who);
        var ravis = await desk.Done(new SplitMessage(id, 1, null, null, null), desk.Ada);
        Assert.Equal((desk.Ravi.Caller.Person, $"{new string('w', 70)} a word of…"), (ravis.Customer, ravis.Title));
        Assert.Equal(TestDatabase.Helen, (await desk.Done(new SplitMessage(id, 2, null, null, null), desk.Ada)).Customer);
        var named = await desk.Done(new SplitMessage(id, 3, null, "x", TicketDesk.Graces), desk.Ada);
        Assert.Equal(desk.Grace.Caller.Person, named.Customer);
        // The pointers tell of other people's tickets.
        Assert.DoesNotContain((await desk.Show(id, desk.Helen)).Links, l => l.Other.Id == ravis.Id || l.Other.Id == named.Id);
        Assert.DoesNotContain((await desk.Show(id, desk.Helen)).Timeline, e => e.Event is MessageSplit);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Each_no_is_said_and_draws_no_number(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var id = (await desk.Open(desk.Helen)).Id;
        await desk.Done(new SayOnTicket(id, MessageKind.Note, Visibility.Internal, "Between us"), desk.Ada);
        await desk.Done(new SayOnTicket(id, MessageKind.Reply, Visibility.Public, "Hello"), desk.Helen);
        await desk.Refuses(SplitErrors.NoMessage, new SplitMessage(id, 7, null, "x", null), desk.Ada);
        await desk.Refuses(SplitErrors.Internal, new SplitMessage(id, 1, null, "x", null), desk.Ada);
        Assert.Equal([TicketErrors.TitleTooLong, TicketErrors.CustomerUnknown], await desk.Node.Refused(new SplitMessage(id, 2, null, new string('t', 201), "nobody@harrow.example"), desk.Ada));
        await desk.Refuses(Errors.Forbidden, new SplitMessage(id, 2, null, "x", null), desk.Helen);
        await desk.Refuses(Errors.Stale, new SplitMessage(id, 2, null, "x", null), desk.Ada with { Expects = 1 });
        var made = await desk.Done(new SplitMessage(id, 2, null, "x", null), desk.Ada);
        Assert.Equal(2, made.Key);
        await desk.Refuses(SplitErrors.Already, new SplitMessage(id, 2, null, "x", null), desk.Ada);
    }
}
