using System.Data.Common;

namespace FirstContact.Targets;

/// <summary>The only SQL that writes goals.</summary>
public sealed class TargetStore(Work work) : Store<Target>(work)
{
    private const string Select = """
        select g.id, g.version, g.retired, g.terms, g.team, t.name, g.service, s.name, g.category, c.name, g.calendar, h.name
        from target g left join team t on t.id = g.team left join service s on s.id = g.service left join category c on c.id = g.category left join calendar h on h.id = g.calendar
        """;

    protected override string Table => Target.Subject;
    protected override Error NotFound => TargetErrors.NotFound;

    protected override Target Blank(long id) => new() { Id = new(id) };

    protected override Task<Target?> Find(long id) => Work.Read.One($"{Select} where g.id = @id", Of, ("@id", id));

    /// <summary>Those that hold, in the order of their measures and as they were set.</summary>
    internal static async Task<IReadOnlyList<Target>> Holding(Reader read) => [.. (await read.List($"{Select} where g.retired = 0 order by g.id", Of)).OrderBy(t => t.Terms.Measure)];

    internal static async Task<IReadOnlyList<Target>> Retired(Reader read) => await read.List($"{Select} where g.retired = 1 order by g.id", Of);

    internal static Task<Target?> Find(Reader read, TargetId id) => read.One($"{Select} where g.id = @id", Of, ("@id", id));

    protected override (string, object?)[] Row(Target t) =>
    [
        ("team", t.Terms.For.Team?.Id), ("service", t.Terms.For.Service?.Id), ("category", t.Terms.For.Category?.Id), ("calendar", t.Terms.Hours?.Id), ("retired", t.Retired ? 1 : 0),
        ("terms", DeskJson.Write(t.Terms)), ("likeness", t.Terms.Likeness),
    ];

    private static Target Of(DbDataReader r)
    {
        var terms = DeskJson.Read<TargetTerms>(r.GetString(3));
        return new()
        {
            Id = new(r.GetInt64(0)), Version = r.GetInt32(1), Retired = r.Flag(2),
            // Under the names of today.
            Terms = terms with
            {
                For = terms.For with
                {
                    Team = r.NumberOrNull(4) is { } team ? new(new(team), r.GetString(5)) : null, Service = r.NumberOrNull(6) is { } service ? new(new(service), r.GetString(7)) : null,
                    Category = r.NumberOrNull(8) is { } category ? new(new(category), r.GetString(9)) : null,
                },
                Hours = r.NumberOrNull(10) is { } hours ? new(new(hours), r.GetString(11)) : null,
            },
        };
    }
}
