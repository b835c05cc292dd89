using System.Data.Common;

namespace FirstContact.Gaps;

/// <summary>The only SQL that writes what is planned about gaps. One that nobody has planned has no row.</summary>
public sealed class GapStore(Work work) : Store<Gap>(work)
{
    internal const string Columns = "id, version, plan";

    protected override string Table => "gap";
    protected override Error NotFound => GapErrors.NotFound;

    protected override Gap Blank(long id) => new() { Id = new(id) };

    protected override Task<Gap?> Find(long id) => Work.Read.One($"select {Columns} from gap where id = @id", r => Fill(r), ("@id", id));

    // Beside the plan stands what the tickets are counted by.
    protected override (string, object?)[] Row(Gap g) =>
    [
        ("plan", DeskJson.Write(g.Plan)), ("category", g.Category), ("service", g.Service),
        ("from_at", Start(g, -Gap.Days)), ("done_at", Start(g, 0)), ("to_at", Start(g, Gap.Days)),
    ];

    /// <summary>The first time makes the row.</summary>
    public async Task<Result<Gap>> Change(GapId id, Func<Gap, Decision> verb)
    {
        if (await Find(id.Value) is not null) return await Change(id.Value, verb);
        return Work.Call.Expects is { } version and not 0 ? Errors.Stale : Create(id.Value, verb(Blank(id.Value)));
    }

    internal static Gap Fill(DbDataReader r, int at = 0) => new() { Id = new(r.GetInt64(at)), Version = r.GetInt32(at + 1), Plan = DeskJson.Read<GapPlan>(r.GetString(at + 2)) };

    private static Instant? Start(Gap g, int days) => g.Plan.DoneOn is { } done ? done.PlusDays(days).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant() : null;
}
