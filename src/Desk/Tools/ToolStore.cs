using System.Data.Common;

namespace FirstContact.Tools;

/// <summary>The only SQL that writes tools.</summary>
public sealed class ToolStore(Work work) : Store<Tool>(work)
{
    private const string Select = """
        select t.id, t.version, t.details, t.withheld, t.procedures, t.requests, t.active, t.owner, p.name
        from tool t left join person p on p.id = t.owner
        """;

    protected override string Table => "tool";
    protected override Error NotFound => ToolErrors.NotFound;

    protected override Tool Blank(long id) => new() { Id = new(id) };

    protected override Task<Tool?> Find(long id) => Work.Read.One($"{Select} where t.id = @id", Of, ("@id", id));

    internal static async Task<IReadOnlyList<Tool>> All(Reader read) => await read.List($"{Select} order by t.name, t.id", Of);

    protected override (string, object?)[] Row(Tool t) =>
    [
        ("name", t.Name), ("owner", t.Details.Owner?.Id), ("details", DeskJson.Write(t.Details)), ("withheld", DeskJson.Write(t.Withheld)),
        ("procedures", DeskJson.Write(t.Procedures)), ("requests", t.Requests), ("active", t.Active ? 1 : 0),
    ];

    private static Tool Of(DbDataReader r) => new()
    {
        Id = new(r.GetInt64(0)), Version = r.GetInt32(1), Details = DeskJson.Read<ToolDetails>(r.GetString(2)) with { Owner = Owner(r, 7) },
        Withheld = DeskJson.Read<Seq<Withholding>>(r.GetString(3)), Procedures = DeskJson.Read<Seq<Procedure>>(r.GetString(4)), Requests = r.GetInt32(5), Active = r.Flag(6),
    };

    /// <summary>Under the name of today.</summary>
    internal static Named<PersonId>? Owner(DbDataReader r, int column) => r.NumberOrNull(column) is { } owner ? new(new(owner), r.GetString(column + 1)) : null;
}

/// <summary>The only SQL that writes overlaps.</summary>
public sealed class ToolOverlapStore(Work work) : Store<ToolOverlap>(work)
{
    private const string Select = "select o.id, o.version, o.details, o.settled, o.owner, p.name from tool_overlap o left join person p on p.id = o.owner";

    protected override string Table => "tool_overlap";
    protected override Error NotFound => ToolErrors.OverlapNotFound;

    protected override ToolOverlap Blank(long id) => new() { Id = new(id) };

    protected override Task<ToolOverlap?> Find(long id) => Work.Read.One($"{Select} where o.id = @id", Of, ("@id", id));

    internal static async Task<IReadOnlyList<ToolOverlap>> All(Reader read) => await read.List($"{Select} order by o.settled, o.id", Of);

    protected override (string, object?)[] Row(ToolOverlap o) => [("owner", o.Details.Owner?.Id), ("details", DeskJson.Write(o.Details)), ("settled", o.Settled ? 1 : 0)];

    private static ToolOverlap Of(DbDataReader r) => new()
    {
        Id = new(r.GetInt64(0)), Version = r.GetInt32(1), Details = DeskJson.Read<OverlapDetails>(r.GetString(2)) with { Owner = ToolStore.Owner(r, 4) }, Settled = r.Flag(3),
    };
}
