using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Macros;

/// <summary>A desk of tickets with a coordinator who keeps what is for all, and Grace who leads the team Network.</summary>
public sealed class MacroDesk(TicketDesk desk) : IAsyncDisposable
{
    public TicketDesk Desk => desk;
    public Node Node => desk.Node;
    public Call Coordinator { get; } = TicketDesk.As(TestDatabase.Ada, "Ada Byron", Role.ServiceCoordinator);
    public Call Lead => TicketDesk.As(desk.Grace.Caller.Person, "Grace O'Brien", Role.TeamLead);

    public static async Task<MacroDesk> Fresh(string engine) => new(await TicketDesk.Fresh(engine));

    public Task<TextBlock> Block(string name, string body, string? team = null, string? shortcut = null, params BlockUse[] uses) =>
        Node.Done(new AddTextBlock(new(name, shortcut, body, team, uses.Length == 0 ? [BlockUse.Reply, BlockUse.Note] : [.. uses])), Coordinator);

    public Task<Macro> Macro(string name, params TicketAction[] actions) => Node.Done(new AddMacro(new(name, null, [.. actions])), Coordinator);

    public async Task<IEnumerable<(string?, string)>> Wrong<T>(ICommand<T> command, Call by) => (await Node.Refused(command, by)).Select(e => (e.Field, e.Code));

    public ValueTask DisposeAsync() => desk.DisposeAsync();
}
