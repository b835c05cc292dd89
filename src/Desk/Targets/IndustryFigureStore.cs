using System.Data.Common;

namespace FirstContact.Targets;

/// <summary>The only SQL that writes figures of the industry.</summary>
public sealed class IndustryFigureStore(Work work) : Store<IndustryFigure>(work)
{
    private const string Select = "select id, version, removed, terms from industry_figure";

    protected override string Table => "industry_figure";
    protected override Error NotFound => TargetErrors.FigureNotFound;

    protected override IndustryFigure Blank(long id) => new() { Id = new(id) };

    protected override Task<IndustryFigure?> Find(long id) => Work.Read.One($"{Select} where id = @id", Of, ("@id", id));

    /// <summary>Those that are there, by measure, the newest first.</summary>
    internal static async Task<IReadOnlyList<IndustryFigure>> All(Reader read) => [.. (await read.List($"{Select} where removed = 0 order by id", Of)).OrderBy(f => f.Terms.Measure).ThenByDescending(f => f.Terms.Year)];

    protected override (string, object?)[] Row(IndustryFigure f) => [("removed", f.Removed ? 1 : 0), ("terms", DeskJson.Write(f.Terms))];

    private static IndustryFigure Of(DbDataReader r) => new() { Id = new(r.GetInt64(0)), Version = r.GetInt32(1), Removed = r.Flag(2), Terms = DeskJson.Read<FigureTerms>(r.GetString(3)) };
}
