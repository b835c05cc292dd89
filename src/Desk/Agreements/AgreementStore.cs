using System.Data.Common;

namespace FirstContact.Agreements;

/// <summary>The only SQL that writes agreements.</summary>
public sealed class AgreementStore(Work work) : Store<Agreement>(work)
{
    private const string Select = "select id, version, kind, parties, habits, on_table, drafts, versions, review_due, reviewed_on, ends_at, called from agreement";

    protected override string Table => Agreement.Subject;
    protected override Error NotFound => AgreementErrors.NotFound;

    protected override Agreement Blank(long id) => new() { Id = new(id) };

    protected override Task<Agreement?> Find(long id) => One(Work.Read, new(id));

    internal static Task<Agreement?> One(Reader read, AgreementId id) => read.One($"{Select} where id = @id", Of, ("@id", id));

    internal static async Task<IReadOnlyList<Agreement>> All(Reader read) => await read.List($"{Select} order by lower(title), id", Of);

    protected override (string, object?)[] Row(Agreement a) =>
    [
        ("kind", a.Kind), ("title", a.Title), ("parties", DeskJson.Write(a.Parties)), ("habits", a.Habits is { } habits ? DeskJson.Write(habits) : null),
        ("on_table", a.Table is { } table ? DeskJson.Write(table) : null), ("drafts", a.Drafts), ("versions", DeskJson.Write(a.Versions)),
        ("review_due", a.ReviewDue), ("reviewed_on", a.ReviewedOn), ("ends_at", a.EndsAt), ("called", a.Called is { } called ? DeskJson.Write(called) : null),
    ];

    private static Agreement Of(DbDataReader r) => new()
    {
        Id = new(r.GetInt64(0)), Version = r.GetInt32(1), Kind = r.Word<AgreementKind>(2), Parties = DeskJson.Read<Parties>(r.GetString(3)),
        Habits = r.TextOrNull(4) is { } habits ? DeskJson.Read<Terms>(habits) : null, Table = r.TextOrNull(5) is { } table ? DeskJson.Read<Table>(table) : null,
        Drafts = r.GetInt32(6), Versions = DeskJson.Read<Seq<SignedVersion>>(r.GetString(7)),
        ReviewDue = r.TextOrNull(8) is null ? null : r.Day(8), ReviewedOn = r.TextOrNull(9) is null ? null : r.Day(9), EndsAt = r.InstantOrNull(10),
        Called = r.TextOrNull(11) is { } called ? DeskJson.Read<ReviewCall>(called) : null,
    };
}
