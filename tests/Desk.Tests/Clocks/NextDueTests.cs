using FirstContact.Agreements;
using FirstContact.Calendars;
using FirstContact.Policies;
using FirstContact.Tickets;
using Period = FirstContact.Agreements.Period;

namespace FirstContact.Clocks;

/// <summary>What is due next, where people work: in lists of tickets, in what needs somebody, and told to open screens.</summary>
public sealed class NextDueTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    private static readonly PartiesSaid All = new("All services", null, PartyKind.Everyone, null, TicketDesk.Graces, TicketDesk.Adas);

    private static Terms Solved(AgreementDesk desk, int hours) => new()
    {
        Targets = [new(1, Measure.Resolution, [1, 2, 3], Duration.FromHours(hours), 80, Period.Month, desk.Always)], Ladder = [new(50, Rung.Owner)], Pausing = new([WaitFor.Customer], false),
    };

    [Theory, MemberData(nameof(Engines))]
    public async Task Lists_sort_filter_and_page_by_what_is_due(string engine)
    {
        await using var desk = await AgreementDesk.Fresh(engine, new KeepClocks());
        var (node, tickets, clock) = (desk.Node, desk.Tickets, desk.Tickets.Clock);
        await desk.InForce(AgreementKind.Service, All, Solved(desk, 4));

        // Two at each moment, and every third is promised nothing: at the end, by their numbers.
        var opened = new List<TicketId>();
        for (var i = 0; i < 9; i++)
        {
            if (i % 2 == 0) clock.Pass(Duration.FromMinutes(30));
            opened.Add((await tickets.Done(TicketDesk.Asking($"Ticket {i}") with { Impact = i % 3 == 2 ? Level.Low : Level.High, Urgency = i % 3 == 2 ? Level.Low : Level.High }, tickets.Helen)).Id);
        }
        await tickets.Done(new GreetCustomer(opened[1], null), tickets.Ada);
        await tickets.Done(new WaitOnTicket(opened[1], WaitFor.Customer, "Which one?", true, null), tickets.Ada);
        await Settled(desk);

        TicketId[] nothing = [opened[1], opened[2], opened[5], opened[8]];
        var expected = opened.Except(nothing).Concat(nothing.OrderBy(t => t.Value)).ToList();
        foreach (var limit in (int[])[1, 2, 3, 50])
        {
            var (paged, after) = (new List<TicketId>(), (string?)null);
            do
            {
                var page = await node.Asked(new ListTickets(new(), TicketSort.Due, after, limit) { Counted = true }, tickets.Ada);
                Assert.Equal(9, page.Total);
                paged.AddRange(page.Rows.Select(r => new TicketId(r.Id)));
                after = page.Next;
            }
            while (after is not null);
            Assert.Equal(expected, paged);
        }
        var first = (await node.Asked(new ListTickets(new(), TicketSort.Due), tickets.Ada)).Rows[0];
        Assert.Equal((first.OpenedAt + Duration.FromHours(4), "service-resolution-1"), (first.NextDue, first.DueClock));

        // Nothing is due on what is done, whatever the filter says.
        await tickets.Done(new CancelTicket(opened[0], "x"), tickets.Helen);
        await Settled(desk);
        Assert.Empty((await node.Asked(new ListTickets(new() { Status = "cancelled" }, TicketSort.Due), tickets.Ada)).Rows);
        Assert.Null((await node.Asked(new ListTickets(new() { Status = "cancelled" }), tickets.Ada)).Rows.Single().DueClock);

        // Two and a half hours after the first: what was opened then is due in an hour and a half.
        clock.Pass(Duration.FromHours(2));
        Assert.Empty(await Due("late"));
        clock.Pass(Duration.FromMinutes(90));
        Assert.Equal(expected[1..4].Where(t => t.Value < opened[5].Value), await Due("late"));
        Assert.Equal([opened[1]], await Due("paused"));
        Assert.Equal([opened[2], opened[5], opened[8]], await Due("none"));
        var today = clock.Now.InUtc().Date;
        Assert.Equal((await node.Asked(new ListTickets(new()), tickets.Ada)).Rows.Where(r => r.NextDue?.InUtc().Date == today).Select(r => r.Id).Order(), (await Due("today")).Select(t => t.Value).Order());
        Assert.NotEmpty(await Due("today"));
        Assert.Equal(await Due("late"), (await node.Asked(new ListTickets(new() { Q = "due:LATE" }), tickets.Ada)).Rows.Select(r => new TicketId(r.Id)));
        Assert.Equal(await Due("late"), (await node.Asked(new SearchTickets("due:late"), tickets.Ada)).Hits.Select(h => new TicketId(h.Ticket.Id)).Reverse());

        Assert.Equal([FilterErrors.DueUnknown], (await node.Desk.Ask(new ListTickets(new() { Due = "soon" }), tickets.Ada.Caller)).Error!.All);
        // What teams promise each other is nothing that a customer could ask for.
        Assert.Equal([Errors.Forbidden], (await node.Desk.Ask(new ListTickets(new() { Due = "late" }), tickets.Helen.Caller)).Error!.All);
        Assert.Equal((await node.Asked(new ListTickets(new(), TicketSort.News), tickets.Helen)).Rows, (await node.Asked(new ListTickets(new(), TicketSort.Due), tickets.Helen)).Rows);

        var table = await node.Asked(new ExportTickets(new() { Status = "open" }), tickets.Ada);
        var dueColumn = table.Columns.ToList().IndexOf("nextDue");
        Assert.Equal(4, table.Rows.Count(r => r[dueColumn] is not null));
        Assert.All((await node.Asked(new ExportTickets(new()), tickets.Helen)).Rows, r => Assert.Null(r[dueColumn]));

        async Task<List<TicketId>> Due(string due) => [.. (await node.Asked(new ListTickets(new() { Due = due, Status = "open" }), tickets.Ada)).Rows.Select(r => new TicketId(r.Id))];
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_is_due_follows_the_clocks_and_is_made_again_from_the_journal(string engine)
    {
        await using var desk = await AgreementDesk.Fresh(engine, new KeepClocks());
        var (node, tickets, clock) = (desk.Node, desk.Tickets, desk.Tickets.Clock);
        await desk.InForce(AgreementKind.Service, All, Solved(desk, 4));
        var id = (await tickets.Open(tickets.Helen)).Id;
        var other = (await tickets.Open(tickets.Ravi)).Id;
        var opened = clock.Now;
        await Settled(desk);
        Assert.Equal((opened + Duration.FromHours(4), "service-resolution-1"), await Next(desk, id));
        var before = await tickets.RowIsItsStory(id);

        await tickets.Done(new GreetCustomer(id, null), tickets.Ada);
        await tickets.Done(new WaitOnTicket(id, WaitFor.Customer, "Which one?", true, null), tickets.Ada);
        await Settled(desk);
        Assert.Equal((null, "service-resolution-1"), await Next(desk, id));
        clock.Pass(Duration.FromHours(1));
        await tickets.Done(new ResumeTicket(id), tickets.Ada);
        await Settled(desk);
        Assert.Equal((opened + Duration.FromHours(5), "service-resolution-1"), await Next(desk, id));
        await tickets.Done(new CancelTicket(other, "x"), tickets.Ravi);
        await Settled(desk);
        Assert.Equal((null, null), await Next(desk, other));
        Assert.Equal(before.Version + 3, (await tickets.RowIsItsStory(id)).Version);

        // Read again from the beginning, it is the same.
        await node.Database.Commit([new KeepClocks().Forget(node.Database)!]);
        Assert.Equal((null, null), await Next(desk, id));
        await node.Database.Commit([new Statement("update subscriber set position = 0, \"transaction\" = -9223372036854775807 where name = 'clocks'")]);
        await tickets.Done(new TagTicket(other, ["x"], []), tickets.Ada);
        await Settled(desk);
        Assert.Equal((opened + Duration.FromHours(5), "service-resolution-1"), await Next(desk, id));
        Assert.Equal((null, null), await Next(desk, other));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Open_screens_are_told_when_clocks_move_and_only_then(string engine)
    {
        await using var desk = await AgreementDesk.Fresh(engine, new KeepClocks());
        var (node, tickets) = (desk.Node, desk.Tickets);
        await desk.InForce(AgreementKind.Service, All, Solved(desk, 4));
        await Settled(desk);
        var rung = new List<IReadOnlyCollection<string>>();
        node.Get<Bell>().Rang += topics => { lock (rung) rung.Add(topics); };

        var id = (await tickets.Open(tickets.Helen)).Id;
        // By the command, and by the clocks behind it.
        await Patience.Until(() => Task.FromResult(Times(id) == 2));
        await tickets.Done(new TagTicket(id, ["x"], []), tickets.Ada);
        await Settled(desk);
        await tickets.Done(new GreetCustomer(id, null), tickets.Ada);
        await tickets.Done(new WaitOnTicket(id, WaitFor.Customer, "Which one?", true, null), tickets.Ada);
        await Patience.Until(() => Task.FromResult(Times(id) >= 6));
        await Settled(desk);
        // A tag and a greeting move nothing that was promised here: but for the opening and the waiting, nobody rang beside the commands.
        Assert.Equal(6, Times(id));
        lock (rung) Assert.All(rung.Where(r => r.Contains($"ticket/{id.Value}")), r => Assert.Contains("ticket", r));

        // Other hours move what runs, and that is counted by a job.
        await tickets.Done(new ResumeTicket(id), tickets.Ada);
        await Patience.Until(() => Task.FromResult(Times(id) == 8));
        await node.Done(new SetCalendarDay(desk.Always.Id, tickets.Clock.Now.InUtc().Date, "Closed", null, false), desk.Ruth);
        await Patience.Until(async () => { await CountAnew.Run(node.Desk, node.Database, tickets.Clock, default); return Times(id) == 9; });

        int Times(TicketId ticket) { lock (rung) return rung.Count(r => r.Contains($"ticket/{ticket.Value}")); }
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_was_agreed_and_is_close_needs_whoever_has_it(string engine)
    {
        await using var desk = await AgreementDesk.Fresh(engine, new KeepClocks());
        var (node, tickets, clock) = (desk.Node, desk.Tickets, desk.Tickets.Clock);
        await desk.InForce(AgreementKind.Service, All, Solved(desk, 4));
        var id = (await tickets.Open(tickets.Helen)).Id;
        var due = clock.Now + Duration.FromHours(4);
        await tickets.Done(new AssignTicket(id, "me"), tickets.Ada);
        await tickets.Done(new GreetCustomer(id, null), tickets.Ada);
        await Settled(desk);
        Assert.Empty(await node.Asked(new NeedsMeNow(), tickets.Ada));

        clock.Pass(Duration.FromMinutes(121));
        await Sweep.Run(node.Desk, node.Database, clock, default);
        await Settled(desk);
        var near = Assert.Single(await node.Asked(new NeedsMeNow(), tickets.Ada));
        Assert.Equal((Reason.Agreed, due, "service-resolution-1"), (near.Reason, near.Since, near.About));
        Assert.Empty(await node.Asked(new NeedsMeNow(), tickets.Grace));

        // Once it is missed, the question is why; once that is said, it is still late.
        clock.Pass(Duration.FromHours(2));
        await Sweep.Run(node.Desk, node.Database, clock, default);
        await Settled(desk);
        Assert.Empty(await node.Asked(new NeedsMeNow(), tickets.Ada));
        Assert.Single(await node.Asked(new ListUnexplained(), tickets.Ada));
        await tickets.Done(new ExplainMiss(id, "service-resolution-1", MissCause.Misjudged, null), tickets.Ada);
        await Settled(desk);
        Assert.Equal((Reason.Agreed, due), Assert.Single(await node.Asked(new NeedsMeNow(), tickets.Ada)) is var late ? (late.Reason, late.Since) : default);

        // While it stands still it needs nobody.
        await tickets.Done(new WaitOnTicket(id, WaitFor.Customer, "Which one?", true, null), tickets.Ada);
        await Settled(desk);
        Assert.Empty(await node.Asked(new NeedsMeNow(), tickets.Ada));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task The_queue_by_what_is_due_walks_its_index(string engine)
    {
        await using var desk = await AgreementDesk.Fresh(engine);
        var asked = new List<Statement>();
        var page = new ListTickets(new() { Status = "open" }, TicketSort.Due, $"{Columns.Micros(desk.Tickets.Clock.Now)}.1");
        desk.Node.Database.Watch = (writes, commits) => { if (!commits) asked.AddRange(writes.OfType<Statement>()); };
        await desk.Node.Asked(page, desk.Tickets.Ada);
        await desk.Node.Asked(new ListTickets(new() { Due = "late" }, TicketSort.Due), desk.Tickets.Ada);
        desk.Node.Database.Watch = null;
        var lists = asked.Where(a => a.Sql.Contains("order by t.due_by, t.id", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, lists.Count);
        await using var read = await desk.Node.Database.Read();
        foreach (var statement in lists)
        {
            // So few rows PostgreSQL would rather walk and sort; whether it can do without is the question.
            if (engine == "postgres") await read.List("select set_config('enable_seqscan', 'off', false), set_config('enable_sort', 'off', false), set_config('enable_bitmapscan', 'off', false)", _ => 0);
            var plan = string.Join('\n', await read.List($"{read.Database.Sql("explain query plan", "explain")} {statement.Sql}", r => r.GetString(engine == "postgres" ? 0 : 3), statement.Args));
            Assert.Matches("(USING INDEX|Index Scan using) ticket_due", plan);
            Assert.Matches(engine == "postgres" ? "Index Cond: .*due_by" : "SEARCH t USING INDEX ticket_due \\(due_by[<>]", plan);
            Assert.DoesNotMatch("TEMP B-TREE|Sort Key", plan);
        }
    }

    private static async Task<(Instant?, string?)> Next(AgreementDesk desk, TicketId ticket)
    {
        await using var read = await desk.Node.Database.Read();
        return await read.One("select next_due, due_clock from ticket where id = @id", r => (r.InstantOrNull(0), r.TextOrNull(1)), ("@id", ticket));
    }

    /// <summary>When all that has happened was counted, also what may not be read yet because an older transaction still runs.</summary>
    private static Task Settled(AgreementDesk desk) => Patience.Until(async () =>
    {
        await using var read = await desk.Node.Database.Read();
        return await read.One($"select (select count(*) from journal j where {JournalOrder.BehindSubscriber(read.Database)}) from subscriber s where s.name = 'clocks'", r => (long?)r.GetInt64(0)) == 0;
    });
}
