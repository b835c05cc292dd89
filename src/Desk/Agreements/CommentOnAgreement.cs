namespace FirstContact.Agreements;

/// <summary>A word on a clause or on the whole, by anybody who may see it.</summary>
/// <param name="Clause">By its key; blank for the whole.</param>
public sealed record CommentOnAgreement(AgreementId Id, string? Clause, string? Words) : Command<Agreement>
{
    public override Permission Needs => AgreementPermissions.See;

    protected override Store<Agreement> StoreOf(Work work) => work.Agreements;

    public override async Task<Result<Agreement>> Do(Work work) =>
        (await Speaking.Load(work, Id)).Is(out _, out var no) ? await work.Agreements.Change(Id.Value, a => a.Comment(work.By, Clause, Words)) : no;
}
