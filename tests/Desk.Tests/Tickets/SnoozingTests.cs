namespace FirstContact.Tickets;

public sealed class SnoozingTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task What_is_put_aside_is_out_of_my_lists_and_comes_back_by_itself(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var (ada, clock) = (desk.Ada, desk.Clock);
        var nobodys = await desk.Open(desk.Helen, "Nobody has it");
        var mine = await Answered(desk, "Mine");
        Assert.Equal([nobodys.Id], await Needs(desk, ada));
        Assert.Equal([mine], await Listed(desk, new() { Assignee = "me", Snoozed = "no" }));

        await desk.Done(new SnoozeTicket(nobodys.Id, clock.Now + Duration.FromHours(1)), ada);
        await desk.Done(new SnoozeTicket(mine, clock.Now + Duration.FromHours(2)), ada);
        Assert.Empty(await Needs(desk, ada));
        Assert.Empty(await Listed(desk, new() { Assignee = "me", Snoozed = "no" }));
        Assert.Equal([nobodys.Id, mine], await Listed(desk, new() { Snoozed = "me" }));
        Assert.Equal([mine], await Listed(desk, new() { Assignee = "me" }));
        Assert.Equal((0, 2), await desk.Node.Asked(new CountTickets(), ada) is var counts ? (counts.Mine, counts.Snoozed) : default);
        Assert.Equal("put it aside until 2026-11-22 11:00 UTC", (await desk.Show(mine)).Timeline[^1].Sentence);
        await desk.RowIsItsStory(mine);

        clock.Pass(Duration.FromMinutes(59));
        await desk.Runs("wake-snoozes");
        Assert.Empty(await Needs(desk, ada));
        clock.Pass(Duration.FromMinutes(1));
        await desk.Runs("wake-snoozes");
        var back = Assert.Single(await desk.Node.Asked(new NeedsMeNow(), ada));
        Assert.Equal((nobodys.Key, Reason.WokeUp, SnoozeEnd.TimeUp, clock.Now), (back.Ticket.Id, back.Reason, back.Woke, back.Since));
        clock.Pass(Duration.FromHours(1));
        await desk.Runs("wake-snoozes");
        Assert.Equal([nobodys.Id, mine], await Needs(desk, ada));
        Assert.Equal("woke it up for Ada Byron", (await desk.Show(mine)).Timeline[^1].Sentence);
        await desk.RowIsItsStory(mine);

        await desk.Done(new UnsnoozeTicket(nobodys.Id), ada);
        await desk.Done(new SayOnTicket(mine, MessageKind.Note, Visibility.Internal, "looked"), ada);
        Assert.Equal([(nobodys.Id, Reason.Unassigned)], (await desk.Node.Asked(new NeedsMeNow(), ada)).Select(n => (new TicketId(n.Ticket.Id), n.Reason)));
        await desk.RowIsItsStory(nobodys.Id);
        await using var read = await desk.Node.Database.Read();
        Assert.Equal(0, await read.One("select count(*) from ticket_snooze", r => r.GetInt64(0)));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task The_customer_wakes_it_with_a_word(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var (mine, hers) = (await Answered(desk, "Mine"), await Answered(desk, "Hers"));
        await desk.Done(new AssignTicket(hers, TicketDesk.Graces), desk.Ada);
        await desk.Done(new SnoozeTicket(mine, null), desk.Ada);
        await desk.Done(new SnoozeTicket(hers, null), desk.Ada);
        Assert.Empty(await Needs(desk, desk.Ada));
        foreach (var id in new[] { mine, hers }) await desk.Done(new SayOnTicket(id, MessageKind.Reply, Visibility.Public, "Printer 7"), desk.Helen);
        Assert.Equal([(mine, Reason.CustomerWaits, null), (hers, Reason.WokeUp, SnoozeEnd.CustomerSpoke)], (await desk.Node.Asked(new NeedsMeNow(), desk.Ada)).Select(n => (new TicketId(n.Ticket.Id), n.Reason, n.Woke)));
        await desk.RowIsItsStory(hers);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task It_is_put_aside_for_nobody_else_and_a_promise_is_stronger(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var (id, clock) = (await Answered(desk, "Mine"), desk.Clock);
        await desk.Done(new SnoozeTicket(id, clock.Now + Duration.FromDays(2)), desk.Grace);
        Assert.Equal([id], await Listed(desk, new() { Assignee = "me", Snoozed = "no" }));
        await desk.Done(new SnoozeTicket(id, clock.Now + Duration.FromDays(2)), desk.Ada);
        Assert.Empty(await Listed(desk, new() { Assignee = "me", Snoozed = "no" }));
        await desk.Done(new SayOnTicket(id, MessageKind.Reply, Visibility.Public, "Soon") { Promise = clock.Now + Duration.FromHours(3) }, desk.Ada);
        Assert.Equal([(id, Reason.Promise)], (await desk.Node.Asked(new NeedsMeNow(), desk.Ada)).Select(n => (new TicketId(n.Ticket.Id), n.Reason)));
        Assert.Equal([id], await Listed(desk, new() { Assignee = "me", Snoozed = "no" }));
        await desk.Refuses(SnoozeErrors.PastPromise, new SnoozeTicket(id, clock.Now + Duration.FromDays(1)), desk.Ada);
        await desk.Done(new SnoozeTicket(id, clock.Now + Duration.FromHours(2)), desk.Ada);
        Assert.Empty(await Needs(desk, desk.Ada));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Each_no_is_said(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var id = (await desk.Open(desk.Helen)).Id;
        await desk.Refuses(SnoozeErrors.CustomerWaits, new SnoozeTicket(id, null), desk.Ada);
        await desk.Refuses(SnoozeErrors.Passed, new SnoozeTicket(id, desk.Clock.Now), desk.Ada);
        await desk.Refuses(SnoozeErrors.NotSnoozed, new UnsnoozeTicket(id), desk.Ada);
        await desk.Refuses(Errors.Forbidden, new SnoozeTicket(id, desk.Clock.Now + Duration.FromHours(1)), desk.Helen);
        Assert.Equal(1, (await desk.Done(new WakeSnoozes(id), desk.Ada)).Version);
        Assert.Equal([FilterErrors.SnoozedUnknown], (await desk.Node.Desk.Ask(new ListTickets(new() { Snoozed = "her" }), desk.Ada.Caller)).Error!.All);
        Assert.Empty((await desk.Node.Asked(new ListTickets(new() { Snoozed = "me" }), desk.Helen)).Rows);
    }

    /// <summary>Mine, and the customer was answered: nothing to do for now.</summary>
    private static async Task<TicketId> Answered(TicketDesk desk, string title)
    {
        var id = (await desk.Open(desk.Helen, title)).Id;
        await desk.Done(new AssignTicket(id, "me"), desk.Ada);
        await desk.Done(new SayOnTicket(id, MessageKind.Reply, Visibility.Public, "Which printer?"), desk.Ada);
        return id;
    }

    private static async Task<List<TicketId>> Needs(TicketDesk desk, Call who) => [.. (await desk.Node.Asked(new NeedsMeNow(), who)).Select(n => new TicketId(n.Ticket.Id))];

    private static async Task<List<TicketId>> Listed(TicketDesk desk, TicketFilter filter) => [.. (await desk.Node.Asked(new ListTickets(filter), desk.Ada)).Rows.Select(r => new TicketId(r.Id))];
}
