using System.Data.Common;

namespace FirstContact.Macros;

/// <summary>The only SQL that writes text blocks.</summary>
public sealed class TextBlockStore(Work work) : Store<TextBlock>(work)
{
    private const string Select = "select b.id, b.version, b.details, b.active, b.team, t.name from text_block b left join team t on t.id = b.team";

    protected override string Table => "text_block";
    protected override Error NotFound => MacroErrors.BlockNotFound;

    protected override TextBlock Blank(long id) => new() { Id = new(id) };

    protected override Task<TextBlock?> Find(long id) => Work.Read.One($"{Select} where b.id = @id", Of, ("@id", id));

    internal static async Task<IReadOnlyList<TextBlock>> All(Reader read) => await read.List($"{Select} order by b.name, b.id", Of);

    protected override (string, object?)[] Row(TextBlock b) => [("name", b.Name), ("team", b.Details.Team?.Id), ("details", DeskJson.Write(b.Details)), ("active", b.Active ? 1 : 0)];

    private static TextBlock Of(DbDataReader r) => new()
    {
        Id = new(r.GetInt64(0)), Version = r.GetInt32(1), Details = DeskJson.Read<TextBlockDetails>(r.GetString(2)) with { Team = Keeping.Team(r, 4) }, Active = r.Flag(3),
    };
}

/// <summary>The only SQL that writes macros.</summary>
public sealed class MacroStore(Work work) : Store<Macro>(work)
{
    private const string Select = "select m.id, m.version, m.details, m.active, m.team, t.name from macro m left join team t on t.id = m.team";

    protected override string Table => "macro";
    protected override Error NotFound => MacroErrors.NotFound;

    protected override Macro Blank(long id) => new() { Id = new(id) };

    protected override Task<Macro?> Find(long id) => Work.Read.One($"{Select} where m.id = @id", Of, ("@id", id));

    internal static async Task<IReadOnlyList<Macro>> All(Reader read) => await read.List($"{Select} order by m.name, m.id", Of);

    protected override (string, object?)[] Row(Macro m) => [("name", m.Name), ("team", m.Details.Team?.Id), ("details", DeskJson.Write(m.Details)), ("active", m.Active ? 1 : 0)];

    private static Macro Of(DbDataReader r) => new()
    {
        Id = new(r.GetInt64(0)), Version = r.GetInt32(1), Details = DeskJson.Read<MacroDetails>(r.GetString(2)) with { Team = Keeping.Team(r, 4) }, Active = r.Flag(3),
    };
}

/// <summary>The only SQL that writes ticket templates.</summary>
public sealed class TicketTemplateStore(Work work) : Store<TicketTemplate>(work)
{
    private const string Select = "select p.id, p.version, p.details, p.active, p.team, t.name from ticket_template p left join team t on t.id = p.team";

    protected override string Table => "ticket_template";
    protected override Error NotFound => MacroErrors.TemplateNotFound;

    protected override TicketTemplate Blank(long id) => new() { Id = new(id) };

    protected override Task<TicketTemplate?> Find(long id) => Work.Read.One($"{Select} where p.id = @id", Of, ("@id", id));

    internal static async Task<IReadOnlyList<TicketTemplate>> All(Reader read) => await read.List($"{Select} order by p.name, p.id", Of);

    protected override (string, object?)[] Row(TicketTemplate p) => [("name", p.Name), ("team", p.Details.Team?.Id), ("details", DeskJson.Write(p.Details)), ("active", p.Active ? 1 : 0)];

    private static TicketTemplate Of(DbDataReader r) => new()
    {
        Id = new(r.GetInt64(0)), Version = r.GetInt32(1), Details = DeskJson.Read<TemplateDetails>(r.GetString(2)) with { Team = Keeping.Team(r, 4) }, Active = r.Flag(3),
    };
}
