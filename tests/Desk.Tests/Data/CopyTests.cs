using FirstContact.Policies;
using FirstContact.Tickets;

namespace FirstContact.Data;

public sealed class CopyTests : IDisposable
{
    private static readonly Call Timer = new(Caller.Desk, "test");
    private readonly string _folder = Directory.CreateTempSubdirectory("firstcontact-copies-").FullName;

    public static TheoryData<string> Engines => TestDatabase.Engines;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory, MemberData(nameof(Engines))]
    public async Task A_busy_desk_is_copied_whole_and_goes_on_elsewhere_without_a_gap(string engine)
    {
        var file = Path.Combine(_folder, "desk.copy");
        Holding copied, atTheEnd;
        await using (var busy = await Node.Start(await WithWitness(await TestDatabase.Fresh(engine)), new Witness()))
        {
            var stop = new CancellationTokenSource();
            var writers = Enumerable.Range(0, 4).Select(_ => WriteUntil(busy, stop.Token)).ToArray();
            await Patience.Until(async () => await Count(busy, "ticket") > 200);
            var before = await Count(busy, "ticket");
            copied = await DeskCopy.Save(busy.Database, file, overwrite: false);
            await stop.CancelAsync();
            await Task.WhenAll(writers);
            atTheEnd = (await busy.Database.Holds())!;
            Assert.InRange(copied.Tickets, before, atTheEnd.Tickets);
            Assert.Equal(copied.Tickets, copied.Entries); // consistent: one entry a ticket, at whatever moment
            await Patience.Until(async () => await Count(busy, "witness") == atTheEnd.Entries);
        }
        Assert.False(File.Exists(DeskCopy.Growing(file)));

        using var cluster = engine == "postgres" ? TestPostgres.Another(out var server) : Nothing(out server);
        var elsewhere = engine == "postgres" ? await TestPostgres.EmptyDatabase(server) : $"Data Source={Path.Combine(_folder, "elsewhere.db")}";
        await using (var database = Database.From(elsewhere)) Assert.Equal(copied, await DeskCopy.Load(database, file));

        await using var node = await Node.Start(elsewhere, new Witness());
        for (var i = 0; i < 5; i++) await Open(node);
        await Patience.Until(async () => await Count(node, "witness") == copied.Entries + 5);
        if (engine == "postgres") Assert.True(await Count(node, "journal where \"transaction\" < 0") == copied.Entries, "The journal was not rebased: the second cluster is no younger.");
        Assert.Equal(0, await Count(node, "subscriber where poison is not null"));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Nothing_is_overwritten(string engine)
    {
        var file = Path.Combine(_folder, "desk.copy");
        await using var node = await Node.Fresh(engine);
        await Open(node);
        await DeskCopy.Save(node.Database, file, overwrite: false);

        Assert.Contains("there already", await Refused(() => DeskCopy.Save(node.Database, file, overwrite: false)), StringComparison.Ordinal);
        Assert.Equal(1, (await DeskCopy.Save(node.Database, file, overwrite: true)).Tickets);
        Assert.Contains("2 people, 1 ticket and 1 journal entry", await Refused(() => DeskCopy.Load(node.Database, file)), StringComparison.Ordinal);
        Assert.Contains("no file", await Refused(() => DeskCopy.Load(node.Database, file + ".other")), StringComparison.Ordinal);
        Assert.Contains("is a folder", await Refused(() => DeskCopy.Save(node.Database, _folder, overwrite: true)), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_damaged_copy_or_another_file_is_refused_and_leaves_the_database_alone(string engine)
    {
        var file = Path.Combine(_folder, "desk.copy");
        await using (var node = await Node.Fresh(engine))
        {
            for (var i = 0; i < 50; i++) await Open(node);
            await DeskCopy.Save(node.Database, file, overwrite: false);
        }
        var bytes = await File.ReadAllBytesAsync(file);
        await File.WriteAllBytesAsync(file + ".half", bytes[..(bytes.Length / 2)]);
        await File.WriteAllTextAsync(file + ".text", "This is no desk.");
        await using var empty = Database.From(await TestDatabase.Empty(engine));

        foreach (var wrong in (string[])[".half", ".text"])
            Assert.Contains(Path.GetFileName(file), await Refused(() => DeskCopy.Load(empty, file + wrong)), StringComparison.Ordinal);
        Assert.True((await empty.Holds())!.IsEmpty);

        // A desk that was made and never used makes room.
        Assert.Equal(50, (await DeskCopy.Load(empty, file)).Tickets);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Where_no_desk_is_there_is_nothing_to_copy(string engine)
    {
        var connection = engine == "postgres" ? await TestPostgres.EmptyDatabase() : $"Data Source={Path.Combine(_folder, "none.db")}";
        await using var database = Database.From(connection);
        Assert.Null(await database.Holds());
        Assert.Contains("no desk", await Refused(() => DeskCopy.Save(database, Path.Combine(_folder, "x"), overwrite: false)), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    private static async Task<string> Refused(Func<Task> copying) => (await Assert.ThrowsAsync<CopyException>(copying)).Message;

    private static async Task<string> WithWitness(string connection)
    {
        await using var database = Database.From(connection);
        await database.Commit([new Statement("create table witness (position bigint primary key)")]);
        return connection;
    }

    private static async Task WriteUntil(Node node, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested) await Open(node);
    }

    private static Task<Ticket> Open(Node node) =>
        node.Done(new OpenTicket(TicketKind.Incident, Channel.Phone, "Labels", "They are blank", TestDatabase.HelensAddress, Level.Low, Level.Low), Timer);

    private static async Task<long> Count(Node node, string what)
    {
        await using var read = await node.Database.Read();
        return await read.One($"select count(*) from {what}", r => r.GetInt64(0));
    }

    private static MemoryStream Nothing(out string server)
    {
        server = "";
        return new();
    }

    /// <summary>Writes down every entry it reads, and cannot write one down twice.</summary>
    private sealed class Witness : Subscriber
    {
        public override string Name => "witness";
        public override string Title => "Sees everything once";

        public override IEnumerable<Write> Rows(Database database, IReadOnlyList<Entry> entries) =>
            entries.Select(e => new Statement("insert into witness (position) values (@position)", ("@position", e.Position.Number)));

        public override Statement? Forget(Database database) => new("delete from witness");
    }
}
