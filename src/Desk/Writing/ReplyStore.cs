using System.Data.Common;

namespace FirstContact.Writing;

/// <summary>The only SQL that writes replies on their way.</summary>
public sealed class ReplyStore(Work work) : Store<Reply>(work)
{
    internal const string Columns = "r.id, r.version, r.ticket, r.author, p.name, r.state, r.leaves, r.scheduled, r.seen, r.words, r.written_at, r.stopped";

    /// <summary>True of a reply <c>r</c> that has not left and was not taken back; in the words of its index.</summary>
    internal const string IsHere = "r.state in ('Waiting', 'Stopped')";

    protected override string Table => "reply";
    protected override Error NotFound => WritingErrors.NotFound;

    protected override Reply Blank(long id) => new() { Id = new(id) };

    protected override Task<Reply?> Find(long id) => Work.Read.One($"select {Columns} from reply r join person p on p.id = r.author where r.id = @id", Fill, ("@id", id));

    internal static Reply Fill(DbDataReader r) => new()
    {
        Id = new(r.GetInt64(0)), Version = r.GetInt32(1), Ticket = new(r.GetInt64(2)), Author = new(new(r.GetInt64(3)), r.GetString(4)), State = r.Word<ReplyState>(5), Leaves = r.Instant(6),
        Scheduled = r.Flag(7), Seen = r.GetInt32(8), Words = DeskJson.Read<ReplyWords>(r.GetString(9)), WrittenAt = r.Instant(10), Stopped = r.TextOrNull(11),
    };

    protected override (string, object?)[] Row(Reply r) =>
    [
        ("ticket", r.Ticket), ("author", r.Author.Id), ("state", r.State), ("leaves", r.Leaves), ("scheduled", r.Scheduled ? 1 : 0), ("seen", r.Seen),
        ("words", DeskJson.Write(r.Words)), ("written_at", r.WrittenAt), ("stopped", r.Stopped),
    ];

    // Who looks at the ticket sees what is on its way from it.
    protected override IEnumerable<Write> Besides(Reply before, Reply after)
    {
        Work.Ring($"ticket/{after.Ticket.Value}");
        return [];
    }
}
