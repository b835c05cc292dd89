namespace FirstContact.Agreements;

/// <summary>What came of a review, and when the next is.</summary>
public sealed record ReviewAgreement(AgreementId Id, string? Minutes, LocalDate? Next, string Zone = "UTC") : Command<Agreement>
{
    public override Permission Needs => AgreementPermissions.See;

    protected override Store<Agreement> StoreOf(Work work) => work.Agreements;

    public override Task<Result<Agreement>> Do(Work work) => Speaking.Change(work, Id, a => a.Review(work.By, Speaking.Today(work, Zone), Minutes, Next));
}
