namespace FirstContact.Tickets;

public sealed class TaskTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task A_list_is_written_changed_ordered_and_done(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var (id, due) = ((await desk.Open(desk.Helen)).Id, desk.Clock.Now + Duration.FromHours(5));
        var listed = await desk.Done(new AddTasks(id, "Order a ribbon\r\n\nPrint a label\nTell line 3", TicketDesk.Graces, due, true), desk.Ada);
        var (order, print, tell) = (listed.Tasks[0].No, listed.Tasks[1].No, listed.Tasks[2].No);
        Assert.All(listed.Tasks, t => Assert.Equal((desk.Grace.Caller.Person, due, true), (t.Details.Assignee!.Value.Id, t.Details.Due, t.Details.Gates)));

        await desk.Done(new ChangeTask(id, print) { Text = "Print two labels", Assignee = "", NotDue = true, Gates = false, Place = 1 }, desk.Ada);
        await desk.Done(new ChangeTask(id, order) { Done = true }, desk.Grace);
        await desk.Done(new RemoveTask(id, tell), desk.Ada);
        var tasks = (await desk.RowIsItsStory(id)).Tasks;
        Assert.Equal([new(print, new("Print two labels", null, null, false)), new TicketTask(order, new("Order a ribbon", new(desk.Grace.Caller.Person, "Grace O'Brien"), due, true)) { Done = new(desk.Grace.Caller.Person, desk.Clock.Now) }], tasks);
        Assert.Equal(
            ["changed a task: Print two labels, instead of: Print a label", "moved a task from place 2 to 1: Print two labels", "did a task: Order a ribbon"],
            (await desk.Show(id)).Timeline.TakeLast(4).SkipLast(1).Select(e => e.Sentence));
        Assert.DoesNotContain((await desk.Show(id, desk.Helen)).Timeline, e => e.Name.StartsWith("ticket.task", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_is_wrong_is_said_at_once_and_changes_nothing(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var id = (await desk.Open(desk.Helen)).Id;
        Assert.Equal([TaskErrors.TextMissing, TaskErrors.DuePassed, TicketErrors.NotAnAgent.At("assignee")], await desk.Node.Refused(new AddTasks(id, " ", TicketDesk.Ravis, desk.Clock.Now, false), desk.Ada));
        var task = (await desk.Done(new AddTasks(id, "Order", null, null, false), desk.Ada)).Tasks[0].No;
        Assert.Equal([TicketErrors.PersonUnknown.At("assignee"), TaskErrors.TextMissing, TaskErrors.PlaceInvalid], await desk.Node.Refused(new ChangeTask(id, task) { Text = "", Assignee = "nobody@harrow.example", Place = 0, Done = true }, desk.Ada));
        await desk.Refuses(TaskErrors.NotFound, new ChangeTask(id, 99) { Done = true }, desk.Ada);
        await desk.Refuses(TaskErrors.NotFound, new RemoveTask(id, 99), desk.Ada);
        foreach (var command in new ICommand<Ticket>[] { new AddTasks(id, "x", null, null, false), new ChangeTask(id, task) { Done = true }, new RemoveTask(id, task) }) await desk.Refuses(Errors.Forbidden, command, desk.Helen);
        Assert.Equal(2, (await desk.RowIsItsStory(id)).Version);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_comes_first_gates_resolving(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var id = (await desk.Open(desk.Helen)).Id;
        await desk.Done(new AddTasks(id, "Order a ribbon", "me", null, true), desk.Ada);
        await desk.CareFor(id);
        await desk.Refuses(TaskErrors.StillOpen, new ResolveTicket(id, null, null), desk.Ada);
        var resolved = await desk.Done(new ResolveTicket(id, null, null, "There was one in the drawer"), desk.Ada);
        Assert.Equal(TicketStatus.Resolved, resolved.Status);
        var view = await desk.Show(id);
        Assert.Equal(["passed over what comes first (Order a ribbon): There was one in the drawer", "resolved it: Turned the ribbon"], view.Timeline.TakeLast(2).Select(e => e.Sentence));
        Assert.DoesNotContain((await desk.Show(id, desk.Helen)).Timeline, e => e.Event is TasksPassedOver);
        await desk.RowIsItsStory(id);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_task_on_somebody_elses_ticket_needs_me_when_it_is_near(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var (ada, grace, clock) = (desk.Ada, desk.Grace, desk.Clock);
        var (near, far, never, own) = (await Hers("near"), await Hers("far"), await Hers("never"), await Hers("own"));
        await desk.Done(new AddTasks(near, "Later", TicketDesk.Graces, clock.Now + Duration.FromHours(6), false), ada);
        await desk.Done(new AddTasks(near, "Sooner", TicketDesk.Graces, clock.Now + Duration.FromHours(2), false), ada);
        await desk.Done(new AddTasks(far, "In a week", TicketDesk.Graces, clock.Now + Duration.FromDays(7), false), ada);
        await desk.Done(new AddTasks(never, "Some time", TicketDesk.Graces, null, false), ada);
        await desk.Done(new AddTasks(own, "On my own", "me", null, false), ada);
        await desk.Done(new AddTasks(own, "Anybody's", null, clock.Now + Duration.FromHours(1), false), ada);

        Assert.Equal([(near, "Sooner", clock.Now + Duration.FromHours(2)), (never, "Some time", clock.Now)], await Tasks(grace));
        Assert.Empty(await Tasks(ada));
        clock.Pass(Duration.FromDays(6));
        Assert.Equal([near, far, never], (await Tasks(grace)).Select(t => t.Id));

        await desk.Done(new ChangeTask(near, (await desk.Show(near)).Ticket.Tasks[1].No) { Done = true }, grace);
        await desk.Done(new ChangeTask(far, (await desk.Show(far)).Ticket.Tasks[0].No) { Assignee = TicketDesk.Adas }, grace);
        await desk.Done(new CancelTicket(never, "needless"), ada);
        Assert.Equal([(near, "Later")], (await Tasks(grace)).Select(t => (t.Id, t.Task)));
        Assert.Equal([(far, "In a week")], (await Tasks(ada)).Select(t => (t.Id, t.Task)));

        async Task<TicketId> Hers(string title)
        {
            var ticket = await desk.Open(desk.Helen, title);
            await desk.Done(new GreetCustomer(ticket.Id, null), ada);
            return ticket.Id;
        }

        async Task<List<(TicketId Id, string? Task, Instant Since)>> Tasks(Call who) =>
            [.. (await desk.Node.Asked(new NeedsMeNow(), who)).Where(n => n.Reason == Reason.Task).Select(n => (new TicketId(n.Ticket.Id), n.About, n.Since))];
    }
}
