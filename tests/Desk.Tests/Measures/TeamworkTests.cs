using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Measures;

public sealed class TeamworkTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    private static readonly HandoverWords Words = new("Labels are blank", "Turned the ribbon", "Look at the switch");

    [Theory, MemberData(nameof(Engines))]
    public async Task Two_teams_hand_over_return_and_hand_again_and_the_figures_tell_it(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var network = (await desk.Node.Asked(new ListTeams())).Single(t => t.Name == "Network");
        var grace = desk.Grace with { Caller = desk.Grace.Caller with { Teams = new HashSet<long> { network.Id.Value } } };
        var ticket = await desk.Open(desk.Helen);
        desk.Clock.Pass(Duration.FromMinutes(10));
        await desk.Done(new GreetCustomer(ticket.Id, null), desk.Ada);
        await desk.Done(new HandOverTicket(ticket.Id, "Network", Words), desk.Ada);
        desk.Clock.Pass(Duration.FromMinutes(30));
        await desk.Done(new ReturnHandover(ticket.Id, 1, "Not ours", "The device") { Lacked = [HandoverItem.Device] }, desk.Grace);
        await desk.Done(new HandOverTicket(ticket.Id, "Network", Words), desk.Ada);
        desk.Clock.Pass(Duration.FromMinutes(90));
        await desk.Done(new AcceptHandover(ticket.Id, 2), grace);
        await desk.Done(new JudgeHandover(ticket.Id, 2, false, [HandoverItem.Device, HandoverItem.Files], "No log"), grace);
        desk.Clock.Pass(Duration.FromMinutes(50));
        await desk.Resolve(ticket.Id);
        var alone = await desk.Open(desk.Ravi);
        desk.Clock.Pass(Duration.FromHours(2));
        await desk.Resolve(alone.Id);
        await desk.Open(desk.Ravi, "still open");
        await MeasureDesk.ReadOn(desk.Node);

        var now = await desk.Node.Asked(new ShowTeamwork(new()), desk.Ada);
        Assert.Equal(new Counts(3, 2, 1, 1, 1, 1, 2, 0, 0, 1, 0, 0, 0), now.All);
        // First Contact, Network, First Contact, Network: it bounced to the one, and then to the other.
        Assert.Equal((2, 1), (now.Pairs.Count, now.Pairs[1].Bounces));
        var pair = now.Pairs[0];
        Assert.Equal(("First Contact", "Network", 2, 1, 1, 1, 1.0), (pair.From.Name, pair.To.Name, pair.Asked, pair.Accepted, pair.Returned, pair.Bounces, pair.Waited));
        Assert.Equal((1, 0, 0), (pair.Judged, pair.Complete, pair.Helps));
        Assert.Equal([(HandoverItem.Device, 2), (HandoverItem.Files, 1)], now.Lacked.Select(l => (l.Item, l.Count)));
        Assert.Equal([(0, 1, 2.0), (1, 1, 3.0)], now.ByHandovers.By.Select(b => (b.Handovers, b.Tickets, b.Median)));
        Assert.Equal((1.0, 1.0), (Math.Round(now.ByHandovers.Pearson!.Value, 9), Math.Round(now.ByHandovers.Spearman!.Value, 9)));
        // Ten minutes in the queue of one, two hours in that of the other; 120 minutes for acceptance; five hours in all.
        Assert.Equal((130 / 300.0, 120 / 300.0), (now.Waits[(int)WaitKind.Queue].Share!.Value, now.Waits[(int)WaitKind.Acceptance].Share!.Value));
        Assert.Equal([(FaultKind.LateGreeting, 1, 1), (FaultKind.Misdelegated, 1, 0), (FaultKind.Bounced, 1, 0), (FaultKind.Bounced, 1, 0)], now.Faults.Select(f => (f.Kind, f.Count, f.Mended)));
        Assert.Equal([("First Contact", 3, 2), ("Network", 1, 1)], now.Shared.Select(s => (s.Team.Name, s.Tickets, s.Resolved)));

        Assert.Equal([ticket.Id], (await desk.Node.Asked(new TicketsBehind("bounced", new()), desk.Ada)).Rows.Select(r => r.Id));
        Assert.Equal([alone.Id], (await desk.Node.Asked(new TicketsBehind("first-contact-share", new()), desk.Ada)).Rows.Select(r => r.Id));
        Assert.Equal([ticket.Id], (await desk.Node.Asked(new TicketsBehind("returned-handovers", new()) { From = pair.From.Id, To = pair.To.Id }, desk.Ada)).Rows.Select(r => r.Id));
        var returned = Assert.Single((await desk.Node.Asked(new TicketsBehind("returned-handovers", new()), desk.Ada)).Rows);
        Assert.Equal("Not ours (The device)", returned.Reason);
        Assert.Equal([HandoverItem.Device], returned.Lacked);
        Assert.Equal("No log", Assert.Single((await desk.Node.Asked(new TicketsBehind("incomplete", new()), desk.Ada)).Rows).Reason);
        Assert.Empty((await desk.Node.Asked(new TicketsBehind("returned-handovers", new()) { From = pair.To.Id, To = pair.From.Id }, desk.Ada)).Rows);

        // Persons see their own: who sent it to the wrong team does, and nobody else.
        Assert.Equal([FaultKind.Misdelegated], (await desk.Node.Asked(new ListOwnFaults(), desk.Ada)).Faults.Select(f => f.Kind));
        var graces = await desk.Node.Asked(new ListOwnFaults(), desk.Grace);
        Assert.Empty(graces.Faults);
        Assert.Equal((1, 1), (graces.Touched, graces.Resolved));
        await desk.Refuses(Errors.Forbidden, new ChangeMeasureRules(MeasureRules.Usual.Values), desk.Ada);
        Assert.Equal(Errors.Forbidden, (await desk.Node.Desk.Ask(new ShowTeamwork(new()), desk.Helen.Caller)).Error);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Asking_in_is_help_and_leaves_the_ticket_at_first_contact(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var network = (await desk.Node.Asked(new ListTeams())).Single(t => t.Name == "Network");
        var ticket = await desk.Open(desk.Helen);
        await desk.Done(new AskTeamIn(ticket.Id, "Network", "Which port?"), desk.Ada);
        await desk.Done(new GiveHelp(ticket.Id, 1, "Port 4"), desk.Grace with { Caller = desk.Grace.Caller with { Teams = new HashSet<long> { network.Id.Value } } });
        await desk.Resolve(ticket.Id);
        await MeasureDesk.ReadOn(desk.Node);

        var now = await desk.Node.Asked(new ShowTeamwork(new()), desk.Ada);
        Assert.Equal((1, 1, 0, 1), (now.All.Resolved, now.All.FirstContact, now.All.Handovers, now.Helps));
        var pair = Assert.Single(now.Pairs);
        Assert.Equal(("First Contact", "Network", 0, 1), (pair.From.Name, pair.To.Name, pair.All, pair.Helps));
        Assert.Equal([ticket.Id], (await desk.Node.Asked(new TicketsBehind("help-given", new()) { From = pair.From.Id, To = pair.To.Id }, desk.Ada)).Rows.Select(r => r.Id));
        Assert.Empty((await desk.Node.Asked(new TicketsBehind("help-given", new()) { From = pair.To.Id, To = pair.From.Id }, desk.Ada)).Rows);
        Assert.Equal((0, 1), ((await desk.Node.Asked(new ListOwnFaults(), desk.Ada)).Helped, (await desk.Node.Asked(new ListOwnFaults(), desk.Grace)).Helped));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_team_marked_as_first_contact_counts_in_the_past_as_well(string engine)
    {
        await using var desk = await Peopled(engine);
        var before = (await desk.Node.Asked(new ShowTeamwork(new()), desk.Ada)).All.FirstContact;
        var network = (await desk.Node.Asked(new ListTeams())).Single(t => t.Name == "Network");
        var (setUp, counted) = (new Call(Caller.Desk, "test"), Definitions.Of("first-contact-share")!.Behind);
        foreach (var (team, marked) in new[] { (network.Id, true), (TeamId.FirstContact, false), (network.Id, false) })
        {
            await desk.Node.Done(new ChangeTeam(team) { FirstContact = marked }, setUp);
            await MeasureDesk.ReadOn(desk.Node);
            var now = (await desk.Node.Asked(new ShowTeamwork(new()), desk.Ada)).All.FirstContact;
            Assert.NotEqual(before, now);
            before = now;
            await using var read = await desk.Node.Database.Read();
            Assert.Equal(now, await read.One($"select count(*) from measure_ticket m where {counted}", r => r.GetInt32(0)));
        }
        Assert.Equal(0, before);
        var dump = await MeasureDesk.Dump(desk.Node);
        await DeskModule.Runner(desk.Node.Get<IServiceProvider>(), new KeepMeasures()).Replay();
        await MeasureDesk.ReadOn(desk.Node);
        Assert.Equal(dump, await MeasureDesk.Dump(desk.Node));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Each_definition_gives_the_figure_that_is_shown_and_leads_to_as_many_tickets(string engine)
    {
        await using var desk = await Peopled(engine);
        var now = await desk.Node.Asked(new ShowTeamwork(new()), desk.Ada);
        Assert.Equal(200, now.All.Tickets);
        Assert.Equal(Definitions.All.Count, Definitions.All.DistinctBy(d => d.Name).Count());
        await using var read = await desk.Node.Database.Read();
        foreach (var definition in Definitions.All)
        {
            var asked = await read.One(definition.Sql, r => r.IsDBNull(0) ? (double?)null : Convert.ToDouble(r.GetValue(0), System.Globalization.CultureInfo.InvariantCulture), ("@now", desk.Clock.Now));
            Assert.Equal((definition.Name, Math.Round(asked ?? double.NaN, 6)), (definition.Name, Math.Round(definition.Figure(now) ?? double.NaN, 6)));
            if (definition.Behind is not { } behind) continue;
            var expected = await read.One($"select count(*) from measure_ticket m where {behind}", r => r.GetInt64(0), ("@now", desk.Clock.Now));
            Assert.Equal((definition.Name, expected), (definition.Name, (await All(desk, definition.Name)).Count));
        }
        Assert.All(Definitions.All.Where(d => d.Behind is not null), d => Assert.NotEmpty(d.Words));
        // Enough happened that none of the figures of the path is nothing.
        Assert.All(new[] { now.All.FirstContact, now.All.Bounces, now.All.BouncesWorked, now.All.Returned, now.All.Reopened, now.All.Overridden }, n => Assert.NotEqual(0, n));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_replay_in_small_bites_gives_the_same_rows(string engine)
    {
        await using var desk = await Peopled(engine);
        var once = await MeasureDesk.Dump(desk.Node);
        Assert.Contains("measure_bounce", once, StringComparison.Ordinal);
        foreach (var again in new Subscriber[] { new MeasureDesk.InSmallBites(), new KeepMeasures() })
        {
            Assert.True(await DeskModule.Runner(desk.Node.Get<IServiceProvider>(), again).Replay());
            Assert.Equal("", await MeasureDesk.Dump(desk.Node));
            await MeasureDesk.ReadOn(desk.Node, again);
            Assert.Equal(once, await MeasureDesk.Dump(desk.Node));
        }
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Filters_narrow_every_figure_alike(string engine)
    {
        await using var desk = await Peopled(engine);
        var all = await desk.Node.Asked(new ShowTeamwork(new()), desk.Ada);
        var middle = all.Months[all.Months.Count / 2].Month.OnDayOfMonth(1);
        var (before, after) = (await desk.Node.Asked(new ShowTeamwork(new(To: middle.PlusDays(-1))), desk.Ada), await desk.Node.Asked(new ShowTeamwork(new(From: middle)), desk.Ada));
        foreach (var figure in new Func<Teamwork, double>[] { w => w.All.Tickets, w => w.All.Bounces, w => w.Pairs.Sum(p => p.Asked), w => w.Pairs.Sum(p => p.Bounces), w => w.Faults.Sum(f => f.Count), w => w.Months.Sum(m => m.Handovers) })
        {
            Assert.Equal(figure(all), figure(before) + figure(after));
            Assert.NotEqual(0, figure(before));
        }
        var network = await desk.Node.Asked(new ShowTeamwork(new(Team: "Network")), desk.Ada);
        Assert.All(network.Pairs, p => Assert.Contains("Network", new[] { p.From.Name, p.To.Name }));
        Assert.Equal(all.Shared.Single(s => s.Team.Name == "Network").Tickets, network.All.Tickets);

        var plant = await desk.Node.Asked(new ShowTeamwork(new(Segment: "plants")), desk.Ada);
        Assert.Equal((all.All.Tickets, all.All.Bounces), (plant.All.Tickets, plant.All.Bounces));
        Assert.Equal(all.Pairs.Sum(p => p.Asked), plant.Pairs.Sum(p => p.Asked));
        Assert.Equal(all.All.Overridden, Assert.Single(all.Overrides, o => o.Unit == "Northgate").Overridden);
        Assert.True(all.Impacts.Count(i => i.Tickets > 0) > 1);
        foreach (var impact in all.Impacts)
        {
            var one = await desk.Node.Asked(new ShowTeamwork(new(Impact: impact.Of.ToLowerInvariant())), desk.Ada);
            Assert.Equal((impact.Tickets, impact.FirstContact), (one.All.Tickets, one.Months.Sum(m => m.FirstContact)));
        }
        foreach (var (filter, no) in new (TeamworkFilter, Error)[]
        {
            (new(From: middle, To: middle.PlusDays(-1)), MeasureErrors.PeriodInvalid), (new(Segment: "nowhere"), MeasureErrors.SegmentUnknown), (new(Impact: "1"), MeasureErrors.ImpactUnknown), (new(Team: "nowhere"), TicketErrors.TeamUnknown), (new(Service: "nowhere"), TicketErrors.ServiceUnknown),
        })
            Assert.Equal(no.Code, (await desk.Node.Desk.Ask(new ShowTeamwork(filter), desk.Ada.Caller)).Error?.Code);
        Assert.Equal(MeasureErrors.MeasureUnknown, (await desk.Node.Desk.Ask(new TicketsBehind("luck", new()), desk.Ada.Caller)).Error);
        Assert.Equal(MeasureErrors.CursorUnknown, (await desk.Node.Desk.Ask(new TicketsBehind("tickets", new(), After: "x"), desk.Ada.Caller)).Error);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_label_makes_a_team_first_contact_for_the_past_as_well(string engine)
    {
        await using var desk = await Peopled(engine);
        var before = (await desk.Node.Asked(new ShowTeamwork(new()), desk.Ada)).All.FirstContact;
        var network = (await desk.Node.Asked(new ListTeams())).Single(t => t.Name == "Network");
        var administrator = TicketDesk.As(TestDatabase.Ada, "Ada Byron", Role.Administrator);
        var labelled = MeasureRules.Usual.Values with { Labels = [new(network.Id, ["First contact"])] };
        await desk.Node.Done(new ChangeMeasureRules(labelled), administrator);
        Assert.Equal([MeasureErrors.TeamUnknown], await desk.Node.Refused(new ChangeMeasureRules(MeasureRules.Usual.Values with { Labels = [new(new(999), ["x"])] }), administrator));
        await MeasureDesk.ReadOn(desk.Node);
        Assert.True((await desk.Node.Asked(new ShowTeamwork(new()), desk.Ada)).All.FirstContact > before);
        var dump = await MeasureDesk.Dump(desk.Node);
        await DeskModule.Runner(desk.Node.Get<IServiceProvider>(), new KeepMeasures()).Replay();
        await MeasureDesk.ReadOn(desk.Node);
        Assert.Equal(dump, await MeasureDesk.Dump(desk.Node));
    }

    /// <summary>Three teams, two hundred tickets of a customer in a unit.</summary>
    private static async Task<TicketDesk> Peopled(string engine)
    {
        var desk = await TicketDesk.Fresh(engine);
        var setUp = new Call(Caller.Desk, "test");
        await desk.Node.Done(new AddTeam("Plant Systems", "", []), setUp);
        await desk.Node.Done(new AddUnit("Northgate", "Plants"), setUp);
        await desk.Node.Done(new ChangePerson(TestDatabase.Helen) { Unit = "Northgate" }, setUp);
        await MeasureDesk.MakeUp(desk.Node, [.. (await desk.Node.Asked(new ListTeams())).Select(t => t.Named)], 200, desk.Clock.Now);
        await MeasureDesk.ReadOn(desk.Node);
        return desk;
    }

    private static async Task<List<BehindRow>> All(TicketDesk desk, string measure)
    {
        var (rows, after) = (new List<BehindRow>(), (string?)null);
        do
        {
            var page = await desk.Node.Asked(new TicketsBehind(measure, new(), after, 37), desk.Ada);
            rows.AddRange(page.Rows);
            after = page.Next;
        }
        while (after is not null);
        Assert.Equal(rows.Count, rows.DistinctBy(r => r.Id).Count());
        return rows;
    }
}
