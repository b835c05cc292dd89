using FirstContact.Calendars;
using FirstContact.Measures;
using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Targets;

/// <summary>How goals stand, worked out by hand for a few tickets, and then in two ways for many.</summary>
public sealed class AttainmentTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    private static readonly Call SetUp = new(Caller.Desk, "test"), Ruth = TicketDesk.As(TestDatabase.Ada, "Ada Byron", Role.ServiceCoordinator);
    private static readonly TargetSaid FirstWord = new(StandardMeasure.FirstWord, null, null, null, null, null, null, Duration.FromMinutes(30), null, 90, TargetPeriod.Month, new(2026, 1, 1), "Promised");

    [Theory, MemberData(nameof(Engines))]
    public async Task The_first_word_by_the_clock_by_the_office_by_segment_by_channel_and_by_content(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var node = desk.Node;
        await node.Done(new AddUnit("Northgate", "Plants"), SetUp);
        await node.Done(new ChangePerson(TestDatabase.Helen) { Unit = "Northgate" }, SetUp);
        await node.Done(new DrawCalendar(new("Office hours", "UTC", [.. Enumerable.Repeat("09:00-17:00", 5), null, null])), SetUp);
        var all = await Set(FirstWord);
        var office = await Set(FirstWord with { Within = Duration.FromHours(2), Hours = "Office hours" });
        var plants = await Set(FirstWord with { Segment = "Plants", Since = new(2026, 12, 1) });
        var printing = await Set(FirstWord with { Category = "Printing", Percent = 40 });
        var phone = await Set(FirstWord with { Channel = Channel.Phone });

        // Sunday at nine: one is greeted within ten minutes, one on Monday at ten; on Monday at ten a third comes.
        var soon = await desk.Open(desk.Helen);
        desk.Clock.Pass(Duration.FromMinutes(10));
        await desk.Done(new GreetCustomer(soon.Id, null), desk.Ada);
        var later = await desk.Open(desk.Ravi);
        desk.Clock.Now = Instant.FromUtc(2026, 11, 23, 10, 0);
        await desk.Done(new GreetCustomer(later.Id, null), desk.Ada);
        await desk.Done(new ClassifyTicket(later.Id, "Printing", null, null), desk.Ada);
        var silent = await desk.Open(desk.Helen);
        await desk.Done(new ClassifyTicket(silent.Id, "Printing", null, null), desk.Ada);
        await Stand(Instant.FromUtc(2026, 11, 23, 10, 20), (all, 1, 1, 1), (office, 2, 0, 1), (plants, 1, 0, 1), (printing, 0, 1, 1), (phone, 0, 0, 0));
        // What is open beyond its time is late already; in the office an hour and a half have passed.
        await Stand(Instant.FromUtc(2026, 11, 23, 11, 30), (all, 1, 2, 0), (office, 2, 0, 1), (plants, 1, 1, 0), (printing, 0, 2, 0), (phone, 0, 0, 0));
        await Stand(Instant.FromUtc(2026, 11, 23, 12, 30), (all, 1, 2, 0), (office, 2, 1, 0), (plants, 1, 1, 0), (printing, 0, 2, 0), (phone, 0, 0, 0));

        // Whoever takes a call has greeted; it comes in December, and is another period.
        desk.Clock.Now = Instant.FromUtc(2026, 12, 1, 10, 0);
        var call = await desk.Done(TicketDesk.Asking() with { Channel = Channel.Phone, Customer = TestDatabase.HelensAddress }, desk.Ada);
        var standing = await Stand(desk.Clock.Now, (all, 1, 0, 0), (office, 1, 0, 0), (plants, 1, 0, 0), (printing, 0, 0, 0), (phone, 1, 0, 0));
        var ofAll = standing[all.Id].Attained;
        Assert.Equal(new PeriodCount(new(2026, 11, 1), true, 1, 2, 0), ofAll.Periods[^2]);
        Assert.Equal((false, true), (ofAll.Met(ofAll.Periods[^2]), ofAll.Met(ofAll.Now)));
        // A goal is judged from when it holds.
        Assert.Equal((null, true), (standing[plants.Id].Attained.Met(standing[plants.Id].Attained.Periods[^2]), standing[plants.Id].Attained.Met(standing[plants.Id].Attained.Now)));

        // One more that is open: of those decided half were in time, so will this one be.
        await desk.Open(desk.Ravi);
        await MeasureDesk.ReadOn(node);
        Assert.Equal(75.0, (await node.Asked(new ShowAttained(), desk.Ada)).Targets.Single(t => t.Target.Id == all.Id).Attained.Forecast);

        // Behind each figure its tickets, each with what it is.
        Assert.Equal([(silent.Id, Decided.No), (later.Id, Decided.Yes), (soon.Id, Decided.Yes)], (await Behind(new(office.Id, new(2026, 11, 1)))).Select(r => (r.Id, r.Decided)));
        Assert.Equal([silent.Id], (await Behind(new(office.Id, new(2026, 11, 1), Only: Decided.No))).Select(r => r.Id));
        Assert.Equal([later.Id, soon.Id], (await Behind(new(office.Id, new(2026, 11, 1), Only: Decided.Yes, Limit: 1))).Select(r => r.Id));
        Assert.Equal([call.Id], (await Behind(new(phone.Id))).Select(r => r.Id));
        Assert.Equal(Duration.FromMinutes(10), (await Behind(new(all.Id, new(2026, 11, 1)))).Single(r => r.Id == soon.Id).Took);
        await Refused(TargetErrors.PeriodUnknown, new(all.Id, new(2026, 11, 2)));
        await Refused(TargetErrors.CursorUnknown, new(all.Id, After: "x"));
        await Refused(TargetErrors.NotFound, new(new(99)));
        await Refused(TicketErrors.TeamUnknown, new(all.Id, Team: "x"));
        await Refused(FilterErrors.LimitInvalid with { Message = "Ask for 1 to 200 rows." }, new(all.Id, Limit: 0));
        Assert.Equal(Errors.Forbidden, (await node.Desk.Ask(new TicketsOfTarget(all.Id), TicketDesk.As(TestDatabase.Ada, "Ada Byron", Role.CommitteeMember).Caller)).Error);
        Assert.Equal(Errors.Forbidden, (await node.Desk.Ask(new ShowAttained(), desk.Helen.Caller)).Error);

        Task<Target> Set(TargetSaid said) => node.Done(new SetTarget(said), Ruth);

        async Task Refused(Error no, TicketsOfTarget query) => Assert.Equal(no, (await node.Desk.Ask(query, desk.Ada.Caller)).Error);

        async Task<List<TargetTicket>> Behind(TicketsOfTarget query) => await AllPages(desk, query);

        async Task<Dictionary<TargetId, StandingTarget>> Stand(Instant at, params (Target Target, int Yes, int No, int Open)[] expected)
        {
            desk.Clock.Now = at;
            await MeasureDesk.ReadOn(node);
            var now = (await node.Asked(new ShowAttained(), desk.Ada)).Targets.ToDictionary(s => s.Target.Id);
            Assert.Equal(expected.Select(e => (e.Target.Id, e.Yes, e.No, e.Open)), expected.Select(e => now[e.Target.Id].Attained.Now).Zip(expected, (n, e) => (e.Target.Id, n.Yes, n.No, n.Open)));
            return now;
        }
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Hours_that_name_no_zone_are_kept_where_the_team_is(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var node = desk.Node;
        await node.Done(new DrawCalendar(new("Shift", null, [.. Enumerable.Repeat("08:00-17:00", 7)])), SetUp);
        var front = (await node.Asked(new ListTeams(), desk.Grace)).Single(t => t.FirstContact);
        await node.Done(new ChangeTeam(front.Id) { Zone = "Asia/Kolkata" }, SetUp);
        var all = await node.Done(new SetTarget(FirstWord with { Within = Duration.FromHours(2), Hours = "Shift" }), Ruth);
        var own = await node.Done(new SetTarget(FirstWord with { Within = Duration.FromHours(2), Hours = "Shift", Team = front.Name }), Ruth);

        // Half past four in Pune: half an hour is left of the team's day, and six of the desk's, of which two and a half pass.
        desk.Clock.Now = Instant.FromUtc(2026, 11, 22, 11, 0);
        var id = (await desk.Open(desk.Helen)).Id;
        desk.Clock.Pass(Duration.FromMinutes(150));
        await desk.Done(new GreetCustomer(id, null), desk.Ada);
        await MeasureDesk.ReadOn(node);

        var standing = (await node.Asked(new ShowAttained(), desk.Ada)).Targets.ToDictionary(s => s.Target.Id, s => s.Attained.Now);
        Assert.Equal([(0, 1), (1, 0)], new[] { all.Id, own.Id }.Select(t => (standing[t].Yes, standing[t].No)));
        var compared = await node.Asked(new CompareTeams(), desk.Ada);
        Assert.Equal([(0, 1), (1, 0)], new[] { compared.Desk, compared.Teams.Single(t => t.Team!.Value.Name == front.Name) }.Select(r => (r.Cells[0].Yes, r.Cells[0].No)));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Every_team_by_the_same_measures(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var node = desk.Node;
        var network = (await node.Asked(new ListTeams())).Single(t => t.Name == "Network");
        var grace = desk.Grace with { Caller = desk.Grace.Caller with { Teams = new HashSet<long> { network.Id.Value } } };
        var words = new HandoverWords("Labels are blank", "Turned the ribbon", "Look at the switch");
        // One closed well by First Contact alone; one that Network answered in half an hour and resolved; one that waits for Network's answer.
        var closed = await desk.Open(desk.Helen);
        await desk.Close(closed.Id);
        var passed = await desk.Open(desk.Ravi);
        await desk.CareFor(passed.Id);
        await desk.Done(new HandOverTicket(passed.Id, "Network", words), desk.Ada);
        desk.Clock.Pass(Duration.FromMinutes(30));
        await desk.Done(new AcceptHandover(passed.Id, 1), grace);
        await desk.Done(new ResolveTicket(passed.Id, null, "It was the switch"), grace);
        var waits = await desk.Open(desk.Ravi);
        await desk.Done(new GreetCustomer(waits.Id, null), desk.Ada);
        await desk.Done(new HandOverTicket(waits.Id, "Network", words), desk.Ada);
        desk.Clock.Pass(Duration.FromHours(2));
        await MeasureDesk.ReadOn(node);

        var seen = await node.Asked(new CompareTeams(), desk.Ada);
        Assert.Equal((new LocalDate(2026, 11, 1), new LocalDate(2026, 11, 30)), (seen.First, seen.Last));
        Assert.Equal(["First Contact", "Network"], seen.Teams.Select(t => t.Team!.Value.Name));
        Assert.Equal([Duration.FromHours(1), Duration.FromHours(24), Duration.FromHours(1), null], seen.Measures.Take(4).Select(m => m.Within));
        // First word, resolved, answered, at first contact, it works, reopened, bounced, faultless: yes, no, open.
        Assert.Equal([(3, 0, 0), (2, 0, 1), (1, 1, 0), (1, 1, 1), (1, 0, 2), (0, 2, 1), (0, 2, 1), (2, 0, 1)], Counts(seen.Desk));
        Assert.Equal([(3, 0, 0), (2, 0, 1), (0, 0, 0), (1, 1, 1), (1, 0, 2), (0, 2, 1), (0, 2, 1), (2, 0, 1)], Counts(seen.Teams[0]));
        Assert.Equal([(1, 0, 0), (1, 0, 0), (1, 1, 0), (0, 1, 0), (0, 0, 1), (0, 1, 0), (0, 1, 0), (1, 0, 0)], Counts(seen.Teams[1]));
        Assert.All(seen.Teams.SelectMany(t => t.Cells), c => Assert.Empty(c.Missed));

        // A goal for the whole desk is each team's, unless it has one of its own; that of first contact only of teams of first contact.
        var forAll = await node.Done(new SetTarget(FirstWord with { Measure = StandardMeasure.SolvedAtFirstContact, Within = null, Percent = 60 }), Ruth);
        Assert.Equal([true, true, false], (await Rows()).Select(r => r.Cells[3].Missed.Any(m => m.Id == forAll.Id)));
        var own = await node.Done(new SetTarget(FirstWord with { Measure = StandardMeasure.SolvedAtFirstContact, Within = null, Percent = 50, Team = "First Contact" }), Ruth);
        Assert.Equal([true, false, false], (await Rows()).Select(r => r.Cells[3].Missed.Count > 0));
        var word = await node.Done(new SetTarget(FirstWord with { Measure = StandardMeasure.CustomerSaysWorks, Within = null, Percent = 100 }), Ruth);
        Assert.All(await Rows(), r => Assert.Empty(r.Cells[4].Missed));
        await node.Done(new ChangeTarget(word.Id, FirstWord with { Measure = StandardMeasure.FaultFree, Within = null, Percent = 100 }), Ruth);
        await node.Done(new SetTarget(FirstWord with { Measure = StandardMeasure.Resolution, Within = Duration.FromMinutes(1), Percent = 100 }), Ruth);
        Assert.Equal([true, true, true], (await Rows()).Select(r => r.Cells[1].Missed.Count > 0));
        // The time of the goal for all is the time for all; a team's own stands for itself.
        await node.Done(new SetTarget(FirstWord with { Measure = StandardMeasure.Acceptance, Within = Duration.FromMinutes(20), Percent = 10 }), Ruth);
        await node.Done(new SetTarget(FirstWord with { Measure = StandardMeasure.Acceptance, Within = Duration.FromMinutes(40), Percent = 60, Team = "Network" }), Ruth);
        var then = await node.Asked(new CompareTeams(), desk.Ada);
        Assert.Equal((Duration.FromMinutes(20), (0, 2, 0)), (then.Measures[2].Within, Counts(then.Teams[1])[2]));
        Assert.Equal(60, Assert.Single(then.Teams[1].Cells[2].Missed).Terms.Percent);

        // One team alone; and what is asked of it leads to its tickets.
        var one = await node.Asked(new CompareTeams(Team: "network"), desk.Ada);
        Assert.Equal("Network", Assert.Single(one.Teams).Team!.Value.Name);
        Assert.Equal([(passed.Id, Decided.No)], (await AllPages(desk, new(null, Team: "Network") { Measure = StandardMeasure.SolvedAtFirstContact })).Select(r => (r.Id, r.Decided)));
        Assert.Equal([(waits.Id, Decided.No), (passed.Id, Decided.No)], (await AllPages(desk, new(null, Team: "Network", Limit: 1) { Measure = StandardMeasure.Acceptance })).Select(r => (r.Id, r.Decided)));
        Assert.Empty((await node.Asked(new TicketsOfTarget(null) { Span = TargetSpan.LastMonth }, desk.Ada)).Rows);
        Assert.Equal(TicketErrors.TeamUnknown, (await node.Desk.Ask(new CompareTeams(Team: "x"), desk.Ada.Caller)).Error);
        var mine = await node.Asked(new ShowAttained("First Contact"), desk.Ada);
        Assert.Equal([(own.Id, 1, 1), (forAll.Id, 1, 1)], mine.Targets.Where(t => t.Target.Terms.Measure == StandardMeasure.SolvedAtFirstContact).OrderByDescending(t => t.Target.Key).Select(t => (t.Target.Id, t.Attained.Now.Yes, t.Attained.Now.No)));
        Assert.DoesNotContain(mine.Targets, t => t.Target.Terms.For.Team?.Name == "Network");
        Assert.DoesNotContain((await node.Asked(new ShowAttained("Network"), desk.Ada)).Targets, t => t.Target.Terms.Measure == StandardMeasure.SolvedAtFirstContact);
        Assert.Equal([(new LocalDate(2026, 10, 1), new LocalDate(2026, 10, 31)), (new(2026, 10, 1), new(2026, 12, 31)), (new(2026, 7, 1), new(2026, 9, 30))],
            (await Task.WhenAll(new[] { TargetSpan.LastMonth, TargetSpan.Quarter, TargetSpan.LastQuarter }.Select(s => node.Asked(new CompareTeams(s), desk.Ada)))).Select(c => (c.First, c.Last)));

        async Task<IEnumerable<ComparedTeam>> Rows() => (await node.Asked(new CompareTeams(), desk.Ada)) is var now ? now.Teams.Prepend(now.Desk) : [];

        static (int, int, int)[] Counts(ComparedTeam team) => [.. team.Cells.Select(c => (c.Yes, c.No, c.Open))];
    }

    /// <summary>What the counts say in one statement is what the tickets say one by one; and by the facts of each it is so.</summary>
    [Theory, MemberData(nameof(Engines))]
    public async Task Each_figure_is_as_many_tickets_as_it_says(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var node = desk.Node;
        await node.Done(new AddTeam("Workplace", "Screens", []), SetUp);
        await node.Done(new DrawCalendar(new("Office hours", "UTC", [.. Enumerable.Repeat("09:00-17:00", 5), null, null])), SetUp);
        await MeasureDesk.MakeUp(node, [.. (await node.Asked(new ListTeams())).Select(t => t.Named)], 150, desk.Clock.Now);
        await MeasureDesk.ReadOn(node);
        foreach (var definition in StandardMeasures.All)
            foreach (var hours in definition.Timed ? new[] { null, "Office hours" } : [null])
                await node.Done(new SetTarget(FirstWord with { Measure = definition.Measure, Within = definition.Timed ? Duration.FromHours(5) : null, Hours = hours, Period = TargetPeriod.Quarter }), Ruth);

        var decided = 0;
        foreach (var standing in (await node.Asked(new ShowAttained(), desk.Ada)).Targets)
        {
            var whole = (Yes: 0, No: 0, Open: 0);
            foreach (var period in standing.Attained.Periods)
            {
                var rows = await AllPages(desk, new(standing.Target.Id, period.From, Limit: 40));
                Assert.Equal((period.Yes, period.No, period.Open), (Of(rows, Decided.Yes), Of(rows, Decided.No), Of(rows, Decided.Open)));
                foreach (var only in Enum.GetValues<Decided>()) Assert.Equal(rows.Where(r => r.Decided == only), await AllPages(desk, new(standing.Target.Id, period.From, Only: only, Limit: 7)));
                whole = (whole.Yes + period.Yes, whole.No + period.No, whole.Open + period.Open);
            }
            decided += whole.Yes + whole.No;
            Assert.Equal(await Slowly(node, standing.Target.Terms, standing.Attained.Periods[0].From, desk.Clock.Now), whole);
        }
        Assert.True(decided > 500, $"{decided}");

        static int Of(List<TargetTicket> rows, Decided what) => rows.Count(r => r.Decided == what);
    }

    /// <summary>The same by reading every row and asking it what the definition says.</summary>
    private static async Task<(int Yes, int No, int Open)> Slowly(Node node, TargetTerms terms, LocalDate from, Instant now)
    {
        await using var read = await node.Database.Read();
        var hours = terms.Hours is { } calendar ? (await read.Hours()).Of(calendar.Id) : null;
        var since = from.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();
        var faults = (await read.List("select ticket from measure_fault where at <= @now", r => r.GetInt64(0), ("@now", now))).ToHashSet();
        var tickets = await read.List("select ticket, opened_at, ending, elsewhere, resolved, first_contact, reopened, bounces, took, first_word from measure_ticket", r =>
            (Id: r.GetInt64(0), At: r.Instant(1), Ending: r.Word<Ending>(2), Elsewhere: r.Flag(3), Resolved: r.Flag(4), Front: r.Flag(5), Reopened: r.GetInt32(6) > 0, Bounced: r.GetInt32(7) > 0, Took: r.NumberOrNull(8), Word: r.NumberOrNull(9)));
        var asked = await read.List("select asked_at, ended, waited from measure_passing", r => (At: r.Instant(0), Ended: r.Word<PassingEnd>(1), Took: r.NumberOrNull(2)));
        var verdicts = terms.Measure switch
        {
            StandardMeasure.FirstWord => tickets.Where(t => !t.Elsewhere && (t.Word is not null || t.Ending == Ending.Open)).Select(t => (t.At, In(t.At, t.Word))),
            StandardMeasure.Resolution => tickets.Where(t => t.Resolved || t.Ending == Ending.Open).Select(t => (t.At, In(t.At, t.Took))),
            StandardMeasure.Acceptance => asked.Where(p => p.Ended is PassingEnd.Accepted or PassingEnd.Returned or PassingEnd.Pending).Select(p => (p.At, In(p.At, p.Took))),
            StandardMeasure.SolvedAtFirstContact => tickets.Where(t => t.Ending != Ending.Cancelled).Select(t => (t.At, t.Resolved ? t.Front : (bool?)null)),
            StandardMeasure.CustomerSaysWorks => tickets.Where(t => t.Ending != Ending.Cancelled).Select(t => (t.At, t.Ending is Ending.Open or Ending.Resolved ? (bool?)null : t.Ending == Ending.Works)),
            StandardMeasure.Reopened => tickets.Where(t => t.Ending != Ending.Cancelled).Select(t => (t.At, t.Reopened ? true : t.Resolved ? false : (bool?)null)),
            StandardMeasure.Bounced => tickets.Select(t => (t.At, t.Bounced ? true : t.Ending == Ending.Open ? (bool?)null : false)),
            _ => tickets.Where(t => !t.Elsewhere).Select(t => (t.At, faults.Contains(t.Id) ? false : t.Ending == Ending.Open ? (bool?)null : true)),
        };
        var judged = verdicts.Where(v => v.At >= since).Select(v => v.Item2).ToList();
        return (judged.Count(v => v == true), judged.Count(v => v == false), judged.Count(v => v is null));

        bool? In(Instant at, long? took)
        {
            var ends = took is { } micros ? at + Duration.FromTicks(micros * 10) : now;
            var passed = hours?.Between(at, ends) ?? ends - at;
            return took is not null ? passed <= terms.Within : passed < terms.Within || (hours is not null && passed == terms.Within) ? null : false;
        }
    }

    private static async Task<List<TargetTicket>> AllPages(TicketDesk desk, TicketsOfTarget query)
    {
        var rows = new List<TargetTicket>();
        do
        {
            var page = await desk.Node.Asked(query, desk.Ada);
            Assert.True(page.Rows.Count <= query.Limit);
            rows.AddRange(page.Rows);
            query = query with { After = page.Next };
        }
        while (query.After is not null);
        return rows;
    }
}
