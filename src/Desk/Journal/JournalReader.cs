using System.Data.Common;

namespace FirstContact.Journal;

/// <summary>Reads on from a position, or the life of one subject.</summary>
public sealed class JournalReader(EventCatalogue catalogue)
{
    private const string Columns = "j.\"transaction\", j.position, j.subject, j.key, j.event, j.version, j.actor, j.cause, j.at, j.body";

    public Task<List<Entry>> After(Reader read, Position last, int most) => read.List($"""
        select {Columns} from journal j where {JournalOrder.Behind(read.Database)} order by {JournalOrder.By(read.Database)} limit @most
        """, Fill, ("@transaction", last.Transaction), ("@position", last.Number), ("@most", most));

    /// <param name="from">How many of its first entries to leave out: the version that was seen already.</param>
    /// <param name="most">How many there are to be: the version that was read, so that both are of one moment.</param>
    public Task<List<Entry>> Of(Reader read, string subject, long key, int from = 0, int most = 100_000) => read.List($"""
        select {Columns} from journal j where j.subject = @subject and j.key = @key order by j.position limit @most offset @from
        """, r => Fill(r, catalogue.Again(r.GetString(4), r.GetInt32(5), r.GetString(9))), ("@subject", subject), ("@key", key), ("@from", from), ("@most", most));

    /// <summary>The life of several subjects together, in the order in which all of it happened.</summary>
    public Task<List<Entry>> OfMany(Reader read, string subject, IEnumerable<long> keys) => read.List($"""
        select {Columns} from journal j where j.subject = @subject and j.key in ({read.Database.Sql("select value from json_each(@keys)", "select cast(jsonb_array_elements_text(cast(@keys as jsonb)) as bigint)")})
        order by j.position limit 100000
        """, r => Fill(r, catalogue.Again(r.GetString(4), r.GetInt32(5), r.GetString(9))), ("@subject", subject), ("@keys", $"[{string.Join(',', keys)}]"));

    /// <summary>The entry of this number.</summary>
    public Task<Entry?> At(Reader read, long number) => read.One($"select {Columns} from journal j where j.position = @position", Fill, ("@position", number));

    private Entry Fill(DbDataReader r) => Fill(r, catalogue.Read(r.GetString(4), r.GetInt32(5), r.GetString(9)));

    private static Entry Fill(DbDataReader r, Event happened) =>
        new(new(r.GetInt64(0), r.GetInt64(1)), r.GetString(2), r.GetInt64(3), happened, new(r.GetInt64(6)), r.GetString(7), r.Instant(8));
}
