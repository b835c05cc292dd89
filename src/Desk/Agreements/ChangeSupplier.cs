namespace FirstContact.Agreements;

/// <summary>Another name, or other ways to reach it.</summary>
public sealed record ChangeSupplier(SupplierId Id, SupplierDetails Details) : Command<Supplier>
{
    public override Permission Needs => AgreementPermissions.Manage;

    protected override Store<Supplier> StoreOf(Work work) => work.Suppliers;

    public override async Task<Result<Supplier>> Do(Work work) => await AddSupplier.Taken(work, Id, Details) is { } taken ? taken : await work.Suppliers.Change(Id.Value, s => s.Change(Details));
}
