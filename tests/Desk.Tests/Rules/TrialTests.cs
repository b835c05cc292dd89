using FirstContact.Fields;
using FirstContact.Lists;
using FirstContact.Tickets;

namespace FirstContact.Rules;

/// <summary>What a rule would have done; nothing of it is written.</summary>
public sealed class TrialTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task Past_events_meet_their_tickets_as_they_were_then(string engine)
    {
        await using var desk = await RuleDesk.Fresh(engine);
        var changed = await desk.Desk.Open(desk.Helen, "Labels come out blank");
        await desk.Desk.Done(new ChangeTicket(changed.Id) { Tags = ["vip"] }, desk.Ada);
        desk.Clock.Pass(Duration.FromHours(1));
        await desk.Desk.Done(new MoveTicket(changed.Id, "Network"), desk.Ada);
        await desk.Desk.Done(new ChangeTicket(changed.Id) { Tags = ["other"] }, desk.Ada);
        await desk.Desk.Done(new CancelTicket(changed.Id, "Found it"), desk.Helen);
        var plain = await desk.Desk.Open(desk.Desk.Ravi);
        await desk.Desk.Done(new ChangeTicket(plain.Id) { Tags = ["vip"] }, desk.Ada);
        var before = await Everything(desk);

        // By now it is cancelled, with Network, and has another tag: then it was new, with First Contact, and had this one.
        var trial = await desk.Node.Asked(new TrialRule(new("", RuleDesk.On("ticket.tags-changed"),
            [new("status", "new"), new("team", "First Contact"), new("tag", "vip"), new("customer", TicketDesk.Helens), new("assignee", "nobody"), new("priority", "p3"), new("kind", "incident")],
            [RuleDesk.Then(TicketVerb.Team, "Network"), RuleDesk.Then(TicketVerb.Note, text: "Moved {{ticket.number}}"), RuleDesk.Then(TicketVerb.Close, text: "x")])), desk.Administrator);
        Assert.Equal((3, 1), (trial.Looked, trial.Matched));
        var line = Assert.Single(trial.Lines);
        Assert.Equal((changed.Id, changed.OpenedAt), (line.Ticket, line.At));
        Assert.Equal(["moved it from First Contact to Network", $"noted: Moved {changed.Number}"], line.Done);
        Assert.Equal([TicketErrors.NotResolved.Message], line.Refused);
        Assert.Equal(before, await Everything(desk));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Fields_say_what_they_said_then(string engine)
    {
        await using var desk = await RuleDesk.Fresh(engine);
        await desk.Node.Done(new AddField(new("area", "Area", null, FieldKind.Tree, ["Northgate > Hall 2", "Eastmoor"], [], [], [], false, 0)), desk.Administrator);
        var ticket = await desk.Desk.Open(desk.Helen);
        foreach (var area in new[] { "Northgate > Hall 2", "Eastmoor" }) await desk.Desk.Done(new ChangeTicket(ticket.Id) { Fields = [new("area", area)] }, desk.Ada);
        var trial = await desk.Node.Asked(new TrialRule(new("x", RuleDesk.On("ticket.fields-filled"), [new("q", "field:area=Northgate")], [RuleDesk.Then(TicketVerb.Team, "Network")])), desk.Administrator);
        Assert.Equal((2, 1), (trial.Looked, trial.Matched));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Whose_doing_it_was_matters_there_too_and_what_would_change_nothing_says_so(string engine)
    {
        await using var desk = await RuleDesk.Fresh(engine);
        var ticket = await desk.Desk.Open(desk.Helen);
        await desk.Desk.Done(new SayOnTicket(ticket.Id, MessageKind.Reply, Visibility.Public, "And now?"), desk.Helen);
        await desk.Desk.Done(new SayOnTicket(ticket.Id, MessageKind.Reply, Visibility.Public, "Now."), desk.Ada);
        var trial = await desk.Node.Asked(new TrialRule(new("x", RuleDesk.On("ticket.message-posted") with { By = ByWhom.Customer }, [], [RuleDesk.Then(TicketVerb.Team, "First Contact")])), desk.Administrator);
        Assert.Equal((2, 1), (trial.Looked, trial.Matched));
        Assert.Equal((0, 0), Assert.Single(trial.Lines) is var line ? (line.Done.Count, line.Refused.Count) : default);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_goes_by_time_shows_what_it_would_take_up_now(string engine)
    {
        await using var desk = await RuleDesk.Fresh(engine);
        var old = await desk.Desk.Open(desk.Helen);
        desk.Clock.Pass(Duration.FromDays(3));
        var young = await desk.Desk.Open(desk.Helen);
        RuleDefinition Of(RuleTrigger when) => new("x", when, [new("status", "open")], [RuleDesk.Then(TicketVerb.Tag, "old")]);
        Assert.Equal([old.Id], (await desk.Node.Asked(new TrialRule(Of(RuleDesk.After(Moment.Opened, Duration.FromDays(2)))), desk.Administrator)).Lines.Select(l => l.Ticket));
        var daily = new RuleTrigger(TriggerKind.Schedule) { Days = [IsoDayOfWeek.Monday], Time = "07:30", Zone = "UTC" };
        Assert.Equal([young.Id, old.Id], (await desk.Node.Asked(new TrialRule(Of(daily)), desk.Administrator)).Lines.Select(l => l.Ticket));
        Assert.Equal(0, await desk.Count("rule_due"));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_is_wrong_with_it_is_said_as_when_it_is_saved(string engine)
    {
        await using var desk = await RuleDesk.Fresh(engine);
        var said = (await desk.Node.Desk.Ask(new TrialRule(new("", RuleDesk.Opened, [new("team", "x")], [])), desk.Administrator.Caller)).Error!;
        Assert.Equal([RuleErrors.ActionsMissing, TicketErrors.TeamUnknown.At("if.team")], said.All);
        var rule = await desk.Add("Known", RuleDesk.Opened, [], RuleDesk.Then(TicketVerb.Tag, "x"));
        Assert.Null((await desk.Node.Desk.Ask(new TrialRule(rule.Definition, rule.Id), desk.Administrator.Caller)).Error);
    }

    private static async Task<(long, long, long)> Everything(RuleDesk desk) => (await desk.Count("journal"), await desk.Count("rule_run"), await desk.Count("ticket_tag"));
}
