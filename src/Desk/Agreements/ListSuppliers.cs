namespace FirstContact.Agreements;

/// <summary>All suppliers by name, the retired ones too.</summary>
public sealed record ListSuppliers : IQuery<IReadOnlyList<Supplier>>
{
    public Permission Needs => AgreementPermissions.SeeAll;

    public async Task<Result<IReadOnlyList<Supplier>>> Ask(Question question) => new(await question.Read.Suppliers(), null);
}
