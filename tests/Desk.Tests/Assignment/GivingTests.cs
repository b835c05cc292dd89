using FirstContact.People;
using FirstContact.Policies;
using FirstContact.Rules;
using FirstContact.Tickets;

namespace FirstContact.Assignment;

public sealed class GivingTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task By_hand_nobody_is_given_anything(string engine)
    {
        await using var plant = await AssignmentDesk.Fresh(engine, AssignWay.ByHand);
        var ticket = await plant.Open();
        await plant.Give();
        await plant.Desk.Done(new GiveTicket(ticket.Id), plant.Desk.Ada);
        Assert.Equal((1, null), ((await plant.Of(ticket)).Version, await plant.Owner(ticket)));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_team_that_assigns_by_hand_costs_no_question(string engine)
    {
        await using var plant = await AssignmentDesk.Fresh(engine, AssignWay.ByHand);
        await plant.Open();
        var asked = new List<string>();
        await plant.Give();
        plant.Desk.Node.Database.Watch = (writes, _) => { lock (asked) asked.AddRange(writes.OfType<Statement>().Select(s => s.Sql)); };
        await plant.Give();
        await plant.Open();
        Assert.DoesNotContain(asked, sql => sql.Contains("team_way", StringComparison.Ordinal) || sql.Contains("availability", StringComparison.Ordinal) || sql.Contains("team_turn", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task In_turn_each_gets_one_and_the_ticket_says_why(string engine)
    {
        await using var plant = await AssignmentDesk.Fresh(engine, AssignWay.RoundRobin);
        var tickets = new List<Ticket>();
        for (var i = 0; i < 4; i++)
        {
            tickets.Add(await plant.Open($"No {i}"));
            plant.Desk.Clock.Pass(Duration.FromSeconds(1));
        }
        await plant.Give();
        Assert.Equal("Aiko Ben Cem Aiko", await plant.Owners(tickets[0], tickets[1], tickets[2], tickets[3]));
        var last = await plant.Desk.RowIsItsStory(tickets[3].Id);
        Assert.Equal(new(AssignWay.RoundRobin, 3, 3) { Tickets = 1, Most = 10 }, last.Chosen);
        var told = (await plant.Desk.Show(last.Id)).Timeline;
        Assert.Equal(["gave it to Aiko Tester", "chose Aiko Tester: next in turn among 3 of 3 who are at work and have room; had 1 of 10 tickets"], told.Skip(1).Select(e => e.Sentence));
        Assert.All(told.Skip(1), e => Assert.Equal(("FirstContact", "assignment"), (e.Actor, e.Cause)));
        // The customer hears who has it, and not why.
        Assert.Equal(["ticket.opened", "ticket.assigned"], (await plant.Desk.Show(last.Id, plant.Desk.Helen)).Timeline.Select(e => e.Name));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_hundred_tickets_given_by_two_nodes_are_shared_out_evenly_and_each_once(string engine)
    {
        await using var plant = await AssignmentDesk.Fresh(engine, AssignWay.RoundRobin, most: 500, members: 5);
        var tickets = new List<Ticket>();
        for (var i = 0; i < 100; i++) tickets.Add(await plant.Open($"No {i}"));
        await Task.WhenAll(plant.Give(), plant.Give());
        await plant.Give();
        var owners = new List<PersonId?>();
        foreach (var ticket in tickets)
        {
            var now = await plant.Of(ticket);
            Assert.Equal(3, now.Version);
            owners.Add(now.Assignee);
        }
        Assert.Equal([20, 20, 20, 20, 20], plant.Members.Select(m => owners.Count(o => o == m.Caller.Person)));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Balanced_it_goes_by_load_against_what_each_takes(string engine)
    {
        await using var plant = await AssignmentDesk.Fresh(engine, AssignWay.Balanced, most: 8, members: 2);
        await plant.Goes(new(AssignWay.Balanced, 8, SkillDemand.Preferred, [new(plant.Members[1].Caller.Person, 4)]));
        var tickets = new List<Ticket>();
        for (var i = 0; i < 14; i++) tickets.Add(await plant.Open($"No {i}"));
        // What waits is nobody's load: the first of Aiko's will wait.
        await plant.Give();
        var owners = new List<string?>();
        foreach (var ticket in tickets) owners.Add(await plant.Owner(ticket));
        Assert.Equal((8, 4, 2), (owners.Count(o => o == "Aiko"), owners.Count(o => o == "Ben"), owners.Count(o => o is null)));
        Assert.Equal(new LeftWhy(new(plant.Team, "Plant Systems"), LeftBecause.AllFull), (await plant.Of(tickets[13])).Left);

        await plant.Desk.Done(new WaitOnTicket(tickets[owners.IndexOf("Ben")].Id, WaitFor.Supplier, "ordered", false, null), plant.Desk.Ada);
        await plant.Give();
        Assert.Equal("Ben", await plant.Owner(tickets[12]));
        Assert.Null(await plant.Owner(tickets[13]));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task An_urgent_ticket_weighs_more_than_two(string engine)
    {
        await using var plant = await AssignmentDesk.Fresh(engine, AssignWay.Balanced, members: 2);
        var urgent = await plant.Open("Fire", o => o with { Impact = Level.High, Urgency = Level.High });
        Assert.Equal(1, urgent.Priority.Rank);
        await plant.Give();
        var (second, third) = (await plant.Open(), await plant.Open());
        await plant.Give();
        Assert.Equal("Aiko Ben Ben", await plant.Owners(urgent, second, third));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Who_is_away_paused_or_not_at_work_gets_nothing_and_the_ticket_says_until_when(string engine)
    {
        await using var plant = await AssignmentDesk.Fresh(engine, AssignWay.RoundRobin);
        plant.Desk.Clock.Now = Instant.FromUtc(2026, 11, 21, 12, 0);
        await plant.Says(0, c => c with { Hours = AssignmentDesk.Office });
        await plant.Says(1, c => c with { Taking = false });
        await plant.Desk.Node.Done(new GoAway(plant.Members[2].Caller.Person, Instant.FromUtc(2026, 11, 30, 0, 0), null), plant.Members[2]);
        var ticket = await plant.Open();
        await plant.Give();
        await plant.Give();
        var left = await plant.Desk.RowIsItsStory(ticket.Id);
        Assert.Equal((2, new LeftWhy(new(plant.Team, "Plant Systems"), LeftBecause.NobodyAtWork, Instant.FromUtc(2026, 11, 23, 8, 0))), (left.Version, left.Left));
        Assert.Equal("left it with the team: nobody of Plant Systems is at work until 2026-11-23 08:00 UTC", (await plant.Desk.Show(ticket.Id)).Timeline[^1].Sentence);

        plant.Desk.Clock.Now = Instant.FromUtc(2026, 11, 23, 8, 0);
        await plant.Give();
        Assert.Equal("Aiko", await plant.Owner(ticket));
        Assert.Null((await plant.Of(ticket)).Left);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Who_left_or_no_longer_serves_is_no_member_to_give_to(string engine)
    {
        await using var plant = await AssignmentDesk.Fresh(engine, AssignWay.RoundRobin);
        await plant.Desk.Node.Done(new DeactivatePerson(plant.Members[0].Caller.Person), AssignmentDesk.SetUp);
        await plant.Desk.Node.Done(new GrantRoles(plant.Members[1].Caller.Person, [Role.Customer]), AssignmentDesk.SetUp);
        var (first, second) = (await plant.Open(), await plant.Open());
        await plant.Give();
        Assert.Equal("Cem Cem", await plant.Owners(first, second));
        await plant.Desk.Node.Done(new LeaveTeam(plant.Team, "cem@harrow.example"), AssignmentDesk.SetUp);
        var third = await plant.Open();
        await plant.Give();
        Assert.Equal(LeftBecause.NobodyThere, (await plant.Of(third)).Left?.Because);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_asks_for_a_skill_goes_to_whoever_has_it(string engine)
    {
        await using var plant = await AssignmentDesk.Fresh(engine, AssignWay.RoundRobin);
        await plant.Desk.Node.Done(new ChangeSkillNeeds([new("vpn", Category: new(1)), new("labels", Service: new(1))]), AssignmentDesk.SetUp);
        await plant.Says(2, c => c with { Skills = ["VPN"] });
        var (plain, asking, unknown) = (await plant.Open(), await plant.Open("Remote", o => o with { Category = "Printing", Service = "Labels" }), await plant.Open("Labels", o => o with { Service = "Labels" }));
        await plant.Give();
        Assert.Equal("Aiko Cem Ben", await plant.Owners(plain, asking, unknown));
        Assert.Contains("has the skill vpn", (await plant.Desk.Show(asking.Id)).Timeline[^1].Sentence, StringComparison.Ordinal);
        Assert.Contains("nobody there has the skill labels", (await plant.Desk.Show(unknown.Id)).Timeline[^1].Sentence, StringComparison.Ordinal);

        await plant.Goes(WayDetails.Usual with { Way = AssignWay.RoundRobin, Skill = SkillDemand.Required });
        await plant.Says(2, c => c with { Taking = false });
        var waits = await plant.Open("Remote", o => o with { Category = "Printing" });
        await plant.Give();
        Assert.Equal(new LeftWhy(new(plant.Team, "Plant Systems"), LeftBecause.NobodySkilled, null, "vpn"), (await plant.Of(waits)).Left);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_is_moved_or_laid_down_finds_somebody_else(string engine)
    {
        await using var plant = await AssignmentDesk.Fresh(engine, AssignWay.RoundRobin, members: 2);
        var moved = await plant.Desk.Open(plant.Desk.Helen);
        await plant.Desk.Done(new AssignTicket(moved.Id, "me"), plant.Desk.Ada);
        await plant.Desk.Done(new MoveTicket(moved.Id, "Plant Systems"), plant.Desk.Ada);
        await plant.Give();
        Assert.Equal("Aiko", await plant.Owner(moved));
        await plant.Desk.Done(new AssignTicket(moved.Id, null), plant.Members[0]);
        await plant.Give();
        Assert.Equal("Ben", await plant.Owner(moved));
        await plant.Says(0, c => c with { Taking = false });
        await plant.Desk.Done(new AssignTicket(moved.Id, null), plant.Members[1]);
        await plant.Give();
        Assert.Equal(LeftBecause.NobodyElse, (await plant.Of(moved)).Left?.Because);
        await plant.Desk.RowIsItsStory(moved.Id);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_is_reopened_while_its_owner_is_away_goes_to_another(string engine)
    {
        await using var plant = await AssignmentDesk.Fresh(engine, AssignWay.RoundRobin, members: 2);
        var (stays, goes) = (await plant.Open(), await plant.Open());
        await plant.Give();
        foreach (var ticket in new[] { stays, goes })
        {
            await plant.Desk.Resolve(ticket.Id);
            await plant.Desk.Done(new ReopenTicket(ticket.Id, "Dark again"), plant.Desk.Helen);
        }
        await plant.Desk.Node.Done(new GoAway(plant.Members[1].Caller.Person, plant.Desk.Clock.Now + Duration.FromDays(3), null), plant.Members[1]);
        await plant.Give();
        Assert.Equal("Aiko Aiko", await plant.Owners(stays, goes));
        Assert.NotNull((await plant.Of(goes)).Chosen);
        Assert.Equal("Ben Tester", Assert.IsType<TicketAssigned>((await plant.Desk.Show(goes.Id)).Timeline[^2].Event).From?.Name);

        // Where nobody is free for it, it stays with its owner.
        await plant.Desk.Node.Done(new GoAway(plant.Members[0].Caller.Person, plant.Desk.Clock.Now + Duration.FromDays(3), null), plant.Members[0]);
        var before = (await plant.Of(goes)).Version;
        await plant.Give();
        Assert.Equal((before, "Aiko"), ((await plant.Of(goes)).Version, await plant.Owner(goes)));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_ticket_for_which_a_rule_is_queued_waits_for_it(string engine)
    {
        await using var plant = await AssignmentDesk.Fresh(engine, AssignWay.RoundRobin);
        var rule = await plant.Desk.Node.Done(new AddRule(new("Any", new(TriggerKind.Event) { Events = ["ticket.opened"] }, [], [new(TicketVerb.Tag, "x")])), AssignmentDesk.SetUp);
        var ticket = await plant.Open();
        await plant.Desk.Node.Database.Commit([new Statement("insert into rule_due (rule, ticket, queued_at, next_at) values (@rule, @ticket, @now, @now)", ("@rule", rule.Id), ("@ticket", ticket.Id), ("@now", plant.Desk.Clock.Now))]);
        await plant.Give();
        Assert.Null(await plant.Owner(ticket));
        await plant.Desk.Node.Database.Commit([new Statement("delete from rule_due")]);
        await plant.Give();
        Assert.Equal("Aiko", await plant.Owner(ticket));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_is_handed_over_finds_somebody_once_it_is_accepted(string engine)
    {
        await using var plant = await AssignmentDesk.Fresh(engine, AssignWay.RoundRobin);
        var ticket = await plant.Desk.Open(plant.Desk.Helen);
        await plant.Desk.Node.Done(new ChangeTeamWay(TeamId.FirstContact, WayDetails.Usual with { Way = AssignWay.RoundRobin }), AssignmentDesk.SetUp);
        await plant.Desk.Done(new HandOverTicket(ticket.Id, "Plant Systems", new(null, null, "Look at it")), plant.Desk.Ada);
        await plant.Give();
        Assert.Null(await plant.Owner(ticket));
        await plant.Desk.Done(new AcceptHandover(ticket.Id, 1), plant.Desk.Ada);
        await plant.Give();
        Assert.Equal("Aiko", await plant.Owner(ticket));
        await plant.Desk.RowIsItsStory(ticket.Id);
    }
}
