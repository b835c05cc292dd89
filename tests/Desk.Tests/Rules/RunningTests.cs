using FirstContact.Policies;
using FirstContact.Tickets;
using FirstContact.Webhooks;

namespace FirstContact.Rules;

/// <summary>What a rule does when it is set off, once and told.</summary>
public sealed class RunningTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task All_that_it_says_is_done_as_one_and_told_with_the_rule_and_its_version(string engine)
    {
        await using var desk = await RuleDesk.Fresh(engine);
        var rule = await desk.Add("Printers", RuleDesk.Opened, [RuleDesk.If("q", "labels"), RuleDesk.If("status", "new")],
            RuleDesk.Then(TicketVerb.Team, "Network"), RuleDesk.Then(TicketVerb.Assign, TicketDesk.Graces), RuleDesk.Then(TicketVerb.Priority, "p2", "Printers first"), RuleDesk.Then(TicketVerb.Category, "Printing"),
            RuleDesk.Then(TicketVerb.Service, "Labels"), RuleDesk.Then(TicketVerb.Class, "Ad hoc"), RuleDesk.Then(TicketVerb.Tag, "Printer, line-3"), RuleDesk.Then(TicketVerb.Note, text: "Look at the ribbon."),
            RuleDesk.Then(TicketVerb.Reply, text: "Dear {{customer.firstName}}, we have {{ticket.number}} '{{ticket.title}}'."), RuleDesk.Then(TicketVerb.AskIn, TicketDesk.Adas, "Was it you?"), RuleDesk.Then(TicketVerb.Watch, TicketDesk.Ravis),
            new(TicketVerb.Wait) { To = "supplier", Words = "Ribbon ordered", For = Duration.FromDays(2) });
        var opened = await desk.Desk.Open(desk.Helen, "Labels come out blank");
        await desk.Runs();

        var ticket = await desk.Ticket(opened);
        Assert.Equal((new TeamId(2), desk.Desk.Grace.Caller.Person, 2, "Printers first"), (ticket.Team, ticket.Assignee!.Value, ticket.Priority.Rank, ticket.PriorityReason));
        Assert.Equal((new CategoryId(1), new ServiceId(1), new ClassId(2)), (ticket.Category!.Value, ticket.Service!.Value, ticket.Class!.Value));
        Assert.Equal((["printer", "line-3"], 2, TicketStatus.Waiting), (ticket.Tags, ticket.Messages, ticket.Status));
        Assert.Equal((WaitFor.Supplier, desk.Clock.Now + Duration.FromDays(2)), (ticket.Wait!.For, ticket.Wait.Until!.Value));
        Assert.Contains(TestDatabase.Ada, ticket.Asked);
        await desk.Desk.RowIsItsStory(opened.Id);

        var timeline = (await desk.Desk.Show(opened.Id)).Timeline;
        Assert.Contains(timeline, e => e.Event is MessagePosted { Visibility: Visibility.Public, Body: var said } && said == $"Dear Helen, we have {opened.Number} 'Labels come out blank'.");
        var first = timeline[1];
        Assert.Equal(("applied the rule Printers, version 1", PersonId.Desk, null), (first.Sentence, first.ActorId, first.Rule));
        Assert.All(timeline.Skip(2), e => Assert.Equal(("Printers", first.Cause), (e.Rule, e.Cause)));
        // The customer hears of what was done, and nothing of rules.
        Assert.All((await desk.Desk.Show(opened.Id, desk.Helen)).Timeline, e => Assert.True(e.Rule is null && e.Event is not RuleApplied));

        var run = Assert.Single(await desk.Log(rule));
        Assert.Equal((1, opened.Id, opened.Number, 12, 0), (run.Version, run.Ticket, run.Number, run.Done.Count, run.Refused.Count));
        Assert.Equal([rule.Id], run.Chain);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task It_runs_for_what_happens_while_it_is_on_and_for_nothing_that_is_brought_in(string engine)
    {
        await using var desk = await RuleDesk.Fresh(engine);
        var before = await desk.Desk.Open(desk.Helen);
        desk.Clock.Pass(Duration.FromMinutes(1));
        var rule = await desk.Add("Tag", RuleDesk.Opened, [], RuleDesk.Then(TicketVerb.Tag, "seen"));
        var during = await desk.Desk.Open(desk.Helen);
        var imported = await desk.Node.Done(TicketDesk.Asking(), desk.Helen with { Cause = Work.Imported });
        await desk.Runs();
        await desk.Node.Done(new SwitchOffRule(rule.Id), desk.Administrator);
        var after = await desk.Desk.Open(desk.Helen);
        await desk.Runs();
        var tags = await Task.WhenAll(new[] { before, during, imported, after }.Select(async t => string.Join(' ', (await desk.Ticket(t)).Tags)));
        Assert.Equal(["", "seen", "", ""], tags);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Conditions_are_those_of_the_queue_and_all_must_hold(string engine)
    {
        await using var desk = await RuleDesk.Fresh(engine);
        await desk.Add("Mine", RuleDesk.On("ticket.tags-changed"),
            [RuleDesk.If("team", "First Contact"), RuleDesk.If("assignee", "nobody"), RuleDesk.If("customer", TicketDesk.Helens), RuleDesk.If("kind", "incident"), RuleDesk.If("tag", "vip"), RuleDesk.If("status", "open")],
            RuleDesk.Then(TicketVerb.Impact, "high"), RuleDesk.Then(TicketVerb.Urgency, "high"));
        var (right, taken, other) = (await desk.Desk.Open(desk.Helen), await desk.Desk.Open(desk.Helen), await desk.Desk.Open(desk.Desk.Ravi));
        await desk.Desk.Done(new AssignTicket(taken.Id, "me"), desk.Ada);
        foreach (var t in new[] { right, taken, other }) await desk.Desk.Done(new ChangeTicket(t.Id) { Tags = ["vip"] }, desk.Ada);
        await desk.Runs();
        var ranks = await Task.WhenAll(new[] { right, taken, other }.Select(async t => (await desk.Ticket(t)).Priority.Rank));
        Assert.Equal([1, 3, 3], ranks);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Whose_doing_it_was_may_matter(string engine)
    {
        await using var desk = await RuleDesk.Fresh(engine);
        await desk.Add("Customer wrote", RuleDesk.On("ticket.message-posted") with { By = ByWhom.Customer }, [], RuleDesk.Then(TicketVerb.Tag, "answered"));
        await desk.Add("We wrote", RuleDesk.On("ticket.message-posted") with { By = ByWhom.Agent }, [], RuleDesk.Then(TicketVerb.Untag, "answered"));
        var ticket = await desk.Desk.Open(desk.Helen);
        await desk.Desk.Done(new SayOnTicket(ticket.Id, MessageKind.Reply, Visibility.Public, "And now?"), desk.Helen);
        await desk.Runs();
        Assert.Equal(["answered"], (await desk.Ticket(ticket)).Tags);
        await desk.Desk.Done(new SayOnTicket(ticket.Id, MessageKind.Reply, Visibility.Public, "Now it should."), desk.Ada);
        await desk.Runs();
        Assert.Empty((await desk.Ticket(ticket)).Tags);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_cannot_be_done_is_told_and_keeps_nothing_else_from_being_done(string engine)
    {
        await using var desk = await RuleDesk.Fresh(engine);
        var rule = await desk.Add("Late", RuleDesk.On("ticket.cancelled"), [], RuleDesk.Then(TicketVerb.Team, "Network"), RuleDesk.Then(TicketVerb.Tag, "cancelled"), RuleDesk.Then(TicketVerb.Close, text: "Done with"), RuleDesk.Then(TicketVerb.Resume));
        var ticket = await desk.Desk.Open(desk.Helen);
        await desk.Desk.Done(new CancelTicket(ticket.Id, "Found it"), desk.Helen);
        await desk.Runs();
        Assert.Equal((["cancelled"], TicketStatus.Cancelled), (await desk.Ticket(ticket)) is var now ? (now.Tags, now.Status) : default);
        var run = Assert.Single(await desk.Log(rule));
        Assert.Equal([TicketErrors.NotOpen.Message, TicketErrors.NotResolved.Message], run.Refused);
        Assert.Equal(["tagged it cancelled"], run.Done);
        Assert.Contains((await desk.Desk.Show(ticket.Id)).Timeline, e => e.Sentence == $"applied the rule Late, version 1. Refused: {TicketErrors.NotOpen.Message} {TicketErrors.NotResolved.Message}");
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Where_all_is_as_it_says_already_nothing_is_written(string engine)
    {
        await using var desk = await RuleDesk.Fresh(engine);
        var rule = await desk.Add("Tag", RuleDesk.On("ticket.retitled"), [], RuleDesk.Then(TicketVerb.Tag, "seen"), RuleDesk.Then(TicketVerb.Resume));
        var ticket = await desk.Desk.Open(desk.Helen);
        await desk.Desk.Done(new ChangeTicket(ticket.Id) { Title = "Once", Tags = ["seen"] }, desk.Ada);
        var before = (await desk.Ticket(ticket)).Version;
        await desk.Runs();
        Assert.Equal(before, (await desk.Ticket(ticket)).Version);
        Assert.Empty(await desk.Log(rule));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_webhook_is_told_with_the_rule_and_one_that_is_off_is_said(string engine)
    {
        await using var desk = await RuleDesk.Fresh(engine);
        var board = (await desk.Node.Done(new AddWebhook(new("Board", "http://127.0.0.1:9/hook", []), WebhookDesk.Here, desk.Node.Get<WebhookSecrets>().New()), desk.Administrator)).Webhook;
        var rule = await desk.Add("Tell", RuleDesk.Opened, [], RuleDesk.Then(TicketVerb.Webhook, "board"));
        var ticket = await desk.Desk.Open(desk.Helen);
        await desk.Runs();
        var told = Assert.Single((await desk.Node.Asked(new ListDeliveries(board.Id), desk.Administrator)).Rows);
        Assert.Equal(("ticket.rule-applied", "ticket", ticket.Key), (told.Type, told.Subject, told.Key));
        Assert.Equal(["told the webhook Board"], Assert.Single(await desk.Log(rule)).Done);
        await using (var read = await desk.Node.Database.Read())
            Assert.Equal($"{{\"rule\":{{\"id\":{rule.Key},\"name\":\"Tell\",\"version\":1}}}}", await read.One("select data from webhook_delivery", r => r.GetString(0)));

        await desk.Node.Done(new SwitchOffWebhook(board.Id), desk.Administrator);
        await desk.Desk.Open(desk.Helen);
        await desk.Runs();
        Assert.Equal([RuleErrors.WebhookIsOff.Message], (await desk.Log(rule))[0].Refused);
        await desk.Node.Done(new RemoveWebhook(board.Id), desk.Administrator);
        await desk.Desk.Open(desk.Helen);
        await desk.Runs();
        Assert.Equal([RuleErrors.WebhookUnknown.Message], (await desk.Log(rule))[0].Refused);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task However_often_the_journal_is_read_and_by_however_many_nodes_it_runs_once(string engine)
    {
        await using var desk = await RuleDesk.Fresh(engine);
        var rule = await desk.Add("Note", RuleDesk.Opened, [], RuleDesk.Then(TicketVerb.Note, text: "Once."));
        var tickets = new List<Ticket>();
        for (var i = 0; i < 20; i++) tickets.Add(await desk.Desk.Open(desk.Helen));
        await desk.Queue();
        Assert.Equal(20, await desk.Count("rule_due"));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => desk.Desk.Runs("run-rules")));
        await desk.Node.Database.Commit([new Statement("delete from subscriber where name = 'rules'")]);
        await desk.Runs();
        foreach (var t in tickets) Assert.Equal(1, (await desk.Ticket(t)).Messages);
        Assert.Equal(20, (await desk.Log(rule)).Count);
        Assert.Equal(0, await desk.Count("rule_due"));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_run_that_is_settled_is_not_due_and_one_taken_by_a_node_that_died_is_taken_over(string engine)
    {
        await using var desk = await RuleDesk.Fresh(engine);
        await desk.Add("Note", RuleDesk.Opened, [], RuleDesk.Then(TicketVerb.Note, text: "Once."));
        var ticket = await desk.Desk.Open(desk.Helen);
        await desk.Queue();
        await using var read = await desk.Node.Database.Read();
        var due = await read.One("select id from rule_due", r => r.GetInt64(0));
        await desk.Node.Database.Commit([new Statement("update rule_due set next_at = @later", ("@later", desk.Clock.Now + Duration.FromMinutes(1)))]);
        await desk.Desk.Runs("run-rules");
        Assert.Equal(0, (await desk.Ticket(ticket)).Messages);
        desk.Clock.Pass(Duration.FromMinutes(2));
        await desk.Desk.Runs("run-rules");
        Assert.Equal(1, (await desk.Ticket(ticket)).Messages);
        Assert.Equal([RuleErrors.NotDue], await desk.Node.Refused(new RunRule(due), desk.Administrator));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Words_are_looked_for_when_the_search_has_read_them(string engine)
    {
        await using var desk = await RuleDesk.Fresh(engine);
        await desk.Add("Fire", RuleDesk.Opened, [RuleDesk.If("q", "smoke")], RuleDesk.Then(TicketVerb.Tag, "fire"));
        var ticket = await desk.Desk.Open(desk.Helen, "Smoke from the printer");
        await desk.Node.Settled();
        await desk.Node.Database.Commit([new Statement("insert into subscriber (name) values ('search-index')")]);
        var runner = DeskModule.Runner(desk.Node.Get<IServiceProvider>(), new QueueRules());
        while (await runner.ReadOn() > 0) { }
        await using (var read = await desk.Node.Database.Read())
            Assert.Equal([RuleErrors.NotYet], await desk.Node.Refused(new RunRule(await read.One("select id from rule_due", r => r.GetInt64(0))), desk.Administrator));
        await desk.Desk.Runs("run-rules");
        Assert.Equal(1, await desk.Count("rule_due"));
        desk.Clock.Pass(Duration.FromSeconds(2));
        await desk.Runs();
        Assert.Equal(["fire"], (await desk.Ticket(ticket)).Tags);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task The_log_is_read_by_pages(string engine)
    {
        await using var desk = await RuleDesk.Fresh(engine);
        var rule = await desk.Add("Note", RuleDesk.Opened, [], RuleDesk.Then(TicketVerb.Note, text: "Once."));
        for (var i = 0; i < 5; i++) await desk.Desk.Open(desk.Helen);
        await desk.Runs();
        var first = await desk.Node.Asked(new ListRuleRuns(rule.Id, Limit: 3), desk.Ada);
        var second = await desk.Node.Asked(new ListRuleRuns(rule.Id, first.Next, 3), desk.Ada);
        Assert.Equal((3, 2, null), (first.Rows.Count, second.Rows.Count, second.Next));
        Assert.Equal((await desk.Log(rule)).Select(r => r.Id), first.Rows.Concat(second.Rows).Select(r => r.Id));
        foreach (var (wrong, no) in new[] { (new ListRuleRuns(rule.Id, Limit: 201), RuleRunErrors.LimitInvalid), (new ListRuleRuns(rule.Id, "x"), RuleRunErrors.CursorInvalid), (new ListRuleRuns(new(99)), RuleErrors.NotFound) })
            Assert.Equal(no, (await desk.Node.Desk.Ask(wrong, desk.Ada.Caller)).Error);
    }
}
