using FirstContact.People;
using FirstContact.Policies;

namespace FirstContact.Tickets;

public sealed class BounceTests
{
    private static readonly Call SetUp = new(Caller.Desk, "test");
    private static readonly HandoverWords Words = new(null, null, "Look at the switch");

    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task What_goes_back_and_forth_needs_whoever_brings_the_teams_together(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        // Nobody is named: it is the leads of the two.
        await desk.Node.Done(new GrantRoles(desk.Grace.Caller.Person, [Role.Agent, Role.TeamLead]), SetUp);
        var ticket = await desk.Open(desk.Helen);
        await desk.Done(new HandOverTicket(ticket.Id, "Network", Words), desk.Ada);
        Assert.Null((await desk.Show(ticket.Id)).Back);
        await desk.Done(new AcceptHandover(ticket.Id, 1), desk.Grace);
        Assert.Equal(("First Contact", [new(desk.Grace.Caller.Person, "Grace O'Brien")]), (await desk.Show(ticket.Id)).Back is { } back ? (back.Team.Name, back.Bridge) : default);
        Assert.Null((await desk.Show(ticket.Id, desk.Helen)).Back);

        await desk.Done(new HandOverTicket(ticket.Id, "First Contact", Words), desk.Grace);
        desk.Clock.Pass(Duration.FromMinutes(7));
        Assert.Equal(("First Contact", desk.Clock.GetCurrentInstant() - Duration.FromMinutes(7)), Assert.Single((await desk.Node.Asked(new ListTickets(new() { Status = "open" }), desk.Ada)).Rows) is var row ? (row.HandedTo, row.HandedAt) : default);
        await desk.Done(new AcceptHandover(ticket.Id, 2), desk.Ada);
        var need = Assert.Single(await desk.Node.Asked(new NeedsMeNow(), desk.Grace), n => n.Reason == Reason.Bridge);
        Assert.Equal((ticket.Key, "First Contact", "Network"), (need.Ticket.Id, need.About, need.From));
        Assert.Equal("brought it back to First Contact, which had it before Network; Grace O'Brien brings the two together", (await desk.Show(ticket.Id)).Timeline[^1].Sentence);
        await desk.RowIsItsStory(ticket.Id);
        Assert.DoesNotContain((await desk.Show(ticket.Id, desk.Helen)).Timeline, e => e.Event is TicketBounced);

        await desk.Done(new SettleBounce(ticket.Id, "Network checks the port before it comes back"), desk.Grace);
        Assert.DoesNotContain(await desk.Node.Asked(new NeedsMeNow(), desk.Grace), n => n.Reason == Reason.Bridge);
        Assert.Equal("brought First Contact and Network together: Network checks the port before it comes back", (await desk.Show(ticket.Id)).Timeline[^1].Sentence);
        await desk.RowIsItsStory(ticket.Id);
        await desk.Refuses(HandoverErrors.NoBounce, new SettleBounce(ticket.Id, "x"), desk.Grace);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Who_is_named_comes_before_the_leads_and_whoever_has_left_is_not_asked(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        await desk.Node.Done(new GrantRoles(desk.Grace.Caller.Person, [Role.Agent, Role.TeamLead]), SetUp);
        var olga = await desk.Node.Done(new RegisterPerson("Olga Berg", "olga.berg@harrow.example", Roles: [Role.Agent, Role.ServiceCoordinator]), SetUp);
        await desk.Node.Done(new ChangeTeamBridges([new("Network", "First Contact", "olga.berg@harrow.example")]), SetUp);
        Assert.Equal(["Olga Berg"], await Bridge(desk));
        var line = Assert.Single((await desk.Node.Asked(new ShowTeamBridges(), desk.Ada)).Lines);
        Assert.Equal(("Network", "First Contact", "Olga Berg"), (line.Team.Name, line.With?.Name, line.Person.Name));
        await desk.Node.Done(new DeactivatePerson(olga.Id), SetUp);
        Assert.Equal(["Grace O'Brien"], await Bridge(desk));
        await desk.Node.Done(new ReactivatePerson(olga.Id), SetUp);
        await desk.Node.Done(new ChangeTeamBridges([]), SetUp);
        await desk.Node.Done(new GrantRoles(desk.Grace.Caller.Person, [Role.Agent]), SetUp);
        Assert.Equal(["Olga Berg"], await Bridge(desk));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_names_nobody_or_no_team_is_refused_at_its_line(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        Assert.Equal([PolicyErrors.BridgeTeamUnknown.At("bridges[0].team"), PolicyErrors.BridgeTeamUnknown.At("bridges[0].with"), PolicyErrors.BridgePersonUnknown.At("bridges[0].person"), PolicyErrors.BridgePersonUnknown.At("bridges[1].person")],
            await desk.Node.Refused(new ChangeTeamBridges([new("Nowhere", "Elsewhere", "nobody@x.example"), new("Network", null, TicketDesk.Helens)]), SetUp));
        await desk.Node.Done(new ChangeTeamBridges([new("Network", null, TicketDesk.Adas)]), SetUp);
        Assert.Equal([Errors.Stale], await desk.Node.Refused(new ChangeTeamBridges([]), SetUp with { Expects = 0 }));
        Assert.Equal([Errors.Forbidden], await desk.Node.Refused(new ChangeTeamBridges([]), desk.Ada));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_move_that_is_undone_is_no_bounce(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var ticket = await desk.Open(desk.Helen);
        await desk.Done(new MoveTicket(ticket.Id, "Network"), desk.Ada);
        await desk.Done(new MoveTicket(ticket.Id, "First Contact", Undoes: true), desk.Ada);
        Assert.Equal((0, 0), (await desk.RowIsItsStory(ticket.Id)).Hands is var h ? (h.Bounces, h.Path.Count) : default);
        await desk.Done(new ChangeTicket(ticket.Id) { Team = "Network" }, desk.Ada);
        await desk.Done(new ChangeTicket(ticket.Id) { Team = "First Contact" }, desk.Ada);
        Assert.Equal(1, (await desk.RowIsItsStory(ticket.Id)).Hands.Bounces);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Whoever_got_it_says_whether_all_was_there(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var ticket = await desk.Open(desk.Helen);
        await desk.Done(new HandOverTicket(ticket.Id, "Network", Words), desk.Ada);
        await desk.Refuses(HandoverErrors.NothingToJudge, new JudgeHandover(ticket.Id, 1, true, []), desk.Grace);
        await desk.Done(new AcceptHandover(ticket.Id, 1), desk.Grace);
        await desk.Refuses(HandoverErrors.OwnHandover, new JudgeHandover(ticket.Id, 1, true, []), desk.Ada);
        await desk.Done(new JudgeHandover(ticket.Id, 1, false, [HandoverItem.Device, HandoverItem.Files], "The serial number"), desk.Grace);
        Assert.Equal("says that something was missing when First Contact handed it over: which device, files or logs, The serial number", (await desk.Show(ticket.Id)).Timeline[^1].Sentence);
        await desk.RowIsItsStory(ticket.Id);
        await desk.Done(new HandOverTicket(ticket.Id, "First Contact", Words), desk.Grace);
        await desk.Done(new ReturnHandover(ticket.Id, 2, "Not ours", null, [HandoverItem.Reproduction]), desk.Ada);
        Assert.Equal("gave it back from First Contact to Network: Not ours. Missing: how to see it", (await desk.Show(ticket.Id)).Timeline[^1].Sentence);
        await desk.RowIsItsStory(ticket.Id);
    }

    private static async Task<IEnumerable<string>> Bridge(TicketDesk desk)
    {
        var ticket = await desk.Open(desk.Helen);
        await desk.Done(new MoveTicket(ticket.Id, "Network"), desk.Ada);
        return (await desk.Show(ticket.Id)).Back!.Bridge.Select(b => b.Name);
    }
}
