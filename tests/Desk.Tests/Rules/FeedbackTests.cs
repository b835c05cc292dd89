using FirstContact.Tickets;

namespace FirstContact.Rules;

/// <summary>A rule that feeds itself, alone or through others, is stopped, and it is said.</summary>
public sealed class FeedbackTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task One_that_sets_itself_off_runs_once_and_is_stopped(string engine)
    {
        await using var desk = await RuleDesk.Fresh(engine);
        var rule = await desk.Add("Echo", RuleDesk.On("ticket.message-posted"), [], RuleDesk.Then(TicketVerb.Note, text: "Somebody wrote."));
        var ticket = await desk.Desk.Open(desk.Helen);
        await desk.Desk.Done(new SayOnTicket(ticket.Id, MessageKind.Reply, Visibility.Public, "Hello?"), desk.Helen);
        await desk.Runs();
        Assert.Equal(2, (await desk.Ticket(ticket)).Messages);
        var row = await desk.Row(rule);
        Assert.Equal((false, StopBecause.FeedsItself, ticket.Id), (row.Active, row.Stopped!.Why, row.Stopped.Ticket!.Value));
        Assert.Equal(["Echo", "Echo"], row.Stopped.Chain);
        await using var read = await desk.Node.Database.Read();
        var said = Assert.Single(await desk.Node.Get<JournalReader>().Of(read, Rule.Subject, rule.Key), e => e.Event is RuleStopped);
        Assert.Equal((PersonId.Desk, "stopped the rule: what it does sets it off again (Echo, then Echo)"), (said.Actor, DeskModule.Catalogue.Sentence(said.Event)));

        // What happens while it is stopped does not set it off when it is taken up again.
        await desk.Desk.Done(new SayOnTicket(ticket.Id, MessageKind.Reply, Visibility.Public, "Still there?"), desk.Helen);
        desk.Clock.Pass(Duration.FromMinutes(1));
        await desk.Node.Done(new SwitchOnRule(rule.Id), desk.Administrator);
        await desk.Runs();
        Assert.Equal(3, (await desk.Ticket(ticket)).Messages);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_circle_of_several_is_stopped_where_it_closes(string engine)
    {
        await using var desk = await RuleDesk.Fresh(engine);
        var away = await desk.Add("Away", RuleDesk.On("ticket.moved", "ticket.opened"), [RuleDesk.If("team", "First Contact")], RuleDesk.Then(TicketVerb.Team, "Network"));
        var back = await desk.Add("Back", RuleDesk.On("ticket.moved"), [RuleDesk.If("team", "Network")], RuleDesk.Then(TicketVerb.Team, "First Contact"));
        var ticket = await desk.Desk.Open(desk.Helen);
        await desk.Runs();
        var (a, b) = (await desk.Row(away), await desk.Row(back));
        Assert.Equal((false, true), (a.Active, b.Active));
        Assert.Equal(["Away", "Back", "Away"], a.Stopped!.Chain);
        // There and back, once.
        Assert.Equal(2, (await desk.Desk.Show(ticket.Id)).Timeline.Count(e => e.Event is TicketMoved));
        Assert.Equal(TeamId.FirstContact, (await desk.Ticket(ticket)).Team);
        Assert.Equal([away.Id, back.Id], Assert.Single(await desk.Log(back)).Chain);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task One_that_comes_to_rest_by_itself_is_left_alone(string engine)
    {
        await using var desk = await RuleDesk.Fresh(engine);
        var tag = await desk.Add("Tag", RuleDesk.On("ticket.tags-changed", "ticket.priority-overridden"), [], RuleDesk.Then(TicketVerb.Tag, "seen"));
        var rank = await desk.Add("Rank", RuleDesk.On("ticket.tags-changed"), [RuleDesk.If("tag", "seen")], RuleDesk.Then(TicketVerb.Priority, "p2", "It was seen"));
        var ticket = await desk.Desk.Open(desk.Helen);
        await desk.Desk.Done(new ChangeTicket(ticket.Id) { Tags = ["odd"] }, desk.Ada);
        await desk.Runs();
        Assert.Equal((["odd", "seen"], 2), (await desk.Ticket(ticket)) is var now ? (now.Tags, now.Priority.Rank) : default);
        Assert.True((await desk.Row(tag)).Active && (await desk.Row(rank)).Active);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_chain_that_is_too_long_is_stopped_though_it_is_no_circle(string engine)
    {
        await using var desk = await RuleDesk.Fresh(engine);
        var rules = new List<Rule>();
        // The last first: so each step is set off by what the one before did, and not by what set that off.
        for (var i = Rule.LongestChain; i >= 0; i--)
            rules.Insert(0, await desk.Add($"Step {i}", RuleDesk.On("ticket.tags-changed"), [RuleDesk.If("tag", $"t{i}")], RuleDesk.Then(TicketVerb.Tag, $"t{i + 1}")));
        var ticket = await desk.Desk.Open(desk.Helen);
        await desk.Desk.Done(new ChangeTicket(ticket.Id) { Tags = ["t0"] }, desk.Ada);
        await desk.Runs();
        Assert.Equal($"t{Rule.LongestChain}", (await desk.Ticket(ticket)).Tags[^1]);
        Assert.Equal(StopBecause.ChainTooLong, (await desk.Row(rules[^1])).Stopped!.Why);
        Assert.All(await Task.WhenAll(rules.SkipLast(1).Select(desk.Row)), row => Assert.True(row.Active));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Two_that_wait_for_each_other_by_time_are_stopped_too(string engine)
    {
        await using var desk = await RuleDesk.Fresh(engine);
        var hour = Duration.FromHours(1);
        var one = await desk.Add("One", RuleDesk.After(Moment.Updated, hour), [RuleDesk.If("status", "open")], RuleDesk.Then(TicketVerb.Note, text: "One."));
        var two = await desk.Add("Two", RuleDesk.After(Moment.Updated, hour), [RuleDesk.If("status", "open")], RuleDesk.Then(TicketVerb.Note, text: "Two."));
        var ticket = await desk.Desk.Open(desk.Helen);
        for (var i = 0; i < 6; i++)
        {
            desk.Clock.Pass(hour);
            await desk.Runs();
        }
        Assert.True((await desk.Ticket(ticket)).Messages <= 3);
        Assert.Contains(await Task.WhenAll(new[] { one, two }.Select(desk.Row)), row => row.Stopped?.Why == StopBecause.FeedsItself);
    }
}
