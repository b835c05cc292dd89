using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Tools;

/// <summary>A desk of tickets with a coordinator who keeps the inventory; Ada is in First Contact, Grace in Network.</summary>
public sealed class ToolDesk(TicketDesk desk, TestClock clock) : IAsyncDisposable
{
    public static readonly ToolSaid FarHand = new("Far hand", ToolKind.Tool, "Remote control", "Windows", "Nobody sits there.", "Lock the screen.", "Sessions a week", "rdp://{device}", null, [], []);

    public TicketDesk Desk => desk;
    public TestClock Clock => clock;
    public Node Node => desk.Node;
    public Call Coordinator { get; } = TicketDesk.As(TestDatabase.Helen, "Helen Marsh", Role.ServiceCoordinator);
    public Call Administrator { get; } = TicketDesk.As(TestDatabase.Helen, "Helen Marsh", Role.Administrator);
    public Instant Month => clock.GetCurrentInstant() - Duration.FromDays(1);

    public static async Task<ToolDesk> Fresh(string engine)
    {
        var desk = await TicketDesk.Fresh(engine);
        return new(desk, desk.Clock);
    }

    public Task<Tool> Tool(ToolSaid? said = null) => Node.Done(new AddTool(said ?? FarHand), Coordinator);

    public Task<Tool> Without(ToolId id, string team = "First Contact") => Node.Done(new WithholdTool(id, team, new(2025, 3, 3), TicketDesk.Graces, "The wrong server was restarted."), Coordinator);

    public async Task<IEnumerable<(string?, string)>> Wrong<T>(ICommand<T> command, Call by) => (await Node.Refused(command, by)).Select(e => (e.Field, e.Code));

    public ValueTask DisposeAsync() => desk.DisposeAsync();
}
