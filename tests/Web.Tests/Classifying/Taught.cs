using FirstContact.Data;
using FirstContact.Policies;
using FirstContact.Services;
using FirstContact.Tickets;

namespace FirstContact.Classifying;

/// <summary>A desk that has resolved enough tickets about printing, the network and doors, and has learned from them.</summary>
public static class Taught
{
    public const string Jam = "The printer at line 2 smears the label and the ribbon";
    private const int Each = 16;
    private static readonly string[] Places = ["line 1", "line 2", "gate 3", "the cold store", "hall b"];

    public static async Task Teach(this WebDesk desk, string customer)
    {
        foreach (var category in new[] { "Printing", "Network", "Doors" }) await Done(desk, new AddCategory(category));
        for (var i = 0; i < Each; i++)
            foreach (var (category, words) in new[] { ("Printing", "The printer at {0} smears the label and the ribbon"), ("Network", "No wireless network at {0} since the morning"), ("Doors", "My badge does not open the door at {0}") })
                await Done(desk, new OpenTicket(TicketKind.Incident, Channel.Phone, words.Replace("{0}", Places[i % Places.Length], StringComparison.Ordinal), "It began today.", customer, Level.Low, Level.Low) { Category = category });
        await desk.Get<Database>().Commit([new Statement("update ticket set status = 'Closed', category_closed = category")]);
        await Done(desk, new AskToLearn());
        await desk.Runs("learn-from-tickets");
    }

    public static Task Runs(this WebDesk desk, string job) => Timetable.Jobs.Single(j => j.Name == job).Do(desk.Desk, desk.Get<Database>(), desk.Get<NodaTime.IClock>(), default);

    private static async Task Done<T>(WebDesk desk, ICommand<T> command) => Assert.Null((await desk.Desk.Do(command, WebDesk.Itself)).Error);
}
