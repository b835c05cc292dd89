using System.Data.Common;

namespace FirstContact.Exceptions;

/// <summary>The only SQL that writes exceptions.</summary>
public sealed class ExceptionStore(Work work) : Store<CustomerException>(work)
{
    internal const string Names = "e.id, e.version, e.ticket, e.person, e.state, e.may_name, e.ending_read, e.recorded_at, e.ended_at, e.details, e.questions, e.ending, e.process, c.name";
    internal const string Tables = "customer_exception e left join process c on c.id = e.process";
    internal const string Select = $"select {Names} from {Tables}";

    protected override string Table => "customer_exception";
    protected override Error NotFound => ExceptionErrors.NotFound;

    protected override CustomerException Blank(long id) => new() { Id = new(id) };

    protected override Task<CustomerException?> Find(long id) => Work.Read.One($"{Select} where e.id = @id", Of, ("@id", id));

    internal static async Task<IReadOnlyList<CustomerException>> Live(Reader read) =>
        await read.List($"{Select} where e.state in ('Waiting', 'Asked') or (e.state = 'Ended' and e.ending_read = 0) order by e.id", Of);

    protected override (string, object?)[] Row(CustomerException e) =>
    [
        ("ticket", e.Ticket), ("person", e.Person), ("process", e.Details.Process?.Id), ("state", e.State), ("outcome", e.Ending?.Outcome), ("may_name", e.MayName ? 1 : 0), ("ending_read", e.Read ? 1 : 0),
        ("recorded_at", e.RecordedAt), ("ended_at", e.EndedAt), ("details", DeskJson.Write(e.Details)), ("questions", DeskJson.Write(e.Questions)), ("ending", e.Ending is { } ending ? DeskJson.Write(ending) : null),
    ];

    internal static CustomerException Of(DbDataReader r)
    {
        var details = DeskJson.Read<ExceptionDetails>(r.GetString(9));
        return new()
        {
            Id = new(r.GetInt64(0)), Version = r.GetInt32(1), Ticket = new(r.GetInt64(2)), Person = new(r.GetInt64(3)), State = r.Word<ExceptionState>(4), MayName = r.Flag(5), Read = r.Flag(6),
            RecordedAt = r.Instant(7), EndedAt = r.InstantOrNull(8), Questions = DeskJson.Read<Seq<ExceptionQuestion>>(r.GetString(10)), Ending = r.TextOrNull(11) is { } ending ? DeskJson.Read<ExceptionEnding>(ending) : null,
            // Under the name of today.
            Details = r.NumberOrNull(12) is { } process ? details with { Process = new(new(process), r.GetString(13)), Rule = r.GetString(13) } : details,
        };
    }
}
