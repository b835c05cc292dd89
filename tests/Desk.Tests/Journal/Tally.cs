using FirstContact.Tickets;

namespace FirstContact.Journal;

/// <summary>Counts every entry it is given, and would count it twice if it were given it twice.</summary>
public sealed class Tally(string poison = "") : Subscriber
{
    public override string Name => "tally";
    public override string Title => "Counts entries for the tests";
    public override int Batch => 20;

    /// <summary>A title that it cannot bear, until it is mended.</summary>
    public string Poison { get; set; } = poison;

    public override IEnumerable<Write> Rows(Database database, IReadOnlyList<Entry> entries) => entries.Select(e =>
        Poison.Length > 0 && e.Event is TicketOpened opened && opened.Title == Poison
            ? throw new InvalidOperationException("I cannot bear it")
            : new Statement("insert into tally (entry, subject, key) values (@entry, @subject, @key)", ("@entry", e.Position.Number), ("@subject", e.Subject), ("@key", e.Key)));

    public override Statement Forget(Database database) => new("delete from tally");

    public static Task Prepare(Database database) => database.Commit([new Statement(database.Sql(
        "create table tally (seen integer primary key autoincrement, entry integer not null, subject text not null, key integer not null)",
        "create table tally (seen bigint generated always as identity, entry bigint not null, subject text not null, key bigint not null)"))]);

    public static async Task<List<(long Entry, string Subject, long Key)>> Counted(Database database)
    {
        await using var read = await database.Read();
        return await read.List("select entry, subject, key from tally order by seen", r => (r.GetInt64(0), r.GetString(1), r.GetInt64(2)));
    }

    public static async Task<List<(long Entry, string Subject, long Key)>> Written(Database database)
    {
        await using var read = await database.Read();
        return await read.List("select position, subject, key from journal order by position", r => (r.GetInt64(0), r.GetString(1), r.GetInt64(2)));
    }

    /// <summary>Every entry has been counted once, and those of each subject in their order.</summary>
    public static async Task IsComplete(Database database)
    {
        var written = await Written(database);
        await Patience.Until(async () => (await Counted(database)).Count >= written.Count);
        var counted = await Counted(database);
        Assert.Equal(written, counted.OrderBy(e => e.Entry));
        foreach (var subject in counted.GroupBy(e => (e.Subject, e.Key))) Assert.Equal(subject.OrderBy(e => e.Entry), subject);
    }
}
