using FirstContact.People;
using FirstContact.Policies;
using FirstContact.Services;

namespace FirstContact.Tickets;

/// <summary>A desk with two agents, two customers, two teams, a service and a category, and a clock that goes when it is told to.</summary>
public sealed class TicketDesk(Node node, TestClock clock) : IAsyncDisposable
{
    public const string Ravis = "ravi.patel@harrow.example", Graces = "grace.obrien@harrow.example", Adas = "ada.byron@harrow.example", Helens = TestDatabase.HelensAddress;

    public Node Node => node;
    public TestClock Clock => clock;

    /// <summary>Ada is in First Contact, Grace in Network; Helen and Ravi ask for help.</summary>
    public Call Ada { get; } = As(TestDatabase.Ada, "Ada Byron", Role.Agent);
    public Call Helen { get; } = As(TestDatabase.Helen, "Helen Marsh", Role.Customer);
    public Call Ravi { get; private set; } = null!;
    public Call Grace { get; private set; } = null!;

    public static async Task<TicketDesk> Fresh(string engine, params Subscriber[] subscribers)
    {
        var clock = new TestClock();
        var node = await Node.Start(await TestDatabase.Fresh(engine), clock, subscribers);
        var desk = new TicketDesk(node, clock);
        var setUp = new Call(Caller.Desk, "test");
        await node.Done(new GrantRoles(TestDatabase.Ada, [Role.Agent]), setUp);
        await node.Done(new GrantRoles(TestDatabase.Helen, [Role.Customer]), setUp);
        desk.Ravi = As((await node.Done(new RegisterPerson("Ravi Patel", Ravis, Roles: [Role.Customer]), setUp)).Id, "Ravi Patel", Role.Customer);
        desk.Grace = As((await node.Done(new RegisterPerson("Grace O'Brien", Graces, Roles: [Role.Agent]), setUp)).Id, "Grace O'Brien", Role.Agent);
        var network = await node.Done(new AddTeam("Network", "Cables and waves", []), setUp);
        await node.Done(new JoinTeam(TeamId.FirstContact, Adas), setUp);
        await node.Done(new JoinTeam(network.Id, Graces), setUp);
        await node.Done(new AddCategory("Printing"), setUp);
        await node.Done(new AddService("Labels", "Label printing", "Network", null), setUp);
        return desk;
    }

    public static Call As(PersonId person, string name, params Role[] roles) =>
        new(new(person, name, DeskModule.RoleBook.Permissions(roles), new HashSet<long>()), "test");

    public static OpenTicket Asking(string title = "Labels come out blank") => new(TicketKind.Incident, Channel.Portal, title, "Since this morning.", null, Level.Medium, Level.Medium);

    public Task<Ticket> Open(Call by, string title = "Labels come out blank") => node.Done(Asking(title), by);

    public Task<Ticket> Done(ICommand<Ticket> command, Call by) => node.Done(command, by);

    /// <summary>All steps but the customer's.</summary>
    public async Task<Ticket> Resolve(TicketId id)
    {
        await CareFor(id);
        return await Done(new ResolveTicket(id, null, "Look at the ribbon"), Ada);
    }

    /// <summary>All that comes before it may be resolved.</summary>
    public async Task CareFor(TicketId id)
    {
        await Done(new GreetCustomer(id, null), Ada);
        await Done(new ClassifyTicket(id, "Printing", null, null), Ada);
        await Done(new StateProblem(id, "Labels are blank"), Ada);
        await Done(new ReproduceProblem(id, Reproduced.Reproduced, ["Print one"], null), Ada);
        await Done(new ProposeSolution(id, "Turn the ribbon", ProposalSource.Experience, null), Ada);
        await Done(new SelectSolution(id, 1, "cheapest"), Ada);
        await Done(new ExecuteSolution(id, "Turned the ribbon"), Ada);
        await Done(new VerifyCraft(id, CraftOutcome.Works, null, ["Print one"]), Ada);
    }

    public async Task<Ticket> Close(TicketId id)
    {
        await Resolve(id);
        return await Done(new VerifyByCustomer(id, CustomerOutcome.Works, null, false), Helen);
    }

    public async Task Refuses<T>(Error no, ICommand<T> command, Call by) => Assert.Equal([no], await node.Refused(command, by));

    public Task<TicketView> Show(TicketId id, Call? by = null) => node.Asked(new ShowTicket(id), by ?? Ada);

    /// <summary>The row is what its events say, column for column.</summary>
    public async Task<Ticket> RowIsItsStory(TicketId id)
    {
        var stored = (await Show(id)).Ticket;
        await node.Folds(new Ticket { Id = id }, stored);
        return stored;
    }

    /// <summary>Runs a job of the timetable now.</summary>
    public Task Runs(string job) => Timetable.Jobs.Single(j => j.Name == job).Do(node.Desk, node.Database, clock, default);

    public ValueTask DisposeAsync() => node.DisposeAsync();
}
