using FirstContact.People;
using FirstContact.Services;
using FirstContact.Tickets;

namespace FirstContact.Classifying;

/// <summary>A desk that has resolved enough tickets about printing, the network and doors to learn from.</summary>
public sealed class ClassifyingDesk(TicketDesk desk) : IAsyncDisposable
{
    public const int Each = 16;
    public static readonly Call SetUp = new(Caller.Desk, "test");
    private static readonly string[] Places = ["line 1", "line 2", "gate 3", "the cold store", "hall b"];

    public TicketDesk Desk => desk;

    public static async Task<ClassifyingDesk> Fresh(string engine, params Subscriber[] subscribers)
    {
        var desk = new ClassifyingDesk(await TicketDesk.Fresh(engine, subscribers));
        await desk.Desk.Node.Done(new AddCategory("Network"), SetUp);
        await desk.Desk.Node.Done(new AddCategory("Doors"), SetUp);
        return desk;
    }

    /// <summary>Tickets that were resolved, three kinds of them; resolved elsewhere, as an import brings them.</summary>
    public async Task Resolves(int each = Each)
    {
        await using var read = await desk.Node.Database.Read();
        var categories = (await read.Categories()).ToDictionary(c => c.Name, c => new Named<CategoryId>(c.Id, c.Name));
        for (var i = 0; i < each; i++)
            foreach (var category in new[] { "Printing", "Network", "Doors" })
            {
                var ticket = await desk.Done(Asking(Text(category, i)) with { Category = category }, desk.Helen);
                var solved = ticket.ResolveElsewhere(new(PersonId.Desk, desk.Clock.Now), "Mended.");
                await desk.Node.Done(new Keep(ticket, solved), SetUp);
            }
    }

    public static string Text(string category, int i) => category switch
    {
        "Printing" => $"The printer at {Places[i % Places.Length]} smears the label and the ribbon",
        "Network" => $"No wireless network at {Places[i % Places.Length]} since the morning",
        _ => $"My badge does not open the door at {Places[i % Places.Length]}",
    };

    public static OpenTicket Asking(string title) => TicketDesk.Asking(title) with { Description = "It began today." };

    public Task Learns() => desk.Runs("learn-from-tickets");

    public Task<Suggesting> Sets(int show, int? apply) => desk.Node.Done(new ChangeSuggestingRules(new(show, apply)), SetUp);

    public async Task<Suggesting> State() => (await desk.Node.Asked(new ShowSuggesting(), SetUp)).Suggesting;

    public async Task<SuggestedView> Thinks(string title) => await desk.Node.Asked(new SuggestClassification(title, "It began today."), desk.Ada);

    public async Task<Ticket> Of(Ticket ticket) => (await desk.Show(ticket.Id)).Ticket;

    public async Task<List<string>> Told(Ticket ticket) => [.. (await desk.Show(ticket.Id)).Timeline.Select(e => e.Sentence)];

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    /// <summary>Keeps what was decided elsewhere.</summary>
    private sealed record Keep(Ticket Ticket, Decision Decided) : TicketCommand(Ticket.Id)
    {
        public override Permission Needs => TicketPermissions.Work;

        public override async Task<Result<Ticket>> Do(Work work) => (await Load(work)).Is(out var now, out var no) ? work.Tickets.Change(now, Decided) : no;
    }
}
