namespace FirstContact.Agreements;

/// <summary>Tickets may wait for it again.</summary>
public sealed record RestoreSupplier(SupplierId Id) : Command<Supplier>
{
    public override Permission Needs => AgreementPermissions.Manage;

    protected override Store<Supplier> StoreOf(Work work) => work.Suppliers;

    public override Task<Result<Supplier>> Do(Work work) => work.Suppliers.Change(Id.Value, s => s.Restore());
}
