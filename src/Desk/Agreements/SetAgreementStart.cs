namespace FirstContact.Agreements;

/// <summary>From which day the draft is to hold, and whether for open tickets as well.</summary>
public sealed record SetAgreementStart(AgreementId Id, LocalDate? From, bool ForOpen, string Zone = "UTC") : Command<Agreement>
{
    public override Permission Needs => AgreementPermissions.See;

    protected override Store<Agreement> StoreOf(Work work) => work.Agreements;

    public override Task<Result<Agreement>> Do(Work work) => Speaking.Change(work, Id, a => a.SetStart(work.By, From, ForOpen, Speaking.Today(work, Zone), Speaking.StartOf(Zone)));
}
