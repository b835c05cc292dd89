using FirstContact.Lists;
using FirstContact.People;
using FirstContact.Services;
using FirstContact.Tickets;
using FirstContact.Webhooks;

namespace FirstContact.Rules;

/// <summary>How rules are made, kept and ordered.</summary>
public sealed class RuleTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task From_the_first_version_to_the_last(string engine)
    {
        await using var desk = await RuleDesk.Fresh(engine);
        var rule = await desk.Add("Printers", RuleDesk.Opened, [RuleDesk.If("category", "printing")], RuleDesk.Then(TicketVerb.Team, "network"));
        // Names are kept as ids, so that renaming one breaks nothing.
        Assert.Equal(new Condition("category", "1"), rule.Definition.If[0]);
        Assert.Equal("2", rule.Definition.Then[0].To);
        var changed = rule.Definition with { Name = "Printers to Network" };
        await desk.Node.Done(new ChangeRule(rule.Id, changed), desk.Administrator);
        await desk.Node.Done(new SwitchOffRule(rule.Id), desk.Administrator);
        var on = await desk.Node.Done(new SwitchOnRule(rule.Id), desk.Administrator);
        Assert.Equal(4, (await desk.Node.Folds(new Rule { Id = rule.Id }, on)).Count);

        var view = await desk.Node.Asked(new ShowRule(rule.Id), desk.Ada);
        Assert.Equal(("Printing", "Network"), (view.Line.Told.If[0].Value, view.Line.Told.Then[0].To));
        Assert.Equal([4, 3, 2, 1], view.Versions.Select(v => v.Version));
        Assert.Equal(["Printers to Network", "Printers"], view.Versions.Where(v => v.Definition is not null).Select(v => v.Definition!.Name));
        Assert.Equal("Ada Byron", view.Versions[0].By);

        await desk.Node.Done(new RemoveRule(rule.Id), desk.Administrator);
        Assert.Empty(await desk.Node.Asked(new ListRules(), desk.Ada));
        Assert.Equal([RuleErrors.NotFound], await desk.Node.Refused(new SwitchOnRule(rule.Id), desk.Administrator));
        Assert.Equal([RuleErrors.NotFound], await desk.Node.Refused(new ChangeRule(rule.Id, changed), desk.Administrator));
        Assert.Equal(RuleErrors.NotFound, (await desk.Node.Desk.Ask(new ShowRule(rule.Id), desk.Ada.Caller)).Error);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_it_names_must_be_there_and_all_that_is_not_is_said_at_once(string engine)
    {
        await using var desk = await RuleDesk.Fresh(engine);
        await desk.Add("Printers", RuleDesk.Opened, [], RuleDesk.Then(TicketVerb.Note, text: "x"));
        var wrong = new RuleDefinition(" PRINTERS ", RuleDesk.On("ticket.rule-applied"),
            [new("team", "Nobody"), new("service", "x"), new("category", "x"), new("class", "x"), new("status", "lost"), new("priority", "p9"), new("kind", "x"), new("assignee", "nobody@x.example")],
            [
                RuleDesk.Then(TicketVerb.Team, "Nobody"), RuleDesk.Then(TicketVerb.Assign, TicketDesk.Helens), RuleDesk.Then(TicketVerb.Priority, "p9", "x"), RuleDesk.Then(TicketVerb.Impact, "huge"),
                RuleDesk.Then(TicketVerb.Watch, "nobody@x.example"), RuleDesk.Then(TicketVerb.Wait, "godot", "x"), RuleDesk.Then(TicketVerb.Webhook, "Board"), RuleDesk.Then(TicketVerb.AskIn, "me", "x"),
            ]);
        var said = (await desk.Node.Refused(new AddRule(wrong), desk.Administrator)).ToList();
        Assert.Equal(
            [
                ("name", RuleErrors.NameTaken.Code), ("when.events", RuleErrors.EventUnknown.Code),
                ("if.team", TicketErrors.TeamUnknown.Code), ("if.service", TicketErrors.ServiceUnknown.Code), ("if.category", TicketErrors.CategoryUnknown.Code), ("if.class", TicketErrors.ClassUnknown.Code),
                ("if.status", FilterErrors.StatusUnknown.Code), ("if.assignee", TicketErrors.PersonUnknown.Code), ("if.priority", TicketErrors.PriorityInvalid.Code), ("if.kind", FilterErrors.KindUnknown.Code),
                ("then[0].to", TicketErrors.TeamUnknown.Code), ("then[1].to", TicketErrors.NotAnAgent.Code), ("then[2].to", TicketErrors.PriorityInvalid.Code), ("then[3].to", ActionErrors.LevelInvalid.Code),
                ("then[4].to", TicketErrors.PersonUnknown.Code), ("then[5].to", ActionErrors.WaitForInvalid.Code), ("then[6].to", RuleErrors.WebhookUnknown.Code), ("then[7].to", RuleErrors.NobodyIsMe.Code),
            ],
            said.Select(e => (e.Field!, e.Code)));
        Assert.Single(await desk.Node.Asked(new ListRules(), desk.Ada));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task They_run_in_their_order_which_can_be_changed_and_a_copy_is_off(string engine)
    {
        await using var desk = await RuleDesk.Fresh(engine);
        var first = await desk.Add("First", RuleDesk.Opened, [], RuleDesk.Then(TicketVerb.Tag, "one"));
        var second = await desk.Add("Second", RuleDesk.Opened, [RuleDesk.If("tag", "one")], RuleDesk.Then(TicketVerb.Tag, "two"));
        var before = await desk.Desk.Open(desk.Helen);
        await desk.Runs();
        Assert.Equal(["one", "two"], (await desk.Ticket(before)).Tags);

        await desk.Node.Done(new MoveRule(second.Id, Up: true), desk.Administrator);
        Assert.Equal(["Second", "First"], (await desk.Node.Asked(new ListRules(), desk.Ada)).Select(l => l.Row.Name));
        var after = await desk.Desk.Open(desk.Helen);
        await desk.Runs();
        Assert.Equal(["one"], (await desk.Ticket(after)).Tags);
        // Nobody is before the first, or behind the last.
        await desk.Node.Done(new MoveRule(second.Id, Up: true), desk.Administrator);
        await desk.Node.Done(new MoveRule(first.Id, Up: false), desk.Administrator);
        Assert.Equal(["Second", "First"], (await desk.Node.Asked(new ListRules(), desk.Ada)).Select(l => l.Row.Name));

        var copy = await desk.Node.Done(new CopyRule(first.Id), desk.Administrator);
        Assert.Equal(("First (2)", false, 3), (copy.Name, copy.Active, copy.Place));
        Assert.Equal("First (3)", (await desk.Node.Done(new CopyRule(first.Id), desk.Administrator)).Name);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_is_renamed_is_still_meant_and_what_is_retired_stops_the_rule(string engine)
    {
        await using var desk = await RuleDesk.Fresh(engine);
        var rule = await desk.Add("Printers", RuleDesk.Opened, [RuleDesk.If("category", "Printing")], RuleDesk.Then(TicketVerb.Note, text: "A printer again."));
        await desk.Node.Done(new RenameCategory(new(1), "Printers and scanners"), desk.Administrator);
        var ticket = await desk.Node.Done(TicketDesk.Asking() with { Category = "Printers and scanners" }, desk.Helen);
        await desk.Runs();
        Assert.Equal(1, (await desk.Ticket(ticket)).Messages);

        // What is retired is still meant by a condition, as in the queue; to do something with it is refused when the rule is saved.
        await desk.Node.Done(new RetireCategory(new(1)), desk.Administrator);
        await desk.Node.Done(new ChangeRule(rule.Id, rule.Definition with { Name = "Printers and scanners" }), desk.Administrator);
        Assert.Equal([TicketErrors.CategoryUnknown.At("then[0].to")], await desk.Node.Refused(new ChangeRule(rule.Id, rule.Definition with { Then = [RuleDesk.Then(TicketVerb.Category, "1")] }), desk.Administrator));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_names_somebody_who_is_not_there_any_more_is_stopped(string engine)
    {
        await using var desk = await RuleDesk.Fresh(engine);
        var rule = await desk.Add("Ravi first", RuleDesk.Opened, [RuleDesk.If("customer", TicketDesk.Ravis)], RuleDesk.Then(TicketVerb.Note, text: "It is Ravi."));
        await desk.Node.Database.Commit([new Statement("update person set email = 'ravi@elsewhere.example' where email = @email", ("@email", TicketDesk.Ravis)), new Statement("update person_address set address = 'ravi@elsewhere.example' where address = @email", ("@email", TicketDesk.Ravis))]);
        await desk.Desk.Open(desk.Helen);
        await desk.Runs();
        var row = await desk.Row(rule);
        Assert.Equal((false, StopBecause.CannotRun, TicketErrors.PersonUnknown.Message), (row.Active, row.Stopped!.Why, row.Stopped.Detail));
        // It cannot be saved as it is either; and it works again when it has been mended.
        Assert.Equal([TicketErrors.PersonUnknown.At("if.customer")], await desk.Node.Refused(new ChangeRule(rule.Id, row.Definition with { Name = "x" }), desk.Administrator));
        await desk.Node.Done(new ChangeRule(rule.Id, row.Definition with { If = [new("customer", "ravi@elsewhere.example")] }), desk.Administrator);
        await desk.Node.Done(new SwitchOnRule(rule.Id), desk.Administrator);
        Assert.Null((await desk.Row(rule)).Stopped);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_the_desk_cannot_run_it_stops_and_says_so(string engine)
    {
        await using var desk = await RuleDesk.Fresh(engine);
        var rule = await desk.Add("Nightly", RuleDesk.After(Moment.Opened, Duration.FromHours(1)), [RuleDesk.If("status", "open")], RuleDesk.Then(TicketVerb.Note, text: "x"));
        var stopped = await desk.Node.Done(new StopRule(rule.Id, "It broke."), desk.Administrator);
        Assert.Equal((StopBecause.CannotRun, "It broke."), (stopped.Stopped!.Why, stopped.Stopped.Detail));
        await using var read = await desk.Node.Database.Read();
        Assert.Contains("stopped the rule: It broke.", (await desk.Node.Get<JournalReader>().Of(read, Rule.Subject, rule.Key)).Select(e => DeskModule.Catalogue.Sentence(e.Event)));
    }
}
