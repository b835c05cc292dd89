using FirstContact.Agreements;
using FirstContact.Calendars;
using FirstContact.People;
using FirstContact.Tickets;
using NodaTime.Text;
using Period = FirstContact.Agreements.Period;

namespace FirstContact.Clocks;

public sealed class ClockTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    private static readonly PartiesSaid All = new("All services", null, PartyKind.Everyone, null, TicketDesk.Graces, TicketDesk.Adas);

    private static Terms Promises(AgreementDesk desk, int hours = 4) => new()
    {
        Targets = [new(1, Measure.FirstResponse, [], Duration.FromHours(1), 90, Period.Month, desk.Always), new(2, Measure.Resolution, [], Duration.FromHours(hours), 80, Period.Month, desk.Always)],
        Ladder = [new(50, Rung.Owner), new(100, Rung.Coordinators), new(150, Rung.Receiver)],
    };

    [Theory, MemberData(nameof(Engines))]
    public async Task What_is_promised_runs_is_told_once_and_explained(string engine)
    {
        await using var desk = await AgreementDesk.Fresh(engine, new KeepClocks());
        var (node, tickets) = (desk.Node, desk.Tickets);
        var agreed = await desk.InForce(AgreementKind.Service, All, Promises(desk));
        await desk.InForce(AgreementKind.Operational, AgreementDesk.Said, desk.Terms);
        var id = (await tickets.Open(tickets.Helen)).Id;
        var opened = tickets.Clock.Now;
        Assert.Equal([("service-firstresponse-1", opened + Duration.FromHours(1)), ("service-resolution-1", opened + Duration.FromHours(4))], await Kept(desk, id, 2));

        // Half an hour is half of the first answer's time: whoever leads the team is told, since nobody has it. Nothing is told twice, by whichever node.
        tickets.Clock.Pass(Duration.FromMinutes(31));
        await Sweep.Run(node.Desk, node.Database, tickets.Clock, default);
        await using (var another = await Node.Start(node.Connection, tickets.Clock)) await Sweep.Run(another.Desk, another.Database, tickets.Clock, default);
        var near = Assert.Single(await Told<PromiseNeared>(desk, id));
        Assert.Equal(("service-firstresponse-1", 50, "first response within 1 h of Always (All services, version 1)"), (near.Clock, near.Share, near.What));
        Assert.Equal(["Ada Byron"], near.Told.Select(t => t.Name));

        await tickets.Done(new GreetCustomer(id, null), tickets.Ada);
        Assert.Equal([("service-resolution-1", opened + Duration.FromHours(4))], await Kept(desk, id, 1));
        await tickets.Done(new HandOverTicket(id, "Network", new(null, null, "Look at the cable")), tickets.Ada);
        var handed = tickets.Clock.Now;
        Assert.Equal([("operational-acceptance-1", handed + Duration.FromHours(1)), ("service-resolution-1", opened + Duration.FromHours(4))], await Kept(desk, id, 2));
        await tickets.Done(new AcceptHandover(id, 1), tickets.Grace);
        Assert.Equal([("service-resolution-1", opened + Duration.FromHours(4)), ("operational-resolution-1", handed + Duration.FromHours(8))], await Kept(desk, id, 2));
        await tickets.Done(new WaitOnTicket(id, WaitFor.Customer, "Which printer is it?", true, null), tickets.Grace);
        Assert.Equal([("operational-resolution-1", null), ("service-resolution-1", (Instant?)null)], await Kept(desk, id, 2));
        tickets.Clock.Pass(Duration.FromHours(10));
        await Sweep.Run(node.Desk, node.Database, tickets.Clock, default);
        Assert.Single((await tickets.Show(id)).Timeline, e => e.Event is PromiseNeared or PromiseMissed);
        await tickets.Done(new ResumeTicket(id), tickets.Grace);
        Assert.Equal([("service-resolution-1", opened + Duration.FromHours(14)), ("operational-resolution-1", handed + Duration.FromHours(18))], await Kept(desk, id, 2));

        // At once half of the time and all of it: one word about the worst, with all who stand on the ladder until there.
        tickets.Clock.Pass(Duration.FromHours(4));
        await Sweep.Run(node.Desk, node.Database, tickets.Clock, default);
        var missed = (await Told<PromiseMissed>(desk, id)).Single();
        Assert.Equal(("service-resolution-1", 100), (missed.Clock, missed.Share));
        Assert.Equal(["Grace O'Brien", "Ruth Adeyemi"], missed.Told.Select(t => t.Name));
        await Patience.Until(async () => (await node.Asked(new ListMisses(), desk.Ruth)).Rows.Count == 1);
        Assert.Equal([id], (await node.Asked(new ListUnexplained(), tickets.Grace)).Select(n => n.Ticket));

        await tickets.Refuses(TicketErrors.CauseMissing, new ExplainMiss(id, missed.Clock, null, null), tickets.Grace);
        await tickets.Refuses(TicketErrors.CauseWordsMissing, new ExplainMiss(id, missed.Clock, MissCause.Other, " "), tickets.Grace);
        await tickets.Refuses(ClockErrors.NotMissed, new ExplainMiss(id, "operational-resolution-1", MissCause.Supplier, null), tickets.Grace);
        await tickets.Refuses(ClockErrors.NotFound, new ExplainMiss(id, "service-resolution-9", MissCause.Supplier, null), tickets.Grace);
        await tickets.Done(new ExplainMiss(id, missed.Clock, MissCause.TooFewPeople, "Half of us were ill."), tickets.Grace);
        await Patience.Until(async () => (await node.Asked(new ListMisses(), desk.Ruth)).Causes is [(MissCause.TooFewPeople, 1)]);
        Assert.Empty(await node.Asked(new ListUnexplained(), tickets.Grace));
        var miss = Assert.Single((await node.Asked(new ListMisses("toofewpeople", agreed.Id), desk.Ruth)).Rows);
        Assert.Equal(("Half of us were ill.", opened + Duration.FromHours(14)), (miss.Words, miss.Due));
        Assert.Empty((await node.Asked(new ListMisses("none"), desk.Ruth)).Rows);
        Assert.Equal([ClockErrors.CauseUnknown, ClockErrors.CursorInvalid], (await node.Desk.Ask(new ListMisses("bad weather", After: "x"), desk.Ruth.Caller)).Error!.All);

        // The ladder goes on beyond the miss.
        tickets.Clock.Pass(Duration.FromHours(2));
        await Sweep.Run(node.Desk, node.Database, tickets.Clock, default);
        Assert.Equal([100, 150], (await Told<PromiseMissed>(desk, id)).Select(m => m.Share));
        await tickets.RowIsItsStory(id);

        // Why: line by line, and a customer sees what was promised to him.
        var why = await node.Asked(new ShowClocks(id), tickets.Grace);
        var resolution = why.Single(c => c.Clock.Key.ToString() == "service-resolution-1");
        Assert.Equal(ClockOutcome.Missed, resolution.Outcome);
        Assert.Equal(["opened", "waiting for the customer: Which printer is it?", "went on"], resolution.Reading.Lines.Select(l => l.Why));
        Assert.All(await node.Asked(new ShowClocks(id), tickets.Helen), c => Assert.Equal(AgreementKind.Service, c.Clock.Key.Kind));
        Assert.Equal(TicketErrors.NotFound, (await node.Desk.Ask(new ShowClocks(id), tickets.Ravi.Caller)).Error);
        // Nothing is due: whoever asks changes nothing.
        await tickets.Done(new TellPromise(id, missed.Clock), tickets.Ada);
        Assert.Equal([Errors.Forbidden], await node.Refused(new TellPromise(id, missed.Clock), tickets.Helen));
        Assert.Equal(2, (await node.Asked(new ListTicketClocks(id), tickets.Grace)).Count(c => c.Outcome == ClockOutcome.Open) + (await node.Asked(new ListTicketClocks(id), tickets.Grace)).Count(c => c is { Outcome: ClockOutcome.Missed, Cause: MissCause.TooFewPeople }));
        Assert.Empty(await node.Asked(new ListTicketClocks(id), tickets.Ravi));

        // Read again from the beginning, all of it is the same, and nothing is told anew.
        await Kept(desk, id, 2);
        var before = await AllRows(desk);
        await node.Database.Commit([new KeepClocks().Forget(node.Database)!, new Statement("update subscriber set position = 0, \"transaction\" = -9223372036854775807 where name = 'clocks'")]);
        await tickets.Done(new TagTicket(id, ["x"], []), tickets.Ada);
        await Patience.Until(async () => (await AllRows(desk)).SequenceEqual(before));
        await Sweep.Run(node.Desk, node.Database, tickets.Clock, default);
        Assert.Equal(3, (await tickets.Show(id)).Timeline.Count(e => e.Event is PromiseNeared or PromiseMissed));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Two_nodes_of_which_one_is_killed_tell_each_promise_once(string engine)
    {
        const int Many = 150;
        await using var desk = await AgreementDesk.Fresh(engine, new KeepClocks());
        await desk.InForce(AgreementKind.Service, All, Promises(desk));
        var tickets = new List<TicketId>();
        for (var i = 0; i < Many; i++) tickets.Add((await desk.Tickets.Open(desk.Tickets.Helen)).Id);
        await Kept(desk, tickets[^1], 2);
        var late = InstantPattern.General.Format(desk.Tickets.Clock.Now + Duration.FromMinutes(61));
        using var first = Another.Process("tell", desk.Node.Connection, late);
        using var second = Another.Process("tell", desk.Node.Connection, late);
        await Patience.Until(async () => await Count() > 10);
        first.Kill();
        await Patience.Until(async () => await Count() == Many);
        second.Kill();
        foreach (var ticket in tickets) Assert.Single(await Told<PromiseMissed>(desk, ticket));

        async Task<long> Count()
        {
            await using var read = await desk.Node.Database.Read();
            return await read.One("select count(*) from journal where event = 'ticket.promise-missed'", r => r.GetInt64(0));
        }
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_promise_that_nears_sends_no_form_back(string engine)
    {
        await using var desk = await AgreementDesk.Fresh(engine, new KeepClocks());
        var (node, tickets) = (desk.Node, desk.Tickets);
        await desk.InForce(AgreementKind.Service, All, Promises(desk));
        var seen = await tickets.Open(tickets.Helen);
        await Kept(desk, seen.Id, 2);
        tickets.Clock.Pass(Duration.FromMinutes(61));
        await Sweep.Run(node.Desk, node.Database, tickets.Clock, default);
        Assert.Single(await Told<PromiseMissed>(desk, seen.Id));
        var form = tickets.Ada with { Expects = seen.Version };
        var changed = await node.Done(new TagTicket(seen.Id, ["late"], []), form);
        Assert.Equal(seen.Version + 2, changed.Version);
        // What somebody did is another matter.
        Assert.Equal([Errors.Stale], await node.Refused(new TagTicket(seen.Id, ["later"], []), form));
        Assert.Equal([Errors.Stale], await node.Refused(new GreetCustomer(seen.Id, null), form));
        Assert.Equal([Errors.Stale], await node.Refused(new TagTicket(seen.Id, ["later"], []), tickets.Ada with { Expects = seen.Version + 9 }));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Hours_without_a_zone_are_those_of_whom_they_are_kept_for(string engine)
    {
        await using var desk = await AgreementDesk.Fresh(engine, new KeepClocks());
        var (node, tickets) = (desk.Node, desk.Tickets);
        var shift = (await node.Done(new DrawCalendar(new("Shift", null, [.. Enumerable.Repeat("08:00-17:00", 7)])), desk.Ruth)).Named;
        await desk.InForce(AgreementKind.Service, All, Promises(desk) with { Targets = [new(1, Measure.Resolution, [], Duration.FromHours(4), 80, Period.Month, shift)] });
        await desk.InForce(AgreementKind.Operational, AgreementDesk.Said, desk.Terms with { Targets = [new(1, Measure.Acceptance, [], Duration.FromHours(4), 80, Period.Month, shift)] });
        var unit = await node.Done(new AddUnit("Pune", "Plants") { Zone = "Asia/Kolkata" }, new(Caller.Desk, "test"));
        await node.Done(new ChangePerson(tickets.Helen.Caller.Person) { Unit = "Pune" }, new(Caller.Desk, "test"));
        var opened = await tickets.Open(tickets.Helen);
        await tickets.Done(new HandOverTicket(opened.Id, "Network", new(null, null, "Look at the cable")), tickets.Ada);
        // 09:00 is half past two in Pune: two hours and a half are left of the day, and the rest is the next morning's.
        Assert.Equal(Instant.FromUtc(2026, 11, 22, 9, 0), opened.OpenedAt);
        Assert.Equal([("operational-acceptance-1", Instant.FromUtc(2026, 11, 22, 13, 0)), ("service-resolution-1", Instant.FromUtc(2026, 11, 23, 4, 0))], await Kept(desk, opened.Id, 2));
        Assert.Equal("Asia/Kolkata", (await node.Asked(new ShowClocks(opened.Id), tickets.Helen)).Single().Hours.Zone.Id);

        var network = (await node.Asked(new ListTeams(), tickets.Grace)).Single(t => t.Name == "Network").Id;
        await node.Done(new ChangeTeam(network) { Zone = "America/New_York" }, new(Caller.Desk, "test"));
        await node.Done(new ChangeUnit(unit.Id) { Zone = "Europe/London" }, new(Caller.Desk, "test"));
        await Patience.Until(async () =>
        {
            await CountAnew.Run(node.Desk, node.Database, tickets.Clock, default);
            return (await Kept(desk, opened.Id, 2)).SequenceEqual([("service-resolution-1", Instant.FromUtc(2026, 11, 22, 13, 0)), ("operational-acceptance-1", (Instant?)Instant.FromUtc(2026, 11, 22, 17, 0))]);
        });
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Other_hours_move_what_runs_and_a_new_version_only_what_it_says(string engine)
    {
        await using var desk = await AgreementDesk.Fresh(engine, new KeepClocks());
        var (node, tickets) = (desk.Node, desk.Tickets);
        var before = await tickets.Open(tickets.Helen);
        var agreement = await desk.InForce(AgreementKind.Service, All, Promises(desk));
        var id = (await tickets.Open(tickets.Helen)).Id;
        var opened = tickets.Clock.Now;
        Assert.Equal(opened + Duration.FromHours(4), (await Kept(desk, id, 2))[^1].Due);

        // It holds from the beginning of the day: what came this morning is promised it too.
        await CountAnew.Run(node.Desk, node.Database, tickets.Clock, default);
        Assert.Equal(before.OpenedAt + Duration.FromHours(4), (await Kept(desk, before.Id, 2))[^1].Due);

        await Version(desk, agreement.Id, 6, desk.Today.PlusDays(1), forOpen: false);
        tickets.Clock.Pass(Duration.FromDays(1));
        await CountAnew.Run(node.Desk, node.Database, tickets.Clock, default);
        Assert.Equal(opened + Duration.FromHours(4), (await Kept(desk, id, 2))[^1].Due);
        var later = (await tickets.Open(tickets.Helen)).Id;
        Assert.Equal(tickets.Clock.Now + Duration.FromHours(6), (await Kept(desk, later, 2))[^1].Due);
        await Version(desk, agreement.Id, 48, desk.Today.PlusDays(1), forOpen: true);
        // This one came after it was signed and before it began.
        var between = (await tickets.Open(tickets.Helen)).Id;
        Assert.Equal(tickets.Clock.Now + Duration.FromHours(6), (await Kept(desk, between, 2))[^1].Due);
        tickets.Clock.Pass(Duration.FromDays(1));
        await Patience.Until(async () => { await CountAnew.Run(node.Desk, node.Database, tickets.Clock, default); return (await Kept(desk, id, 2))[^1].Due == opened + Duration.FromHours(48); });
        Assert.Equal(tickets.Clock.Now - Duration.FromDays(1) + Duration.FromHours(48), (await Kept(desk, between, 2))[^1].Due);
        Assert.Equal(["opened", "a new version of All services holds for open tickets"], (await node.Asked(new ShowClocks(id), tickets.Ada)).Single(c => c.Clock.Key.Measure == Measure.Resolution).Clock.Turns.Select(t => t.Why));

        // Never open for a day more: what runs is due a day later.
        var due = (await Kept(desk, later, 2))[^1].Due!.Value;
        await node.Done(new SetCalendarDay(desk.Always.Id, due.InUtc().Date, "Closed", null, false), desk.Ruth);
        await Patience.Until(async () => { await CountAnew.Run(node.Desk, node.Database, tickets.Clock, default); return (await Kept(desk, later, 2))[^1].Due == due + Duration.FromDays(1); });
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Whoever_moves_on_keeps_what_was_promised_to_him(string engine)
    {
        await using var desk = await AgreementDesk.Fresh(engine, new KeepClocks());
        var (node, tickets) = (desk.Node, desk.Tickets);
        var pune = await node.Done(new AddUnit("Pune", "Plants"), new(Caller.Desk, "test"));
        await node.Done(new AddUnit("Leeds", "Offices"), new(Caller.Desk, "test"));
        await node.Done(new ChangePerson(tickets.Helen.Caller.Person) { Unit = "Pune" }, new(Caller.Desk, "test"));
        await desk.InForce(AgreementKind.Service, new("Plants", null, PartyKind.Segment, "Plants", TicketDesk.Graces, TicketDesk.Adas), Only(4));
        await desk.InForce(AgreementKind.Service, All, Only(8));
        var opened = tickets.Clock.Now;
        var id = (await tickets.Open(tickets.Helen)).Id;
        Assert.Equal(opened + Duration.FromHours(4), (await Kept(desk, id, 1))[0].Due);

        tickets.Clock.Pass(Duration.FromMinutes(5));
        await node.Done(new ChangePerson(tickets.Helen.Caller.Person) { Unit = "Leeds" }, new(Caller.Desk, "test"));
        await Stays();
        Assert.Equal(tickets.Clock.Now + Duration.FromHours(8), (await Kept(desk, (await tickets.Open(tickets.Helen)).Id, 1))[0].Due);
        await node.Done(new ChangeUnit(pune.Id) { Segment = "Offices" }, new(Caller.Desk, "test"));
        await Stays();
        // Given to somebody else it is promised what he is promised, from then.
        await tickets.Done(new ChangeTicket(id) { Customer = TicketDesk.Ravis }, tickets.Ada);
        Assert.Equal(opened + Duration.FromHours(8), (await Kept(desk, id, 1))[0].Due);

        Terms Only(int hours) => new() { Targets = [new(1, Measure.Resolution, [], Duration.FromHours(hours), 80, Period.Month, desk.Always)] };

        async Task Stays()
        {
            await tickets.Done(new TagTicket(id, [$"t{Guid.NewGuid():N}"[..12]], []), tickets.Ada);
            Assert.Equal(opened + Duration.FromHours(4), (await Kept(desk, id, 1))[0].Due);
        }
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_a_team_owed_is_explained_there(string engine)
    {
        await using var desk = await AgreementDesk.Fresh(engine, new KeepClocks());
        var (node, tickets) = (desk.Node, desk.Tickets);
        await desk.InForce(AgreementKind.Operational, AgreementDesk.Said, desk.Terms);
        var id = (await tickets.Open(tickets.Helen)).Id;
        await tickets.Done(new AssignTicket(id, TicketDesk.Adas), tickets.Ada);
        await tickets.Done(new HandOverTicket(id, "Network", new(null, null, "Look at the cable")), tickets.Ada);
        await Kept(desk, id, 1);
        tickets.Clock.Pass(Duration.FromMinutes(61));
        await Sweep.Run(node.Desk, node.Database, tickets.Clock, default);
        await Patience.Until(async () => (await node.Asked(new ListMisses(), desk.Ruth)).Rows is [{ Team: "Network" }]);
        Assert.Empty(await node.Asked(new ListUnexplained(), tickets.Ada));
        Assert.Equal([id], (await node.Asked(new ListUnexplained(), tickets.Grace)).Select(n => n.Ticket));
        Assert.DoesNotContain(await node.Asked(new NeedsMeNow(), tickets.Ada), n => n.Reason == Reason.Agreed);

        // Late with the solution, too, and then back to where it came from.
        await tickets.Done(new AcceptHandover(id, 1), tickets.Grace);
        await Kept(desk, id, 1);
        await tickets.Done(new ExplainMiss(id, "operational-acceptance-1", MissCause.TooFewPeople, null), tickets.Grace);
        tickets.Clock.Pass(Duration.FromHours(9));
        await Sweep.Run(node.Desk, node.Database, tickets.Clock, default);
        await Patience.Until(async () => (await node.Asked(new ListUnexplained(), tickets.Grace)).Any(n => n.Clock == "operational-resolution-1"));
        await tickets.Done(new MoveTicket(id, "First Contact"), tickets.Grace);
        await tickets.Done(new AssignTicket(id, TicketDesk.Adas), tickets.Ada);
        Assert.Empty(await node.Asked(new ListUnexplained(), tickets.Ada));
        Assert.Equal(["operational-resolution-1"], (await node.Asked(new ListUnexplained(), tickets.Grace)).Select(n => n.Clock));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_customer_who_speaks_for_his_side_hears_of_tickets_that_he_may_see(string engine)
    {
        await using var desk = await AgreementDesk.Fresh(engine, new KeepClocks());
        var (node, tickets) = (desk.Node, desk.Tickets);
        await desk.InForce(AgreementKind.Service, All with { ReceiverSpeakers = $"{TicketDesk.Adas}, {TicketDesk.Ravis}" }, Promises(desk) with { Ladder = [new(100, Rung.Receiver)] });
        var (his, hers) = ((await tickets.Open(tickets.Ravi)).Id, (await tickets.Open(tickets.Helen)).Id);
        await Kept(desk, hers, 2);
        await Kept(desk, his, 2);
        tickets.Clock.Pass(Duration.FromMinutes(61));
        await Sweep.Run(node.Desk, node.Database, tickets.Clock, default);
        Assert.Equal(["Ada Byron"], (await Told<PromiseMissed>(desk, hers)).Single().Told.Select(t => t.Name));
        Assert.Equal(["Ada Byron", "Ravi Patel"], (await Told<PromiseMissed>(desk, his)).Single().Told.Select(t => t.Name));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_version_that_begins_today_leaves_this_mornings_tickets_what_they_were_promised(string engine)
    {
        await using var desk = await AgreementDesk.Fresh(engine, new KeepClocks());
        var (node, tickets) = (desk.Node, desk.Tickets);
        var agreement = await desk.InForce(AgreementKind.Service, All, Promises(desk));
        tickets.Clock.Pass(Duration.FromDays(1));
        var morning = await tickets.Open(tickets.Helen);
        Assert.Equal(morning.OpenedAt + Duration.FromHours(4), (await Kept(desk, morning.Id, 2))[^1].Due);

        tickets.Clock.Pass(Duration.FromHours(1));
        await Version(desk, agreement.Id, 48, desk.Today, forOpen: false);
        var afternoon = await tickets.Open(tickets.Helen);
        Assert.Equal(afternoon.OpenedAt + Duration.FromHours(48), (await Kept(desk, afternoon.Id, 2))[^1].Due);
        // Whatever makes it count again: the old version was what held then.
        await CountAnew.Run(node.Desk, node.Database, tickets.Clock, default);
        await tickets.Done(new TagTicket(morning.Id, ["x"], []), tickets.Ada);
        Assert.Equal(morning.OpenedAt + Duration.FromHours(4), (await Kept(desk, morning.Id, 2))[^1].Due);
        Assert.All(await node.Asked(new ShowClocks(morning.Id), tickets.Ada), c => Assert.Equal(1, c.Clock.Promise.Of.Version));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_supplier_has_a_clock_of_his_own(string engine)
    {
        await using var desk = await AgreementDesk.Fresh(engine, new KeepClocks());
        var harbour = await desk.Node.Done(new AddSupplier(new("Harbour Telecom", "")), desk.Ruth);
        await desk.InForce(AgreementKind.Underpinning, new("Lines", "Harbour Telecom", PartyKind.Desk, null, "", TicketDesk.Adas), desk.Terms with { Targets = [desk.Terms.Targets[1]] });
        var id = (await desk.Tickets.Open(desk.Tickets.Helen)).Id;
        await desk.Tickets.Refuses(AgreementErrors.SupplierUnknown, new WaitOnTicket(id, WaitFor.Supplier, "The line is cut", true, null, "Nobody"), desk.Tickets.Ada);
        var waiting = await desk.Tickets.Done(new WaitOnTicket(id, WaitFor.Supplier, "The line is cut", true, null, "harbour telecom"), desk.Tickets.Ada);
        Assert.Equal(harbour.Named, waiting.Wait!.Supplier);
        Assert.Equal([("underpinning-resolution-1", desk.Tickets.Clock.Now + Duration.FromHours(8))], await Kept(desk, id, 1));
        await desk.Tickets.RowIsItsStory(id);
        await desk.Tickets.Done(new ResumeTicket(id), desk.Tickets.Ada);
        Assert.Empty(await Kept(desk, id, 0));
    }

    private static async Task Version(AgreementDesk desk, AgreementId id, int hours, LocalDate from, bool forOpen)
    {
        await desk.Node.Done(new BeginDraft(id, "Other times"), desk.Ruth);
        await desk.Node.Done(new RedraftTerms(id, Promises(desk, hours)), desk.Ruth);
        await desk.Node.Done(new SetAgreementStart(id, from, forOpen), desk.Ruth);
        var put = await desk.Node.Done(new PutDraft(id), desk.Ruth);
        await desk.Node.Done(new SignDraft(id, Side.Provider, put.Table!.No), desk.Tickets.Grace);
        await desk.Node.Done(new SignDraft(id, Side.Receiver, put.Table.No), desk.Tickets.Ada);
    }

    /// <summary>What runs on a ticket, once all that has happened to it was counted.</summary>
    private static async Task<List<(string Clock, Instant? Due)>> Kept(AgreementDesk desk, TicketId ticket, int count)
    {
        List<(string, Instant?)> rows = [];
        await Patience.Until(async () =>
        {
            await using var read = await desk.Node.Database.Read();
            // Whatever stands behind the subscriber, also what it may not read yet because an older transaction still runs.
            var behind = await read.One($"select (select count(*) from journal j where {JournalOrder.BehindSubscriber(read.Database)}) from subscriber s where s.name = 'clocks'", r => (long?)r.GetInt64(0));
            rows = await read.List("select clock, due_at from ticket_clock where ticket = @ticket and ended_at is null order by due_at is null, due_at, clock", r => (r.GetString(0), r.InstantOrNull(1)), ("@ticket", ticket));
            return behind == 0 && rows.Count == count;
        });
        return rows;
    }

    private static async Task<IEnumerable<T>> Told<T>(AgreementDesk desk, TicketId ticket) where T : Event => (await desk.Tickets.Show(ticket)).Timeline.Select(e => e.Event).OfType<T>();

    private static async Task<List<string>> AllRows(AgreementDesk desk)
    {
        await using var read = await desk.Node.Database.Read();
        return await read.List("select ticket, clock, state, outcome, due_at, ended_at, told, cause, next_at from ticket_clock order by ticket, clock",
            r => $"{r.GetInt64(0)} {r.GetString(1)} {r.GetString(2)} {r.GetString(3)} {r.InstantOrNull(4)} {r.InstantOrNull(5)} {r.GetInt32(6)} {r.TextOrNull(7)} {r.InstantOrNull(8)}");
    }
}
