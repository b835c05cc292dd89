using System.Data.Common;
using FirstContact.Services;

namespace FirstContact.Guides;

/// <summary>The only SQL that writes guides. A category that has none has no row.</summary>
public sealed class GuideStore(Work work) : Store<Guide>(work)
{
    private const string Select = "select id, version, questions from guide";

    protected override string Table => "guide";
    protected override Error NotFound => ServiceErrors.CategoryNotFound;

    protected override Guide Blank(long id) => new() { Id = new(id) };

    protected override Task<Guide?> Find(long id) => Work.Read.One($"{Select} where id = @id", Fill, ("@id", id));

    protected override (string, object?)[] Row(Guide g) => [("questions", DeskJson.Write(g.Questions))];

    /// <summary>The first time makes the row.</summary>
    public async Task<Result<Guide>> Change(CategoryId id, Func<Guide, Decision> verb)
    {
        if (await Find(id.Value) is not null) return await Change(id.Value, verb);
        return Work.Call.Expects is { } version and not 0 ? Errors.Stale : Create(id.Value, verb(Blank(id.Value)));
    }

    internal static async Task<IReadOnlyDictionary<CategoryId, Guide>> All(Reader read) => (await read.List(Select, Fill)).ToDictionary(g => g.Id);

    private static Guide Fill(DbDataReader r) => new() { Id = new(r.GetInt64(0)), Version = r.GetInt32(1), Questions = DeskJson.Read<Seq<GuideQuestion>>(r.GetString(2)) };
}
