using System.Data.Common;

namespace FirstContact.Journal;

/// <summary>Reads on from a position, or the life of one subject.</summary>
public sealed class JournalReader(EventCatalogue catalogue)
{
    private const int MostOfOneLife = 100_000;
    private const string Columns = "j.\"transaction\", j.position, j.subject, j.key, j.event, j.version, j.actor, j.cause, j.at, j.body";

    public Task<List<Entry>> After(Reader read, Position last, int most) => read.List($"""
        select {Columns} from journal j where {JournalOrder.Behind(read.Database)} order by {JournalOrder.By(read.Database)} limit {most}
        """, Fill, ("@transaction", last.Transaction), ("@position", last.Number));

    /// <param name="from">How many of its first entries to leave out: the version that was seen already.</param>
    public Task<List<Entry>> Of(Reader read, string subject, long key, int from = 0) => read.List($"""
        select {Columns} from journal j where j.subject = @subject and j.key = @key order by j.position limit {MostOfOneLife} {(from == 0 ? "" : "offset @from")}
        """, r => Fill(r, catalogue.Again(r.GetString(4), r.GetInt32(5), r.GetString(9))), [("@subject", subject), ("@key", key), .. from == 0 ? [] : (IEnumerable<(string, object?)>)[("@from", from)]]);

    /// <summary>The life of several subjects together, in the order in which all of it happened.</summary>
    /// <param name="only">The stored names of the events that are asked for; none for all.</param>
    public Task<List<Entry>> OfMany(Reader read, string subject, IEnumerable<long> keys, params IReadOnlyList<string> only) => read.List($"""
        select {Columns} from journal j where j.subject = @subject and j.key {read.Database.IsAmong("@keys")} {(only.Count == 0 ? "" : $"and j.event in ({string.Join(", ", only.Select((_, i) => $"@event{i}"))})")}
        order by j.position limit {MostOfOneLife}
        """, r => Fill(r, catalogue.Again(r.GetString(4), r.GetInt32(5), r.GetString(9))), [("@subject", subject), ("@keys", read.Database.Ids(keys)), .. only.Select((name, i) => ($"@event{i}", (object?)name))]);

    /// <summary>The entry of this number.</summary>
    public Task<Entry?> At(Reader read, long number) => read.One($"select {Columns} from journal j where j.position = @position", Fill, ("@position", number));

    private Entry Fill(DbDataReader r) => Fill(r, catalogue.Read(r.GetString(4), r.GetInt32(5), r.GetString(9)));

    private static Entry Fill(DbDataReader r, Event happened) =>
        new(new(r.GetInt64(0), r.GetInt64(1)), r.GetString(2), r.GetInt64(3), happened, new(r.GetInt64(6)), r.GetString(7), r.Instant(8));
}
