using System.Data.Common;

namespace FirstContact.Majors;

/// <summary>The only SQL that writes major incidents.</summary>
public sealed class MajorStore(Work work) : Store<MajorIncident>(work)
{
    internal const string Select = "select m.id, m.version, m.ticket, m.declared_at, m.news_due, m.news, m.last_words, m.last_at, m.over_at, m.details, m.review, t.kind from major m join ticket t on t.id = m.ticket";

    protected override string Table => MajorIncident.Subject;
    protected override Error NotFound => MajorErrors.NotFound;

    protected override MajorIncident Blank(long id) => new() { Id = new(id) };

    protected override Task<MajorIncident?> Find(long id) => One(Work.Read, new(id));

    internal static Task<MajorIncident?> One(Reader read, MajorId id) => read.One($"{Select} where m.id = @id", Of, ("@id", id));

    internal static async Task<IReadOnlyList<MajorIncident>> Live(Reader read) => await read.List($"{Select} where m.over_at is null or m.review is null order by m.id", Of);

    protected override (string, object?)[] Row(MajorIncident m) =>
    [
        ("ticket", m.Ticket.Id), ("lead", m.Details.Lead.Id), ("declared_at", m.DeclaredAt), ("news_due", m.NewsDue), ("news", m.News), ("last_words", m.LastWords), ("last_at", m.LastAt),
        ("over_at", m.OverAt), ("details", DeskJson.Write(m.Details)), ("review", m.Review is { } review ? DeskJson.Write(review) : null),
    ];

    internal static MajorIncident Of(DbDataReader r) => new()
    {
        Id = new(r.GetInt64(0)), Version = r.GetInt32(1), Ticket = new(new(r.GetInt64(2)), Tickets.TicketNumber.Of(r.Word<Tickets.TicketKind>(11), new(r.GetInt64(2)))), DeclaredAt = r.Instant(3), NewsDue = r.InstantOrNull(4),
        News = r.GetInt32(5), LastWords = r.GetString(6), LastAt = r.InstantOrNull(7), OverAt = r.InstantOrNull(8),
        Details = DeskJson.Read<MajorDetails>(r.GetString(9)), Review = r.TextOrNull(10) is { } review ? DeskJson.Read<MajorReview>(review) : null,
    };
}
