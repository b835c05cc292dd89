using System.Data.Common;

namespace FirstContact.Agreements;

/// <summary>The only SQL that writes suppliers.</summary>
public sealed class SupplierStore(Work work) : Store<Supplier>(work)
{
    private const string Select = "select id, version, name, contact, retired from supplier";

    protected override string Table => Supplier.Subject;
    protected override Error NotFound => AgreementErrors.SupplierNotFound;

    protected override Supplier Blank(long id) => new() { Id = new(id) };

    protected override Task<Supplier?> Find(long id) => Work.Read.One($"{Select} where id = @id", Of, ("@id", id));

    internal static async Task<IReadOnlyList<Supplier>> All(Reader read) => await read.List($"{Select} order by lower(name), id", Of);

    protected override (string, object?)[] Row(Supplier s) => [("name", s.Name), ("contact", s.Details.Contact), ("retired", s.Retired ? 1 : 0)];

    private static Supplier Of(DbDataReader r) => new() { Id = new(r.GetInt64(0)), Version = r.GetInt32(1), Details = new(r.GetString(2), r.GetString(3)), Retired = r.Flag(4) };
}
