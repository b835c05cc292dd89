using FirstContact.People;

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

        /// <summary>Those for which somebody speaks.</summary>
        internal async ValueTask<IReadOnlyDictionary<long, Agreement>> SpokenFor(PersonId person) =>
            (await read.Agreements()).Where(a => a.Parties.SideOf(person) is not null).ToDictionary(a => a.Key);

        /// <summary>All versions that hold, held or will hold.</summary>
        internal ValueTask<AgreementsInForce> Promises() => read.Kept(Agreement.Subject, async r => new AgreementsInForce((await r.Agreements()).SelectMany(a => a.InForce)));

        /// <summary>All of them, the retired ones too, by name.</summary>
        internal ValueTask<IReadOnlyList<Supplier>> Suppliers() => read.Kept(Supplier.Subject, SupplierStore.All);
    }

    extension(IReadOnlyList<Supplier> suppliers)
    {
        /// <summary>The one in use that goes by this name or id.</summary>
        internal Supplier? Known(string? nameOrId) => suppliers.FirstOrDefault(s => !s.Retired && (string.Equals(s.Name, nameOrId?.Trim(), StringComparison.OrdinalIgnoreCase) || FindPerson.Number(nameOrId) == s.Key));
    }
}
