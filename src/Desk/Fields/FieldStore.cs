using System.Data.Common;

namespace FirstContact.Fields;

/// <summary>The only SQL that writes fields.</summary>
public sealed class FieldStore(Work work) : Store<Field>(work)
{
    private const string Select = "select id, version, details, active from field";

    protected override string Table => "field";
    protected override Error NotFound => FieldErrors.NotFound;

    internal static async Task<IReadOnlyList<Field>> All(Reader read) =>
        [.. (await read.List(Select, From)).OrderBy(f => f.Details.Place).ThenBy(f => f.Label, StringComparer.OrdinalIgnoreCase).ThenBy(f => f.Key)];

    protected override Field Blank(long id) => new() { Id = new(id) };

    protected override Task<Field?> Find(long id) => Work.Read.One($"{Select} where id = @id", From, ("@id", id));

    protected override (string, object?)[] Row(Field f) => [("name", f.Name.ToLowerInvariant()), ("details", DeskJson.Write(f.Details)), ("active", f.Active ? 1 : 0)];

    private static Field From(DbDataReader r) => new() { Id = new(r.GetInt64(0)), Version = r.GetInt32(1), Details = DeskJson.Read<FieldDetails>(r.GetString(2)), Active = r.Flag(3) };
}
