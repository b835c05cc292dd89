using FirstContact.Measures;
using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Import;

public sealed class ImportHistoryTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    private static readonly Call Administrator = TicketDesk.As(TestDatabase.Ada, "Ada Byron", Role.Administrator);

    [Theory, MemberData(nameof(Engines))]
    public async Task A_log_becomes_history_in_the_same_measures_once(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var log = await Read(HistoryLogs.Gzip(HistoryLogs.Xes(HistoryLogs.Three)));
        Assert.Equal(18, log.Events.Count);
        Assert.DoesNotContain(log.Events, e => e.Person == "hidden" || e.Activity == "__INVALID__");

        var dry = await node.Done(new ImportHistory(log, HistoryMapping.Guess, DryRun: true), Administrator);
        Assert.Equal((3, 3, 0, false), (dry.Cases, dry.New, dry.Wrong, dry.Written));
        Assert.Equal(0, await Count(node, "ticket"));
        var report = await node.Done(new ImportHistory(log, HistoryMapping.Guess), Administrator);
        Assert.Equal((3, 0, true), (report.New, report.AlreadyHere, report.Written));
        Assert.Equal(["3 teams", "5 people", "1 service", "1 label 'first contact'"], report.Creates);
        Assert.Equal(Instant.FromUtc(2012, 5, 1, 6, 0), report.First);
        await MeasureDesk.ReadOn(node);

        var now = await node.Asked(new ShowTeamwork(new()), Administrator);
        // 1-1 alone was solved by a team of first contact; 1-3 came home and was resolved there, but another had it.
        Assert.Equal((3, 3, 1), (now.All.Tickets, now.All.Resolved, now.All.FirstContact));
        // G97 asked V5 and got it back, then it went to V9 and home again: with queueing two A-B-A, without one, for V5 did nothing.
        Assert.Equal((1, 2, 1, 1), (now.All.Bounced, now.All.Bounces, now.All.BouncedWorked, now.All.BouncesWorked));
        Assert.Equal((1, 1), (now.All.Reopened, now.All.TakenUpAgain));
        var pair = now.Pairs.Single(p => p.From.Name == "G97" && p.To.Name == "V5 2nd");
        Assert.Equal((2, 1, 1, 0.75), (pair.Asked, pair.Accepted, pair.Returned, pair.Waited));
        // Of 20 + 170 + 260 minutes: thirty for the customer, ninety to be accepted, twenty in the queue it had come back to.
        Assert.Equal((30 / 450.0, 90 / 450.0, 20 / 450.0), (now.Waits[(int)WaitKind.Customer].Share, now.Waits[(int)WaitKind.Acceptance].Share, now.Waits[(int)WaitKind.Queue].Share));
        Assert.Equal([(0, 1, 20 / 60.0), (1, 1, 170 / 60.0), (2, 1, 260 / 60.0)], now.ByHandovers.By.Select(b => (b.Handovers, b.Tickets, b.Median)));
        // Our policy of care did not hold there.
        Assert.All(now.Faults, f => Assert.Contains(f.Kind, new[] { FaultKind.Misdelegated, FaultKind.Bounced }));

        var dump = await MeasureDesk.Dump(node);
        var again = await node.Done(new ImportHistory(await Read(HistoryLogs.Plain(HistoryLogs.Csv(HistoryLogs.Three))), HistoryMapping.Guess), Administrator);
        Assert.Equal((0, 3, false), (again.New, again.AlreadyHere, again.Written));
        await MeasureDesk.ReadOn(node);
        Assert.Equal(dump, await MeasureDesk.Dump(node));
        foreach (var id in await Ids(node))
            await node.Folds(new Ticket { Id = id }, (await node.Asked(new ShowTicket(id), Administrator)).Ticket);
        // What only was there is in no list that anybody chooses from.
        Assert.All((await node.Asked(new ListTeams())).Where(t => t.Name != "First Contact"), t => Assert.False(t.Active));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_table_is_read_by_its_map_and_first_contact_is_who_it_says(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var table = "ticket;wann;zustand;gruppe\nA;2012-05-01 08:00;angenommen;Haus\nA;2012-05-01 09:00;erledigt;Haus\n";
        var mapping = new HistoryMapping(
            new Dictionary<string, string?> { ["ticket"] = "case", ["wann"] = "time", ["zustand"] = "activity", ["gruppe"] = "team" },
            new Dictionary<string, HistoryState> { ["angenommen"] = HistoryState.Working, ["erledigt"] = HistoryState.Closed }, ["Haus"], "Europe/Berlin");
        var log = (await HistoryFile.Read(HistoryLogs.Plain(table), mapping)).Value!;
        var report = await node.Done(new ImportHistory(log, mapping), Administrator);
        Assert.Equal((1, Instant.FromUtc(2012, 5, 1, 6, 0)), (report.New, report.First));
        await MeasureDesk.ReadOn(node);
        Assert.Equal((1, 1), (await node.Asked(new ShowTeamwork(new()), Administrator)).All is var all ? (all.Resolved, all.FirstContact) : default);
    }

    [Fact]
    public async Task Each_bad_row_is_named_once_and_nothing_is_written()
    {
        await using var node = await Node.Fresh("sqlite");
        var table = HistoryLogs.Csv(HistoryLogs.Three) + "\n,2012-05-01 08:00,Accepted,In Progress,G97,Ann,Low,P\n1-9,yesterday,Accepted,In Progress,G97,Ann,Low,P\n1-9,2012-05-01 08:00,Dancing,Slowly,G97,Ann,Low,P\n1-9,2999-05-01 08:00,Accepted,In Progress,G97,Ann,Low,P";
        var report = await node.Done(new ImportHistory(await Read(HistoryLogs.Plain(table)), HistoryMapping.Guess), Administrator);
        Assert.Equal([(20, "SR Number", "history.case-missing"), (21, "Change Date+Time", "history.time-unclear"), (22, "Status", "history.status-unknown"), (23, "Change Date+Time", "history.time-to-come")], report.Errors.Select(e => (e.Line, e.Column!, e.Code)));
        Assert.False(report.Written);
        Assert.Equal(0, await Count(node, "ticket"));
        Assert.Equal(Errors.Forbidden, (await node.Desk.Do(new ImportHistory(await Read(HistoryLogs.Plain(table)), HistoryMapping.Guess), TicketDesk.As(TestDatabase.Ada, "Ada", Role.Agent))).Error);
        var endless = HistoryLogs.Csv([new("1-8", 0, "Accepted", "In Progress", new string('x', 81))]);
        Assert.Equal([HistoryErrors.NameTooLong.Code], (await node.Done(new ImportHistory(await Read(HistoryLogs.Plain(endless)), HistoryMapping.Guess), Administrator)).Errors.Select(e => e.Code));
        Assert.Equal([ImportErrors.ZoneUnknown("Moon")], await node.Refused(new ImportHistory(await Read(HistoryLogs.Plain(table)), new(TimeZone: "Moon")), Administrator));
    }

    public static TheoryData<string, string> Hostile => new()
    {
        { "<!DOCTYPE log [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><log><trace><string key=\"concept:name\" value=\"&b;\"/></trace></log>", "history.broken" },
        { "<!DOCTYPE log SYSTEM \"file:///etc/passwd\"><log/>", "history.broken" },
        { "<log><trace><event>", "history.broken" },
        { "<html><body/></html>", "history.not-xes" },
        { "a,b,c\n1,2,3\n", "history.column-missing" },
        { "", "import.empty" },
    };

    [Theory, MemberData(nameof(Hostile))]
    public async Task What_is_no_log_is_refused_in_a_sentence(string text, string code) =>
        Assert.Equal(code, (await HistoryFile.Read(HistoryLogs.Plain(text), HistoryMapping.Guess)).Error?.Code);

    [Fact]
    public async Task A_map_that_cannot_be_meant_is_refused()
    {
        Assert.Equal(HistoryErrors.MappingUnreadable, HistoryMapping.Parse("nonsense").Error);
        Assert.Equal("history.field-unknown", (await HistoryFile.Read(HistoryLogs.Plain("a"), new(new Dictionary<string, string?> { ["a"] = "colour" }))).Error?.Code);
        Assert.Equal(HistoryState.WaitingForSupplier, HistoryMapping.Parse("""{"statuses": {"Wait - Vendor": "waitingForSupplier"}}""").Value!.Statuses!["Wait - Vendor"]);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Sixty_five_thousand_events_come_in_within_half_a_minute(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var text = HistoryLogs.Xes(HistoryLogs.Many(65_000));
        var since = System.Diagnostics.Stopwatch.StartNew();
        var report = await node.Done(new ImportHistory(await Read(HistoryLogs.Gzip(text)), HistoryMapping.Guess), Administrator);
        Assert.True(report.Written);
        Assert.Equal(65_000, report.Events);
        var imported = since.Elapsed;
        var entries = await MeasureDesk.ReadOn(node);
        Assert.True(since.Elapsed < TimeSpan.FromSeconds(30), $"{engine}: {imported.TotalSeconds:0.0} s to import, {since.Elapsed.TotalSeconds - imported.TotalSeconds:0.0} s to count {entries} entries");
        Assert.Equal(report.New, (await node.Asked(new ShowTeamwork(new()), Administrator)).All.Tickets);
    }

    private static async Task<HistoryLog> Read(Stream stream) => (await HistoryFile.Read(stream, HistoryMapping.Guess)) is { Value: { } log } ? log : throw new InvalidOperationException("It is a log.");

    private static async Task<long> Count(Node node, string table)
    {
        await using var read = await node.Database.Read();
        return await read.One($"select count(*) from {table}", r => r.GetInt64(0));
    }

    private static async Task<List<TicketId>> Ids(Node node)
    {
        await using var read = await node.Database.Read();
        return await read.List("select id from ticket", r => new TicketId(r.GetInt64(0)));
    }
}
