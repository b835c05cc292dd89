using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Measures;

public sealed class TrainingTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    private static readonly Call Planner = TicketDesk.As(TestDatabase.Ada, "Ada Byron", Role.ServiceCoordinator);

    /// <summary>
    /// Northgate has Helen, Ravi, Tom and Una, who never asks. Helen asked about printing a year ago, twice in the last months, reproduced at
    /// once; Ravi three times, one not reproduced at first, one corrected, one that he solved himself; Tom once, by service. Somebody of no unit asked once.
    /// </summary>
    private static async Task<(TicketDesk Desk, UnitId Unit, PersonId Ravi)> Peopled(string engine)
    {
        var desk = await TicketDesk.Fresh(engine);
        var setUp = new Call(Caller.Desk, "test");
        var unit = (await desk.Node.Done(new AddUnit("Northgate", "Plants"), setUp)).Id;
        await desk.Node.Done(new ChangePerson(TestDatabase.Helen) { Unit = "Northgate" }, setUp);
        await desk.Node.Done(new ChangePerson(desk.Ravi.Caller.Person) { Unit = "Northgate" }, setUp);
        var tom = await desk.Node.Done(new RegisterPerson("Tom Reilly", "tom@harrow.example", Unit: "Northgate", Roles: [Role.Customer]), setUp);
        await desk.Node.Done(new RegisterPerson("Una Quist", "una@harrow.example", Unit: "Northgate", Roles: [Role.Customer]), setUp);
        var nora = await desk.Node.Done(new RegisterPerson("Nora Nobody", "nora@harrow.example", Roles: [Role.Customer]), setUp);

        await desk.Resolve((await desk.Open(desk.Helen)).Id);
        desk.Clock.Pass(Duration.FromDays(200));
        for (var i = 0; i < 2; i++)
        {
            var one = await desk.Open(desk.Helen);
            await desk.Done(new StateProblem(one.Id, "Labels are blank"), desk.Ada);
            await desk.Done(new ConfirmStatement(one.Id), desk.Helen);
            await desk.Resolve(one.Id);
        }
        var twice = await desk.Open(desk.Ravi);
        await desk.Done(new ReproduceProblem(twice.Id, Reproduced.NotReproduced, [], "It prints"), desk.Ada);
        await desk.Resolve(twice.Id);
        var wrong = await desk.Open(desk.Ravi);
        await desk.Done(new StateProblem(wrong.Id, "Labels are torn"), desk.Ada);
        await desk.Done(new CorrectStatement(wrong.Id, "No, blank"), desk.Ravi);
        await desk.Resolve(wrong.Id);
        var found = await desk.Open(desk.Ravi);
        await desk.Done(new ClassifyTicket(found.Id, "Printing", null, null), desk.Ada);
        await desk.Done(new CancelTicket(found.Id, "The ribbon was upside down") { SolvedByCustomer = true }, desk.Ravi);
        await desk.Done(TicketDesk.Asking() with { Service = "Labels" }, TicketDesk.As(tom.Id, "Tom Reilly", Role.Customer));
        await desk.Open(TicketDesk.As(nora.Id, "Nora Nobody", Role.Customer));
        var merged = await desk.Open(desk.Ravi);
        await desk.Done(new MergeTicket(merged.Id, $"{wrong.Id.Value}"), desk.Ada);
        desk.Clock.Pass(Duration.FromDays(1));
        await MeasureDesk.ReadOn(desk.Node);
        return (desk, unit, desk.Ravi.Caller.Person);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Departments_are_told_what_they_ask_and_each_number_leads_to_its_tickets(string engine)
    {
        var (desk, unit, ravi) = await Peopled(engine);
        await using var _ = desk;
        var all = await desk.Node.Asked(new ShowTraining(3), Planner);
        // The one of 200 days ago lies before both times; the desk was there for all of the time before.
        Assert.Equal(new AskedCounts(7, 0, 4, 3, 4, 2, 2, 1), all.All);
        var north = all.Departments[0];
        Assert.Equal(("Northgate", "Plants", 4, 1.5), (north.Name, north.Segment, north.People, north.PerPerson));
        Assert.Equal(new AskedCounts(6, 0, 3, 3, 4, 2, 2, 1), north.Counts);
        Assert.Equal([("Printing", 5, 3), ("Labels", 1, 0)], north.Abouts.Select(a => (a.Name, a.Counts.Tickets, a.Counts.Again)));
        Assert.Equal((0, "", (int?)null, 1), all.Departments[1] is var none ? ((int)none.Id.Value, none.Name, none.People, none.Counts.Tickets) : default);
        Assert.Equal(("Northgate", "Printing", 3), Assert.Single(all.Needs) is var need ? (need.Department, need.Subject.Name, need.Subject.Counts.Again) : default);

        // Over a year the older one counts, and the desk does not know the year before.
        var year = await desk.Node.Asked(new ShowTraining(12), Planner);
        Assert.Equal((8, (int?)null, 4), (year.All.Tickets, year.All.Before, year.All.Again));

        var subject = north.Abouts[0].About;
        foreach (var (measure, count) in new[] { ("asked", 6), ("asked-again", 3), ("reproduction-tried", 4), ("described-well", 2), ("statement-agreed", 2), ("solved-by-customer", 1), ("asked-before", 0) })
            Assert.Equal((measure, count), (measure, (await desk.Node.Asked(new AskedTickets(measure, 3) { Unit = unit }, Planner)).Rows.Count));
        Assert.Equal(5, (await desk.Node.Asked(new AskedTickets("asked", 3) { Unit = unit, About = subject }, Planner)).Rows.Count);
        foreach (var (measure, count) in new[] { ("asked-again", 2), ("solved-by-customer", 1), ("reproduction-tried", 2) })
            Assert.Equal((measure, count), (measure, (await desk.Node.Asked(new AskedTickets(measure, 3) { Unit = unit, Person = ravi }, Planner)).Rows.Count));
        var first = await desk.Node.Asked(new AskedTickets("asked", 3, Limit: 4), Planner);
        var rest = await desk.Node.Asked(new AskedTickets("asked", 3, first.Next, 4), Planner);
        Assert.Equal((4, 3, null), (first.Rows.Count, rest.Rows.Count, rest.Next));
        Assert.Empty(first.Rows.Select(r => r.Id).Intersect(rest.Rows.Select(r => r.Id)));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Each_definition_gives_the_figure_that_is_shown(string engine)
    {
        var (desk, _, _) = await Peopled(engine);
        await using var _d = desk;
        var now = await desk.Node.Asked(new ShowTraining(3), Planner);
        await using var read = await desk.Node.Database.Read();
        var period = TrainingPeriod.Of(3, "UTC", desk.Clock.Now).Value!;
        foreach (var definition in TrainingDefinitions.All)
        {
            var asked = await read.One(definition.Sql, r => Convert.ToDouble(r.GetValue(0), System.Globalization.CultureInfo.InvariantCulture), ("@from", period.From), ("@before", period.Before));
            Assert.Equal((definition.Name, definition.Figure(now.All)), (definition.Name, asked));
        }
        Assert.Equal(TrainingDefinitions.All.Count, TrainingDefinitions.All.DistinctBy(d => d.Name).Count());
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Persons_are_named_in_their_department_only_and_only_among_others(string engine)
    {
        var (desk, unit, ravi) = await Peopled(engine);
        await using var _ = desk;
        var north = await desk.Node.Asked(new ShowDepartment(unit, 3), Planner);
        Assert.Equal([("Ravi Patel", 3, 2, 2, 0, 1), ("Helen Marsh", 2, 1, 2, 2, 0), ("Tom Reilly", 1, 0, 0, 0, 0)], north.Askers!.Select(a => (a.Name, a.Counts.Tickets, a.Counts.Again, a.Counts.Tried, a.Counts.Reproduced, a.Counts.Solved)));
        Assert.Equal(["Printing", "Printing", "Labels"], north.Askers!.Select(a => a.Most.Name));
        Assert.Equal("Helen Marsh", (await desk.Node.Asked(new ShowDepartment(unit, 3, AskedOrder.Described), Planner)).Askers![0].Name);
        Assert.Equal("Ravi Patel", (await desk.Node.Asked(new ShowDepartment(unit, 3, AskedOrder.Solved), Planner)).Askers![0].Name);

        var none = await desk.Node.Asked(new ShowDepartment(new(0), 3), Planner);
        Assert.Equal((1, true), (none.Department.Counts.Tickets, none.Askers is null));
        await Refused(desk, new AskedTickets("asked", 3) { Unit = new(0), Person = TestDatabase.Helen }, Planner, MeasureErrors.TooFewAsked);
        await Refused(desk, new AskedTickets("asked", 3) { Person = TestDatabase.Helen }, Planner, MeasureErrors.TooFewAsked);
        await Refused(desk, new ShowDepartment(new(999), 3), Planner, MeasureErrors.DepartmentUnknown);
        await Refused(desk, new ShowDepartment(unit, 5), Planner, MeasureErrors.MonthsUnknown);
        await Refused(desk, new ShowTraining(0), Planner, MeasureErrors.MonthsUnknown);
        await Refused(desk, new AskedTickets("asked", 4), Planner, MeasureErrors.MonthsUnknown);
        await Refused(desk, new AskedTickets("luck"), Planner, MeasureErrors.MeasureUnknown);
        await Refused(desk, new AskedTickets("asked", After: "x"), Planner, MeasureErrors.CursorUnknown);
        Assert.Equal("limit", (await desk.Node.Desk.Ask(new AskedTickets("asked", Limit: 0), Planner.Caller)).Error?.Field);

        // Agents, leads and other managers see nothing of it; who may see departments alone sees no person.
        foreach (var role in Enum.GetValues<Role>().Except([Role.ServiceCoordinator, Role.Administrator]))
        {
            var other = TicketDesk.As(TestDatabase.Ada, "Ada Byron", role);
            await Refused(desk, new ShowTraining(3), other, Errors.Forbidden);
            await Refused(desk, new ShowDepartment(unit, 3), other, Errors.Forbidden);
            await Refused(desk, new AskedTickets("asked", 3), other, Errors.Forbidden);
        }
        var narrow = Planner with { Caller = Planner.Caller with { Permissions = new HashSet<string> { "training.see", "tickets.see-all" } } };
        Assert.NotEmpty((await desk.Node.Asked(new ShowTraining(3), narrow)).Departments);
        await Refused(desk, new ShowDepartment(unit, 3), narrow, Errors.Forbidden);
        await Refused(desk, new AskedTickets("asked", 3) { Unit = unit, Person = ravi }, narrow, Errors.Forbidden);
        await Refused(desk, new AskedTickets("asked", 3), narrow with { Caller = narrow.Caller with { Permissions = new HashSet<string> { "training.see" } } }, Errors.Forbidden);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Looking_costs_few_queries(string engine)
    {
        var (desk, unit, _) = await Peopled(engine);
        await using var _d = desk;
        await desk.Node.Asked(new ShowTraining(3), Planner);
        var asked = 0;
        desk.Node.Database.Watch = (_, _) => Interlocked.Increment(ref asked);
        await desk.Node.Asked(new ShowTraining(3), Planner);
        Assert.InRange(asked, 1, 6);
        asked = 0;
        await desk.Node.Asked(new ShowDepartment(unit, 3), Planner);
        Assert.InRange(asked, 1, 7);
    }

    private static async Task Refused<T>(TicketDesk desk, IQuery<T> query, Call by, Error no) => Assert.Equal(no, (await desk.Node.Desk.Ask(query, by.Caller)).Error);
}
