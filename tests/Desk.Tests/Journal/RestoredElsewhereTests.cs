using FirstContact.Tickets;

namespace FirstContact.Journal;

/// <summary>A dump restored into a younger cluster carries transaction ids from the future; subscribers must neither stall nor skip nor repeat.</summary>
public sealed class RestoredElsewhereTests
{
    private const long Future = 1_000_000_000;
    private static readonly Call Customer = Node.With(TicketPermissions.TakePart);

    [Fact]
    public async Task Subscribers_go_on_where_they_were()
    {
        var connection = await TestDatabase.Fresh("postgres");
        await using (var before = await Node.Start(connection))
        {
            await Tally.Prepare(before.Database);
            await before.Done(TicketDesk.Asking("counted"), Customer);
            await before.Settled();
            Assert.Equal(1, await DeskModule.Runner(before.Get<IServiceProvider>(), new Tally()).ReadOn());
            await before.Done(TicketDesk.Asking("not counted yet"), Customer);
            await before.Database.Commit([
                new Statement("update journal set transaction = transaction + @future", ("@future", Future)),
                new Statement("update subscriber set transaction = transaction + @future", ("@future", Future)),
                new Statement("insert into subscriber (name) values ('never-read')")]);
        }
        // Two nodes start on it at once: it is moved once.
        await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
        {
            await using var database = Database.From(connection);
            await database.Migrate();
        }));

        await using var after = await Node.Start(connection, new Tally());
        await after.Done(TicketDesk.Asking("new"), Customer);
        await Tally.IsComplete(after.Database);
        await using var read = await after.Database.Read();
        Assert.Equal([1, 2, 3], await read.List("select position from journal order by transaction, position", r => r.GetInt64(0)));
        Assert.Equal(-long.MaxValue, await read.One("select transaction from subscriber where name = 'never-read'", r => r.GetInt64(0)));
    }
}
