using FirstContact.Assignment;
using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Switching;

/// <summary>A desk on a Monday: Ada and Ruth, her lead, in First Contact, Grace in Network, Aiko in Plant Systems.</summary>
public sealed class SwitchDesk(AssignmentDesk plant, Call ruth) : IAsyncDisposable
{
    public static readonly LocalDate Today = new(2026, 11, 23), Soon = new(2026, 12, 3);
    public static readonly DaySaid Labels = new(Soon, DayPart.Whole, "Plant Systems", null, 2, "How a label is made", "Gate 2");

    public AssignmentDesk Plant => plant;
    public TicketDesk Desk => plant.Desk;
    public Node Node => plant.Desk.Node;
    public Call Aiko => plant.Members[0];
    public Call Ada => plant.Desk.Ada;
    public Call Grace => plant.Desk.Grace;
    public Call Ruth => ruth;
    public Call Coordinator { get; } = TicketDesk.As(TestDatabase.Helen, "Helen Marsh", Role.ServiceCoordinator);

    public static async Task<SwitchDesk> Fresh(string engine)
    {
        var plant = await AssignmentDesk.Fresh(engine, AssignWay.ByHand, members: 1);
        var ruth = await plant.Desk.Node.Done(new RegisterPerson("Ruth Adeyemi", "ruth@harrow.example", Roles: [Role.Agent, Role.TeamLead]), AssignmentDesk.SetUp);
        await plant.Desk.Node.Done(new JoinTeam(TeamId.FirstContact, "ruth@harrow.example"), AssignmentDesk.SetUp);
        return new(plant, TicketDesk.As(ruth.Id, ruth.Name, Role.Agent, Role.TeamLead));
    }

    /// <summary>With Aiko as host, unless it is said otherwise.</summary>
    public Task<SwitchDay> Day(DaySaid? said = null, Call? by = null) => Node.Done(new OfferDay(said ?? Labels), by ?? Aiko);

    public Task<SwitchDay> Book(SwitchDay day, Call by, string? person = null) => Node.Done(new BookDay(day.Id, person), by);

    /// <summary>Until the evening of that day.</summary>
    public void On(LocalDate date) => Desk.Clock.Now = (date + new LocalTime(17, 0)).InUtc().ToInstant();

    public async Task<SwitchDay> Of(SwitchDay day) => (await Node.Asked(new ShowDay(day.Id), Ada)).Day;

    /// <summary>What needs somebody of all these days.</summary>
    public async Task<IEnumerable<string>> Needs(Call who) => (await Node.Asked(new ListDayNeeds(), who)).Select(n => n.Telling is { } t ? $"{t.What} {n.About}" : n.FollowUp?.Text ?? $"{n.Kind}");

    public async Task<IEnumerable<(string?, string)>> Wrong<T>(ICommand<T> command, Call by) => (await Node.Refused(command, by)).Select(e => (e.Field, e.Code));

    public ValueTask DisposeAsync() => plant.DisposeAsync();
}
