namespace FirstContact.Agreements;

/// <summary>A new supplier.</summary>
public sealed record AddSupplier(SupplierDetails Details) : Command<Supplier>
{
    public override Permission Needs => AgreementPermissions.Manage;

    protected override Store<Supplier> StoreOf(Work work) => work.Suppliers;

    public override async Task<Result<Supplier>> Do(Work work) => await Taken(work, null, Details) is { } taken ? taken : await work.Suppliers.Create(Supplier.Add(Details));

    internal static async Task<Error?> Taken(Work work, SupplierId? self, SupplierDetails details) =>
        (await work.Read.Suppliers()).Any(s => s.Id != self && string.Equals(s.Name, details.Name?.Trim(), StringComparison.OrdinalIgnoreCase)) ? AgreementErrors.SupplierNameTaken : null;
}
