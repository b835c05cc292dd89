using FirstContact.People;

namespace FirstContact.Tickets;

/// <summary>A customer sees what is his or what he watches, and never what is said among colleagues.</summary>
public sealed class VisibilityTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task Anothers_ticket_is_not_there(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var helens = await desk.Open(desk.Helen);
        Assert.Equal(TicketErrors.NotFound, (await desk.Node.Desk.Ask(new ShowTicket(helens.Id), desk.Ravi.Caller)).Error);
        Assert.Equal(TicketErrors.NotFound, (await desk.Node.Desk.Ask(new ShowChanges(helens.Id, 0), desk.Ravi.Caller)).Error);
        Assert.Empty((await desk.Node.Asked(new ListTickets(new()) { Counted = true }, desk.Ravi)).Rows);
        Assert.Empty((await desk.Node.Asked(new ListTickets(new() { Customer = TicketDesk.Helens }), desk.Ravi)).Rows);
        foreach (var command in (ICommand<Ticket>[])[new SayOnTicket(helens.Id, MessageKind.Reply, Visibility.Public, "x"), new CancelTicket(helens.Id, "x"), new WatchTicket(helens.Id, null), new ConfirmStatement(helens.Id)])
            await desk.Refuses(TicketErrors.NotFound, command, desk.Ravi);
        await desk.Refuses(TicketErrors.ContinuesUnknown, TicketDesk.Asking() with { Continues = helens.Id }, desk.Ravi);
        await desk.Refuses(TicketErrors.NotFound, new GreetCustomer(new(99), null), desk.Ada);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Whoever_watches_sees_and_speaks_and_does_not_decide(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var ticket = await desk.Open(desk.Helen);
        await desk.Done(new WatchTicket(ticket.Id, TicketDesk.Ravis), desk.Helen);
        Assert.Equal(ticket.Id, (await desk.Show(ticket.Id, desk.Ravi)).Ticket.Id);
        Assert.Single((await desk.Node.Asked(new ListTickets(new()), desk.Ravi)).Rows);
        await desk.Done(new SayOnTicket(ticket.Id, MessageKind.Reply, Visibility.Public, "Mine too"), desk.Ravi);
        Assert.Equal((TicketStatus.New, null), (await desk.Show(ticket.Id)).Ticket is var t ? (t.Status, t.AnsweredAt) : default);
        foreach (var command in (ICommand<Ticket>[])[
            new CancelTicket(ticket.Id, "x"), new VerifyByCustomer(ticket.Id, CustomerOutcome.Works, null, false), new ReopenTicket(ticket.Id, "x"), new ConfirmStatement(ticket.Id),
            new WatchTicket(ticket.Id, TicketDesk.Graces), new UnwatchTicket(ticket.Id, TicketDesk.Graces)])
            await desk.Refuses(Errors.Forbidden, command, desk.Ravi);
        await desk.Done(new UnwatchTicket(ticket.Id, null), desk.Ravi);
        Assert.Equal(TicketErrors.NotFound, (await desk.Node.Desk.Ask(new ShowTicket(ticket.Id), desk.Ravi.Caller)).Error);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_is_said_among_colleagues_stays_there(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var ticket = await desk.Open(desk.Helen);
        var file = await desk.Node.Done(new UploadFile("secret.txt", "the chairman's"u8.ToArray()), desk.Ada);
        var open = await desk.Node.Done(new UploadFile("open.txt", "for all"u8.ToArray()), desk.Ada);
        await desk.Done(new SayOnTicket(ticket.Id, MessageKind.Note, Visibility.Internal, "hush") { Attachments = [file.Key] }, desk.Ada);
        await desk.Done(new AskColleagueIn(ticket.Id, TicketDesk.Graces, "hush?"), desk.Ada);
        await desk.Done(new OverridePriority(ticket.Id, "p5", "hush, not urgent"), desk.Ada);
        await desk.Done(new SayOnTicket(ticket.Id, MessageKind.Reply, Visibility.Public, "Hello Helen") { Attachments = [open.Key] }, desk.Ada);

        await desk.Node.Settled();
        var shown = (await desk.Show(ticket.Id, desk.Helen)).Timeline;
        var changed = await desk.Node.Asked(new ShowChanges(ticket.Id, 1), desk.Helen);
        var fed = (await desk.Node.Asked(new ReadFeed(null), desk.Helen)).Items;
        Assert.Equal(["ticket.opened", "ticket.message-posted"], shown.Select(e => e.Name));
        Assert.Equal(["ticket.message-posted"], changed.Select(e => e.Name));
        Assert.Equal(2, fed.Count);
        Assert.DoesNotContain("hush", string.Join(' ', [.. shown.Select(e => e.Sentence), .. changed.Select(e => e.Sentence), .. fed.Select(e => e.Body.GetRawText())]), StringComparison.Ordinal);
        Assert.Equal(AttachmentErrors.NotFound, (await desk.Node.Desk.Ask(new ShowFile(file.Key), desk.Helen.Caller)).Error);
        Assert.Equal("for all"u8.ToArray(), (await desk.Node.Asked(new ShowFile(open.Key), desk.Helen)).Bytes);
        Assert.Equal("secret.txt", (await desk.Node.Asked(new ShowFile(file.Key), desk.Grace)).Name);
        Assert.Equal(5, (await desk.Show(ticket.Id, desk.Grace)).Timeline.Count);
        foreach (var more in (SayOnTicket[])[
            new(ticket.Id, MessageKind.Note, Visibility.Internal, "x"), new(ticket.Id, MessageKind.Call, Visibility.Public, "x"),
            new(ticket.Id, MessageKind.Reply, Visibility.Public, "x") { Promise = desk.Clock.Now + Duration.FromDays(1) }])
            await desk.Refuses(Errors.Forbidden, more, desk.Helen);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task The_feed_is_read_on_from_a_position_and_shows_each_what_he_may_see(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var (helens, ravis) = (await desk.Open(desk.Helen), await desk.Open(desk.Ravi));
        await desk.Resolve(helens.Id);
        await desk.Node.Settled();
        var boss = TicketDesk.As(TestDatabase.Ada, "Ada Byron", Role.Administrator);

        foreach (var who in (Call[])[boss, desk.Ada, desk.Helen])
        {
            var whole = (await desk.Node.Asked(new ReadFeed(null, 500), who)).Items;
            var (read, page) = (new List<FeedEntry>(), await desk.Node.Asked(new ReadFeed(null, 3), who));
            for (; page.Items.Count > 0; page = await desk.Node.Asked(new ReadFeed(page.Next, 3), who)) read.AddRange(page.Items);
            Assert.Equal(whole.Select(e => e.Position), read.Select(e => e.Position));

            // The end is no end: from there one hears of what comes next, however little of the rest one may see.
            Assert.Equal(page.Next, (await desk.Node.Asked(new ReadFeed(page.Next, 3), who)).Next);
            await desk.Node.Done(new SayOnTicket(helens.Id, MessageKind.Reply, Visibility.Public, "Thanks!"), desk.Helen);
            await desk.Node.Settled();
            Assert.Equal("ticket.message-posted", Assert.Single((await desk.Node.Asked(new ReadFeed(page.Next, 3), who)).Items).Event);
        }

        var all = (await desk.Node.Asked(new ReadFeed(null, 500), boss)).Items;
        Assert.Contains(all, e => e.Subject == "person");
        Assert.DoesNotContain((await desk.Node.Asked(new ReadFeed(null, 500), desk.Ada)).Items, e => e.Subject == "person");
        Assert.All((await desk.Node.Asked(new ReadFeed(null, 500), desk.Helen)).Items, e => Assert.Equal(("ticket", helens.Key), (e.Subject, e.Key)));
        Assert.Equal((ravis.Key, "ticket.opened"), (await desk.Node.Asked(new ReadFeed(null, 500), desk.Ravi)).Items.Single() is var only ? (only.Key, only.Event) : default);
        Assert.Equal("after", (await desk.Node.Desk.Ask(new ReadFeed("x"), boss.Caller)).Error?.Field);
    }
}
