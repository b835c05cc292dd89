using FirstContact.People;

namespace FirstContact.Tickets;

public sealed class TimeTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task Time_is_written_corrected_and_removed_and_the_timeline_keeps_all(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var (id, today) = ((await desk.Open(desk.Helen)).Id, desk.Clock.Now.InUtc().Date);
        var mine = (await desk.Done(new SpendTime(id, 38, today, null, "Call with Helen"), desk.Ada)).Time[0].No;
        var hers = (await desk.Done(new SpendTime(id, 16, today.PlusDays(-1), TicketDesk.Graces, null), desk.Ada)).Time[1].No;
        await desk.Done(new CorrectTime(id, hers) { Minutes = 61, Words = "Template" }, desk.Grace);
        Assert.Equal(99, (await desk.RowIsItsStory(id)).Minutes);
        await desk.Done(new RemoveTime(id, mine), desk.Ada);

        Assert.Equal(61, (await desk.RowIsItsStory(id)).Minutes);
        Assert.Equal(
            ["wrote down 38 min of Ada Byron on 2026-11-22 (Call with Helen)", "wrote down 16 min of Grace O'Brien on 2026-11-21", "corrected time to 61 min of Grace O'Brien on 2026-11-21 (Template); it was 16 min of Grace O'Brien on 2026-11-21", "removed 38 min of Ada Byron on 2026-11-22 (Call with Helen)"],
            (await desk.Show(id)).Timeline.TakeLast(4).Select(e => e.Sentence));
        Assert.Equal(["ticket.opened"], (await desk.Show(id, desk.Helen)).Timeline.Select(e => e.Name));
        Assert.Equal([("Grace O'Brien", 61)], (await desk.Node.Asked(new ListTime(new()), desk.Ada)).Rows.Select(r => (r.Person, r.Minutes)));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Only_whose_it_is_who_wrote_it_and_who_may_correct_it(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var (id, today) = ((await desk.Open(desk.Helen)).Id, desk.Clock.Now.InUtc().Date);
        var lead = TicketDesk.As(desk.Grace.Caller.Person, "Grace O'Brien", Role.TeamLead);
        var entry = (await desk.Done(new SpendTime(id, 38, today, null, null), desk.Ada)).Time[0].No;
        await desk.Refuses(Errors.Forbidden, new CorrectTime(id, entry) { Minutes = 1 }, desk.Grace);
        await desk.Refuses(Errors.Forbidden, new RemoveTime(id, entry), desk.Grace);
        await desk.Refuses(Errors.Forbidden, new SpendTime(id, 1, today, null, null), desk.Helen);
        await desk.Done(new CorrectTime(id, entry) { Minutes = 40 }, lead);
        Assert.Equal([TimeErrors.MinutesInvalid, TimeErrors.DayInvalid, TicketErrors.NotAnAgent.At("person")], await desk.Node.Refused(new SpendTime(id, null, null, TicketDesk.Ravis, null), desk.Ada));
        Assert.Equal([TimeErrors.DayInvalid, TicketErrors.PersonUnknown.At("person")], await desk.Node.Refused(new CorrectTime(id, entry) { Day = today.PlusDays(9), Person = "nobody@harrow.example" }, desk.Ada));
        await desk.Refuses(TimeErrors.NotFound, new CorrectTime(id, 99) { Minutes = 1 }, desk.Ada);
        await desk.Refuses(TimeErrors.NotFound, new RemoveTime(id, 99), desk.Ada);
        Assert.Equal(40, (await desk.RowIsItsStory(id)).Minutes);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Who_has_left_stays_in_what_is_corrected(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var id = (await desk.Open(desk.Helen)).Id;
        var entry = (await desk.Done(new SpendTime(id, 38, desk.Clock.Now.InUtc().Date, TicketDesk.Graces, null), desk.Ada)).Time[0].No;
        var task = (await desk.Done(new AddTasks(id, "Order", TicketDesk.Graces, null, false), desk.Ada)).Tasks[0].No;
        await desk.Node.Done(new DeactivatePerson(desk.Grace.Caller.Person), new(Caller.Desk, "test"));
        await desk.Done(new CorrectTime(id, entry) { Minutes = 40, Person = TicketDesk.Graces }, desk.Ada);
        await desk.Done(new ChangeTask(id, task) { Text = "Order two", Assignee = TicketDesk.Graces }, desk.Ada);
        await desk.Refuses(TicketErrors.PersonUnknown.At("person"), new SpendTime(id, 1, desk.Clock.Now.InUtc().Date, TicketDesk.Graces, null), desk.Ada);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task The_list_narrows_sums_and_goes_on_page_by_page(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var (one, other) = ((await desk.Open(desk.Helen, "First")).Id, (await desk.Open(desk.Ravi, "Second")).Id);
        var today = desk.Clock.Now.InUtc().Date;
        await desk.Done(new MoveTicket(other, "Network"), desk.Ada);
        for (var i = 0; i < 7; i++) await desk.Done(new SpendTime(i % 2 == 0 ? one : other, 10 + i, today.PlusDays(-i / 2), i % 3 == 0 ? TicketDesk.Graces : null, null), desk.Ada);

        var all = new List<TimeRow>();
        for (string? after = null; ;)
        {
            var page = await desk.Node.Asked(new ListTime(new(), after, 2) { Summed = true }, desk.Ada);
            Assert.Equal(91, page.Sum);
            all.AddRange(page.Rows);
            if ((after = page.Next) is null) break;
        }
        Assert.Equal(7, all.Distinct().Count());
        Assert.Equal(all.OrderByDescending(r => r.Day).ThenByDescending(r => r.Ticket.Value).ThenByDescending(r => r.No), all);
        Assert.Equal(39, (await desk.Node.Asked(new ListTime(new(Person: TicketDesk.Graces)) { Summed = true }, desk.Ada)).Sum);
        Assert.Equal(52, (await desk.Node.Asked(new ListTime(new(Person: "me")) { Summed = true }, desk.Ada)).Sum);
        Assert.Equal(39, (await desk.Node.Asked(new ListTime(new(Team: "network")) { Summed = true }, desk.Ada)).Sum);
        Assert.Equal([12, 13], (await desk.Node.Asked(new ListTime(new(today.PlusDays(-1), today.PlusDays(-1))), desk.Ada)).Rows.Select(r => r.Minutes).Order());

        Assert.Equal([TimeErrors.RangeInvalid, TicketErrors.PersonUnknown, TicketErrors.TeamUnknown], (await desk.Node.Desk.Ask(new ListTime(new(today, today.PlusDays(-1), "nobody", "none")), desk.Ada.Caller)).Error!.All);
        Assert.Equal(TimeErrors.CursorInvalid, (await desk.Node.Desk.Ask(new ListTime(new(), "x"), desk.Ada.Caller)).Error);
        Assert.Equal("filter.limit-invalid", (await desk.Node.Desk.Ask(new ListTime(new(), null, 501), desk.Ada.Caller)).Error!.Code);
        Assert.Equal(Errors.Forbidden, (await desk.Node.Desk.Ask(new ListTime(new()), desk.Helen.Caller)).Error);
        var minutes = ExportTickets.Columns.ToList().IndexOf("minutes");
        Assert.Equal(["52", "39"], (await desk.Node.Asked(new ExportTickets(new() { Status = "all" }), desk.Ada)).Rows.Select(r => r[minutes]));
        Assert.Equal([null], (await desk.Node.Asked(new ExportTickets(new() { Status = "all" }), desk.Helen)).Rows.Select(r => r[minutes]));
    }
}
