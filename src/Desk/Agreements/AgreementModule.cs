namespace FirstContact.Agreements;

/// <summary>The door of the slice. Agreements and suppliers are few: all are kept in memory.</summary>
public static class AgreementModule
{
    extension(Work work)
    {
        public AgreementStore Agreements => new(work);

        public SupplierStore Suppliers => new(work);
    }

    extension(Reader read)
    {
        /// <summary>All of them, those that have ended too, by title.</summary>
        internal ValueTask<IReadOnlyList<Agreement>> Agreements() => read.Kept(Agreement.Subject, AgreementStore.All);

        /// <summary>All of them, the retired ones too, by name.</summary>
        internal ValueTask<IReadOnlyList<Supplier>> Suppliers() => read.Kept(Supplier.Subject, SupplierStore.All);
    }
}
