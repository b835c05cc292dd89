namespace FirstContact.Agreements;

/// <summary>A company outside that does work for the desk: tickets wait for it, and contracts with it say how long.</summary>
public sealed record Supplier : IAggregate<Supplier>
{
    public const int LongestName = 80, LongestContact = 500;

    public static string Subject => "supplier";

    public SupplierId Id { get; init; }
    public int Version { get; init; }
    public SupplierDetails Details { get; init; } = new("", "");
    public bool Retired { get; init; }

    public string Name => Details.Name;
    public long Key => Id.Value;
    public Named<SupplierId> Named => new(Id, Name);

    public static Decision Add(SupplierDetails details) => details.Tidy is var to && to.Wrong is { } no ? no : new SupplierAdded(to);

    public Decision Change(SupplierDetails details) => details.Tidy is var to && to.Wrong is { } no ? no : to == Details ? Decision.Nothing : new SupplierChanged(Details, to);

    public Decision Retire() => Retired ? Decision.Nothing : new SupplierRetired(Name);

    public Decision Restore() => Retired ? new SupplierRestored(Name) : Decision.Nothing;

    public Supplier Apply(Event happened, By by) => Changed(happened) with { Version = Version + 1 };

    private Supplier Changed(Event happened) => happened switch
    {
        SupplierAdded e => this with { Details = e.Details },
        SupplierChanged e => this with { Details = e.To },
        SupplierRetired => this with { Retired = true },
        SupplierRestored => this with { Retired = false },
        _ => throw new NotSupportedException($"A supplier knows nothing of {happened.GetType().Name}."),
    };
}

/// <param name="Contact">How to reach them: numbers, addresses, the customer number.</param>
public sealed record SupplierDetails(string Name, string Contact)
{
    internal SupplierDetails Tidy => new((Name ?? "").Trim(), (Contact ?? "").Trim());

    internal Error? Wrong => Error.Of(
        Name.IsBlank ? AgreementErrors.SupplierNameMissing : Name.IsLongerThan(Supplier.LongestName) ? AgreementErrors.SupplierNameTooLong : null,
        Contact.IsLongerThan(Supplier.LongestContact) ? AgreementErrors.SupplierContactTooLong : null);
}
