using FirstContact.People;

namespace FirstContact.Tickets;

public sealed class MergingTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task The_other_shows_what_was_said_and_hears_what_is_said_later(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var (twice, goesOn) = (await desk.Open(desk.Helen, "Labels are white"), await desk.Open(desk.Helen, "Labels come out blank"));
        var file = await desk.Node.Done(new UploadFile("photo.txt", "white"u8.ToArray()), desk.Helen);
        await desk.Done(new SayOnTicket(twice.Id, MessageKind.Reply, Visibility.Public, "A photo") { Attachments = [file.Key] }, desk.Helen);
        await desk.Done(new SayOnTicket(twice.Id, MessageKind.Note, Visibility.Internal, "Seen at line 2"), desk.Ada);
        await desk.Done(new SayOnTicket(twice.Id, MessageKind.Reply, Visibility.Public, "Thank you"), desk.Ada);
        await desk.Done(new WatchTicket(twice.Id, TicketDesk.Ravis), desk.Helen);
        await desk.Done(new AssignTicket(goesOn.Id, "me"), desk.Grace);
        await desk.Done(new SayOnTicket(goesOn.Id, MessageKind.Reply, Visibility.Public, "I have it"), desk.Grace);
        await desk.Done(new WaitOnTicket(goesOn.Id, WaitFor.Customer, "Which one?", true, null), desk.Grace);

        await desk.Done(new MergeTicket(twice.Id, goesOn.Number), desk.Ada);
        desk.Clock.Pass(Duration.FromMinutes(1));
        await desk.Done(new SayOnTicket(twice.Id, MessageKind.Reply, Visibility.Public, "It is number 7"), desk.Helen);

        var (merged, other) = (await desk.Show(twice.Id), await desk.Show(goesOn.Id));
        Assert.Equal((TicketStatus.Closed, goesOn.Number), (merged.Ticket.Status, merged.MergedInto!.Number));
        Assert.Equal([twice.Number], other.Merged.Select(m => m.Number));
        Assert.Equal(
            [(null, "Since this morning."), (null, "I have it"), (twice.Number, "Since this morning."), (twice.Number, "A photo"), (twice.Number, "Seen at line 2"), (twice.Number, "Thank you"), (twice.Number, "It is number 7")],
            other.Timeline.Select(e => (e.On?.Number, Words: e.Event switch { TicketOpened o => o.Description, MessagePosted m => m.Body, _ => null })).Where(e => e.Words is not null).OrderBy(e => e.Number is not null));
        Assert.Equal((TicketStatus.InProgress, desk.Clock.Now, TestDatabase.Helen), (other.Ticket.Status, other.Ticket.CustomerSpokeAt, Assert.Single(other.Ticket.TakenIn).Customer));
        Assert.Contains(desk.Ravi.Caller.Person, other.Ticket.Watchers);
        Assert.Equal((goesOn.Key, Reason.CustomerWaits), Assert.Single(await desk.Node.Asked(new NeedsMeNow(), desk.Grace), n => n.Reason == Reason.CustomerWaits) is var n ? (n.Ticket.Id, n.Reason) : default);
        await desk.Node.Asked(new ShowFile(file.Key), desk.Ravi);
        await desk.RowIsItsStory(twice.Id);
        await desk.RowIsItsStory(goesOn.Id);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Undoing_it_restores_both(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var (one, other) = (await desk.Open(desk.Helen, "One"), await desk.Open(desk.Helen, "Other"));
        await desk.Done(new GreetCustomer(one.Id, null), desk.Ada);
        await desk.Done(new WaitOnTicket(one.Id, WaitFor.Supplier, "ordered", false, desk.Clock.Now + Duration.FromDays(1)), desk.Ada);
        await desk.Done(new WatchTicket(one.Id, TicketDesk.Ravis), desk.Ada);
        await desk.Done(new SayOnTicket(other.Id, MessageKind.Reply, Visibility.Public, "well?"), desk.Ada);
        var (was, otherWas) = ((await desk.Show(one.Id)).Ticket, (await desk.Show(other.Id)).Ticket);

        await desk.Done(new MergeTicket(one.Id, other.Number), desk.Ada);
        desk.Clock.Pass(Duration.FromDays(2));
        await desk.Runs("wake-tickets");
        await desk.Done(new UndoMerge(one.Id), desk.Grace);

        var (now, otherNow) = (await desk.RowIsItsStory(one.Id), await desk.RowIsItsStory(other.Id));
        Assert.Equal(was, now with { Version = was.Version, UpdatedAt = was.UpdatedAt });
        Assert.Equal(otherWas, otherNow with { Version = otherWas.Version, UpdatedAt = otherWas.UpdatedAt });
        Assert.Equal("undid the merge into INC-000002: Other", (await desk.Show(one.Id)).Timeline[^1].Sentence);
        Assert.Equal("undid the merge of INC-000001 into it: One", (await desk.Show(other.Id)).Timeline[^1].Sentence);
        Assert.Equal([other.Id.Value], (await desk.Node.Asked(new ListTickets(new() { Customer = "me" }), desk.Helen)).Rows.Where(r => r.Status == TicketStatus.InProgress).Select(r => r.Id));
        await desk.Refuses(MergeErrors.NotMerged, new UndoMerge(one.Id), desk.Ada);
        await using var read = await desk.Node.Database.Read();
        Assert.Equal(0, await read.One("select count(*) from ticket_person where ticket = 2 and role = 'Watcher'", r => r.GetInt64(0)));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Of_two_customers_neither_reads_the_other(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var (hers, his) = (await desk.Open(desk.Helen, "Helen's secret"), await desk.Open(desk.Ravi, "Ravi's secret"));
        var omar = TicketDesk.As((await desk.Node.Done(new RegisterPerson("Omar Said", "omar.said@harrow.example", Roles: [Role.Customer]), new(Caller.Desk, "test"))).Id, "Omar Said", Role.Customer);
        await desk.Done(new WatchTicket(hers.Id, "omar.said@harrow.example"), desk.Helen);
        await desk.Done(new WatchTicket(hers.Id, TicketDesk.Graces), desk.Ada);
        var file = await desk.Node.Done(new UploadFile("x.txt", "x"u8.ToArray()), desk.Ravi);
        await desk.Done(new SayOnTicket(his.Id, MessageKind.Reply, Visibility.Public, "Ravi's word") { Attachments = [file.Key] }, desk.Ravi);
        await desk.Refuses(MergeErrors.OtherCustomer, new MergeTicket(hers.Id, his.Number), desk.Ada);
        await desk.Done(new MergeTicket(hers.Id, his.Number, Insist: true), desk.Ada);
        await desk.Done(new SayOnTicket(his.Id, MessageKind.Reply, Visibility.Public, "To Ravi alone"), desk.Ada);
        await desk.Done(new SayOnTicket(hers.Id, MessageKind.Reply, Visibility.Public, "Helen's word"), desk.Helen);
        await desk.Done(new SayOnTicket(hers.Id, MessageKind.Reply, Visibility.Public, "To Helen alone"), desk.Ada);
        await desk.Done(new SayOnTicket(hers.Id, MessageKind.Reply, Visibility.Public, "Omar's word"), omar);

        Assert.Equal(["To Ravi alone", "Helen's word", "To Helen alone", "Omar's word"], (await desk.Show(his.Id)).Timeline.Select(e => e.Event).OfType<MessagePosted>().Select(m => m.Body).Skip(1));
        foreach (var her in new[] { desk.Helen, omar })
        {
            var seen = await desk.Show(hers.Id, her);
            Assert.Equal((false, "", ""), (seen.MergedInto!.Seen, seen.MergedInto.Title, seen.MergedInto.Customer));
            await Blind(her, his.Id, "Ravi");
        }
        await Blind(desk.Ravi, hers.Id, "Helen");
        Assert.Equal([desk.Grace.Caller.Person], (await desk.Show(his.Id)).Ticket.Watchers);
        Assert.Equal(AttachmentErrors.NotFound, (await desk.Node.Desk.Ask(new ShowFile(file.Key), desk.Helen.Caller)).Error);

        async Task Blind(Call who, TicketId other, string word)
        {
            Assert.Equal(TicketErrors.NotFound, (await desk.Node.Desk.Ask(new ShowTicket(other), who.Caller)).Error);
            await desk.Node.Settled();
            var feed = await desk.Node.Asked(new ReadFeed(null, 500), who);
            Assert.DoesNotContain(feed.Items, e => e.Body.GetRawText().Contains(word, StringComparison.Ordinal) || e.Sentence.Contains(word, StringComparison.Ordinal));
            var own = (await desk.Node.Asked(new ListTickets(new() { Status = "all" }), who)).Rows;
            Assert.DoesNotContain(own, r => r.Id == other.Value);
            foreach (var row in own)
                Assert.DoesNotContain((await desk.Show(new(row.Id), who)).Timeline, e => e.Sentence.Contains(word, StringComparison.Ordinal) || (e.Event is MessagePosted said && said.Body.Contains(word, StringComparison.Ordinal)));
        }
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Merges_follow_on_each_other_and_are_undone_from_the_last(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var (a, b, c) = (await desk.Open(desk.Helen, "A"), await desk.Open(desk.Helen, "B"), await desk.Open(desk.Helen, "C"));
        foreach (var id in new[] { a.Id, b.Id, c.Id }) await desk.Done(new SayOnTicket(id, MessageKind.Reply, Visibility.Public, "I have it"), desk.Ada);
        await desk.Done(new MergeTicket(a.Id, b.Number), desk.Ada);
        await desk.Refuses(MergeErrors.IntoMerged, new MergeTicket(c.Id, a.Number), desk.Ada);
        await desk.Done(new MergeTicket(b.Id, c.Number), desk.Ada);
        desk.Clock.Pass(Duration.FromMinutes(1));
        await desk.Done(new SayOnTicket(a.Id, MessageKind.Reply, Visibility.Public, "Any news?"), desk.Helen);
        Assert.Equal(desk.Clock.Now, (await desk.RowIsItsStory(c.Id)).CustomerSpokeAt);
        Assert.Contains((await desk.Show(c.Id)).Timeline, e => e.On?.Number == a.Number && e.Event is MessagePosted { Body: "Any news?" });

        await desk.Refuses(MergeErrors.MergedOn, new UndoMerge(a.Id), desk.Ada);
        await desk.Done(new UndoMerge(b.Id), desk.Ada);
        var (backB, backC) = (await desk.RowIsItsStory(b.Id), await desk.RowIsItsStory(c.Id));
        Assert.Equal((desk.Clock.Now, null), (backB.CustomerSpokeAt, backC.CustomerSpokeAt));
        Assert.DoesNotContain((await desk.Show(c.Id)).Timeline, e => e.On is not null);
        await desk.Done(new UndoMerge(a.Id), desk.Ada);
        Assert.Equal((TicketStatus.InProgress, desk.Clock.Now), await desk.RowIsItsStory(a.Id) is var last ? (last.Status, last.CustomerSpokeAt) : default);
        Assert.Null((await desk.RowIsItsStory(b.Id)).CustomerSpokeAt);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Each_no_is_said_and_writes_nothing(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var (one, other) = (await desk.Done(TicketDesk.Asking() with { DedupeKey = "alarm-7" }, desk.Helen), await desk.Open(desk.Helen));
        await desk.Refuses(MergeErrors.Unknown, new MergeTicket(one.Id, "INC-999999"), desk.Ada);
        await desk.Refuses(MergeErrors.Unknown, new MergeTicket(one.Id, null), desk.Ada);
        await desk.Refuses(MergeErrors.ToItself, new MergeTicket(one.Id, one.Number), desk.Ada);
        await desk.Refuses(Errors.Stale, new MergeTicket(one.Id, other.Number), desk.Ada with { Expects = 9 });
        await desk.Refuses(Errors.Forbidden, new MergeTicket(one.Id, other.Number), desk.Helen);
        await desk.Refuses(Errors.Forbidden, new UndoMerge(one.Id), desk.Helen);
        Assert.Equal((1, 1), ((await desk.RowIsItsStory(one.Id)).Version, (await desk.RowIsItsStory(other.Id)).Version));

        await desk.Done(new MergeTicket(one.Id, other.Number), desk.Ada);
        await desk.Refuses(MergeErrors.Merged, new ReopenTicket(one.Id, "x"), desk.Helen);
        var again = await desk.Done(TicketDesk.Asking("Alarm again") with { DedupeKey = "alarm-7" }, desk.Helen);
        Assert.NotEqual(one.Id, again.Id);
        await desk.Refuses(MergeErrors.KeyTaken, new UndoMerge(one.Id), desk.Ada);
        await desk.Done(new CancelTicket(again.Id, "x"), desk.Ada);
        await desk.Done(new UndoMerge(one.Id), desk.Ada);
    }
}
