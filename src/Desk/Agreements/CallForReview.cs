namespace FirstContact.Agreements;

/// <summary>Tells both sides that the review is due soon, or was; each once. Whoever asks when nothing is to be said changes nothing.</summary>
public sealed record CallForReview(AgreementId Id) : Command<Agreement>
{
    public override Permission Needs => AgreementPermissions.Manage;

    protected override Store<Agreement> StoreOf(Work work) => work.Agreements;

    public override Task<Result<Agreement>> Do(Work work) => work.Agreements.Change(Id.Value, a => a.CallForReview(work.By, work.By.At.InUtc().Date));
}
