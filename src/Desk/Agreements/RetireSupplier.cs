namespace FirstContact.Agreements;

/// <summary>Tickets wait for it no more; contracts with it stay.</summary>
public sealed record RetireSupplier(SupplierId Id) : Command<Supplier>
{
    public override Permission Needs => AgreementPermissions.Manage;

    protected override Store<Supplier> StoreOf(Work work) => work.Suppliers;

    public override Task<Result<Supplier>> Do(Work work) => work.Suppliers.Change(Id.Value, s => s.Retire());
}
