using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Assignment;

/// <summary>A desk on a Monday morning with a team of its own, whose members have the names they are given.</summary>
public sealed class AssignmentDesk(TicketDesk desk, TeamId team, IReadOnlyList<Call> members) : IAsyncDisposable
{
    public static readonly Call SetUp = new(Caller.Desk, "test");
    public static readonly WorkHours Office = new("Europe/London", [.. Enumerable.Range(1, 5).Select(d => new WorkDay((IsoDayOfWeek)d, new(8, 0), new(16, 30)))]);

    public TicketDesk Desk => desk;
    public TeamId Team => team;

    /// <summary>In the order of their names.</summary>
    public IReadOnlyList<Call> Members => members;

    public static async Task<AssignmentDesk> Fresh(string engine, AssignWay way, int most = 10, int members = 3)
    {
        var desk = await TicketDesk.Fresh(engine);
        desk.Clock.Now = Instant.FromUtc(2026, 11, 23, 9, 0);
        var team = await desk.Node.Done(new AddTeam("Plant Systems", "Terminals", ["vpn"]), SetUp);
        var calls = new List<Call>();
        foreach (var name in new[] { "Aiko", "Ben", "Cem", "Dee", "Eva", "Fay", "Gus", "Hal", "Ivy", "Jan" }.Take(members))
        {
            var person = await desk.Node.Done(new RegisterPerson($"{name} Tester", $"{name}@harrow.example", Roles: [Role.Agent]), SetUp);
            await desk.Node.Done(new JoinTeam(team.Id, person.Email), SetUp);
            calls.Add(TicketDesk.As(person.Id, person.Name, Role.Agent));
        }
        var plant = new AssignmentDesk(desk, team.Id, calls);
        await plant.Goes(WayDetails.Usual with { Way = way, Most = most });
        return plant;
    }

    public Task<TeamWay> Goes(WayDetails way) => desk.Node.Done(new ChangeTeamWay(team, way), SetUp);

    public Task<Ticket> Open(string title = "The terminal is dark", Func<OpenTicket, OpenTicket>? but = null)
    {
        var asking = TicketDesk.Asking(title) with { Team = "Plant Systems" };
        return desk.Done(but is null ? asking : but(asking), desk.Helen);
    }

    public Task Give() => desk.Runs("give-tickets");

    public async Task<Ticket> Of(Ticket ticket) => (await desk.Show(ticket.Id)).Ticket;

    /// <summary>Who has it, by the first name; null for nobody.</summary>
    public async Task<string?> Owner(Ticket ticket) => (await desk.Show(ticket.Id)).Assignee?.Name.Split(' ')[0];

    public async Task<string> Owners(params Ticket[] tickets)
    {
        var owners = new List<string>();
        foreach (var ticket in tickets) owners.Add(await Owner(ticket) ?? "nobody");
        return string.Join(' ', owners);
    }

    public Task<Availability> Says(int member, Func<ChangeAvailability, ChangeAvailability> change) =>
        desk.Node.Done(change(new(members[member].Caller.Person)), members[member]);

    public ValueTask DisposeAsync() => desk.DisposeAsync();
}
