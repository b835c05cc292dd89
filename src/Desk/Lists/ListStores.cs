namespace FirstContact.Lists;

/// <summary>The only SQL that writes views.</summary>
public sealed class ViewStore(Work work) : Store<View>(work)
{
    private const string Columns = "v.id, v.version, v.owner, v.name, v.sharing, v.team, t.name, v.conditions, v.columns, v.group_by, v.active";

    protected override string Table => "list_view";
    protected override Error NotFound => ListErrors.ViewNotFound;

    protected override View Blank(long id) => new() { Id = new(id) };

    protected override Task<View?> Find(long id) => Work.Read.One($"select {Columns} from list_view v left join team t on t.id = v.team where v.id = @id", Fill, ("@id", id));

    internal static async Task<IReadOnlyList<View>> All(Reader read) =>
        await read.List($"select {Columns} from list_view v left join team t on t.id = v.team where v.active = 1 order by v.name, v.id", Fill);

    protected override (string, object?)[] Row(View v) =>
    [
        ("owner", v.Owner), ("name", v.Name), ("sharing", v.Sharing), ("team", v.Team?.Id), ("conditions", DeskJson.Write(v.Conditions)),
        ("columns", DeskJson.Write(v.Columns)), ("group_by", v.GroupBy), ("active", v.Active ? 1 : 0),
    ];

    private static View Fill(System.Data.Common.DbDataReader r) => new()
    {
        Id = new(r.GetInt64(0)), Version = r.GetInt32(1), Owner = new(r.GetInt64(2)), Name = r.GetString(3), Sharing = r.Word<Sharing>(4),
        Team = r.NumberOrNull(5) is { } team ? new(new(team), r.GetString(6)) : null, Conditions = DeskJson.Read<Seq<Condition>>(r.GetString(7)),
        Columns = DeskJson.Read<Seq<string>>(r.GetString(8)), GroupBy = r.TextOrNull(9), Active = r.Flag(10),
    };
}

/// <summary>The only SQL that writes what was done to many.</summary>
public sealed class BatchStore(Work work) : Store<Batch>(work)
{
    protected override string Table => "batch";
    protected override Error NotFound => ListErrors.BatchNotFound;

    protected override Batch Blank(long id) => new() { Id = new(id) };

    protected override Task<Batch?> Find(long id) => Work.Read.One("select id, version, by_person, at, what, items, undone from batch where id = @id", r => new Batch
    {
        Id = new(r.GetInt64(0)), Version = r.GetInt32(1), By = new(r.GetInt64(2)), At = r.Instant(3), What = r.GetString(4),
        Items = DeskJson.Read<Seq<BatchItem>>(r.GetString(5)), Undone = r.TextOrNull(6) is { } undone ? DeskJson.Read<Seq<BatchItem>>(undone) : null,
    }, ("@id", id));

    protected override (string, object?)[] Row(Batch b) =>
        [("by_person", b.By), ("at", b.At), ("what", b.What), ("items", DeskJson.Write(b.Items)), ("undone", b.Undone is { } undone ? DeskJson.Write(undone) : null)];
}
