using System.Data.Common;

namespace FirstContact.Journal;

/// <summary>Reads on from a position, or the life of one subject.</summary>
public sealed class JournalReader(EventCatalogue catalogue)
{
    private const string Columns = "\"transaction\", position, subject, key, event, version, actor, cause, at, body";

    public Task<List<Entry>> After(Reader read, Position last, int most) => read.List($"""
        select {Columns} from journal
        where ("transaction", position) > (@transaction, @position) and {read.Database.Settled}
        order by "transaction", position limit @most
        """, Fill, ("@transaction", last.Transaction), ("@position", last.Number), ("@most", most));

    /// <param name="from">How many of its first entries to leave out: the version that was seen already.</param>
    public Task<List<Entry>> Of(Reader read, string subject, long key, int from = 0) => read.List($"""
        select {Columns} from journal where subject = @subject and key = @key order by position limit 100000 offset @from
        """, Fill, ("@subject", subject), ("@key", key), ("@from", from));

    private Entry Fill(DbDataReader r) => new(
        new(r.GetInt64(0), r.GetInt64(1)), r.GetString(2), r.GetInt64(3),
        catalogue.Read(r.GetString(4), r.GetInt32(5), r.GetString(9)), new(r.GetInt64(6)), r.GetString(7), r.Instant(8));
}
