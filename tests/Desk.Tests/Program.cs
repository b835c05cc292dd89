using FirstContact.Clocks;
using FirstContact.Journal;
using FirstContact.Tickets;
using NodaTime.Text;

namespace FirstContact;

/// <summary>What the tests start as processes of their own, to be killed or to race: a desk without the web.</summary>
public static class Program
{
    private const int Writers = 8;

    public static async Task Main(string[] args)
    {
        switch (args)
        {
            case ["migrate", var connection]:
                await using (var database = Database.From(connection)) await database.Migrate();
                break;
            case ["write", var connection]:
                await using (var node = await Node.Start(connection, new Tally()))
                    await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(() => WriteOn(node))));
                break;
            case ["tell", var connection, var at]:
                var clock = new TestClock { Now = InstantPattern.General.Parse(at).Value };
                await using (var node = await Node.Start(connection, clock))
                    while (true) await Sweep.Run(node.Desk, node.Database, clock, default);
            default:
                throw new ArgumentException("This is started by tests.");
        }
    }

    /// <summary>Opens tickets for ever, and says each aloud once it has been acknowledged.</summary>
    private static async Task WriteOn(Node node)
    {
        while (true)
        {
            var opened = await node.Done(TicketDesk.Asking(), Node.With(TicketPermissions.TakePart));
            lock (Console.Out)
            {
                Console.WriteLine(opened.Key);
                Console.Out.Flush();
            }
        }
    }
}
