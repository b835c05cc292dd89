using FirstContact.Tickets;

namespace FirstContact.Lists;

public sealed class BatchTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task One_thing_is_done_to_many_and_undone_as_one(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var tickets = new List<Ticket> { await desk.Open(desk.Helen, "One"), await desk.Open(desk.Ravi, "Two"), await desk.Open(desk.Helen, "Three") };
        await desk.Done(new AssignTicket(tickets[1].Id, "me"), desk.Grace);
        await desk.Done(new CancelTicket(tickets[2].Id, "not needed"), desk.Helen);

        var batch = await desk.Node.Done(Act(tickets, new TicketAction(TicketVerb.Assign, "me")), desk.Ada);
        await desk.Node.Folds(new Batch { Id = batch.Id }, batch);
        Assert.Equal([null, null, TicketErrors.NotOpen.Message], batch.Items.Select(i => i.Refused));
        Assert.All(tickets[..2], t => Assert.Equal(TestDatabase.Ada, Stored(desk, t).Result.Assignee));

        var undone = await desk.Node.Done(new UndoBatch(batch.Id), desk.Ada);
        await desk.Node.Folds(new Batch { Id = batch.Id }, undone);
        Assert.Null((await Stored(desk, tickets[0])).Assignee);
        Assert.Equal(desk.Grace.Caller.Person, (await Stored(desk, tickets[1])).Assignee);
        await desk.Refuses(ListErrors.BatchUndone, new UndoBatch(batch.Id), desk.Ada);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_somebody_changed_meanwhile_is_left_alone(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var tickets = new List<Ticket> { await desk.Open(desk.Helen, "One"), await desk.Open(desk.Helen, "Two") };
        var batch = await desk.Node.Done(Act(tickets, new TicketAction(TicketVerb.Tag, "Line3, Urgent")), desk.Ada);
        await desk.Done(new AssignTicket(tickets[0].Id, "me"), desk.Grace);

        var undone = await desk.Node.Done(new UndoBatch(batch.Id), desk.Ada);
        Assert.Equal(["Changed by Grace O'Brien meanwhile.", null], undone.Undone!.Select(i => i.Refused));
        Assert.Equal(["line3", "urgent"], (await desk.RowIsItsStory(tickets[0].Id)).Tags);
        Assert.Empty((await desk.RowIsItsStory(tickets[1].Id)).Tags);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Several_actions_are_done_to_a_ticket_all_or_none(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var ticket = await desk.Open(desk.Helen);
        var both = Act([ticket], new(TicketVerb.Team, "Network"), new(TicketVerb.Tag, "wifi"), new(TicketVerb.Wait, "supplier", "A part is on order"));
        var batch = await desk.Node.Done(both, desk.Ada);
        var after = await desk.RowIsItsStory(ticket.Id);
        Assert.Equal((TicketStatus.Waiting, "wifi"), (after.Status, Assert.Single(after.Tags)));

        await desk.Node.Done(new UndoBatch(batch.Id), desk.Ada);
        var back = await desk.RowIsItsStory(ticket.Id);
        Assert.Equal((ticket.Team, 0, null), (back.Team, back.Tags.Count, back.Wait));

        var half = await desk.Node.Done(Act([ticket], new(TicketVerb.Tag, "half"), new(TicketVerb.Reopen, Words: "open it")), desk.Ada);
        Assert.NotNull(Assert.Single(half.Items).Refused);
        Assert.Equal(back, await desk.RowIsItsStory(ticket.Id));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_is_wrong_with_the_action_itself_is_said_and_nothing_kept(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var ticket = await desk.Open(desk.Helen);
        await desk.Refuses(TicketErrors.PersonUnknown, Act([ticket], new TicketAction(TicketVerb.Assign, "nobody@nowhere.example")), desk.Ada);
        await desk.Refuses(ListErrors.NothingChosen, Act([], new TicketAction(TicketVerb.Assign, "me")), desk.Ada);
        await desk.Refuses(ListErrors.ActionMissing, Act([ticket]), desk.Ada);
        await desk.Refuses(ActionErrors.OnlyRules, Act([ticket], new TicketAction(TicketVerb.Webhook, "Board")), desk.Ada);
        await desk.Refuses(ActionErrors.LevelInvalid, Act([ticket], new TicketAction(TicketVerb.Impact, "huge")), desk.Ada);
        await desk.Refuses(ListErrors.TooMany, new ActOnTickets([.. Enumerable.Range(1, 201).Select(i => new TicketId(i))], [new(TicketVerb.Assign, "me")]), desk.Ada);
        await desk.Refuses(ListErrors.BatchNotFound, new UndoBatch(new(1)), desk.Ada);
        Assert.Equal(1, (await desk.RowIsItsStory(ticket.Id)).Version);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task It_is_the_affair_of_who_did_it_and_only_for_a_while(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var batch = await desk.Node.Done(Act([await desk.Open(desk.Helen)], new TicketAction(TicketVerb.Assign, "me")), desk.Ada);
        await desk.Refuses(ListErrors.BatchIsOthers, new UndoBatch(batch.Id), desk.Grace);
        Assert.Equal(ListErrors.BatchNotFound, (await desk.Node.Desk.Ask(new ShowBatch(batch.Id), desk.Grace.Caller)).Error);
        Assert.Equal(batch, await desk.Node.Asked(new ShowBatch(batch.Id), desk.Ada));
        desk.Clock.Pass(Batch.Undoable + Duration.FromSeconds(1));
        await desk.Refuses(ListErrors.BatchTooOld, new UndoBatch(batch.Id), desk.Ada);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task All_that_can_be_put_back_is_put_back(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var ticket = await desk.Open(desk.Helen);
        await desk.Done(new AssignTicket(ticket.Id, TicketDesk.Graces), desk.Ada);
        var before = await desk.Done(new OverridePriority(ticket.Id, "p1", "The line stands"), desk.Ada);
        var batch = await desk.Node.Done(
            Act([ticket], new(TicketVerb.Impact, "high"), new(TicketVerb.Urgency, "low"), new(TicketVerb.Team, "Network"), new(TicketVerb.Watch, TicketDesk.Ravis), new(TicketVerb.Resume)), desk.Ada);
        Assert.Null(Assert.Single(batch.Items).Refused);
        var done = await desk.RowIsItsStory(ticket.Id);
        Assert.Equal((Policies.Level.High, Policies.Level.Low, null, 1), (done.Impact, done.Urgency, done.Assignee, done.Watchers.Count));

        await desk.Node.Done(new UndoBatch(batch.Id), desk.Ada);
        var back = await desk.RowIsItsStory(ticket.Id);
        Assert.Equal((before.Impact, before.Urgency, before.Priority, before.PriorityReason, before.Team, before.Assignee, 0),
            (back.Impact, back.Urgency, back.Priority, back.PriorityReason, back.Team, back.Assignee, back.Watchers.Count));
    }

    private static ActOnTickets Act(IEnumerable<Ticket> tickets, params TicketAction[] actions) => new([.. tickets.Select(t => t.Id)], [.. actions]);

    private static Task<Ticket> Stored(TicketDesk desk, Ticket ticket) => desk.RowIsItsStory(ticket.Id);
}
