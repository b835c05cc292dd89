namespace FirstContact.Agreements;

/// <summary>A draft from what holds now, or from how it is done today.</summary>
public sealed record BeginDraft(AgreementId Id, string? Why) : Command<Agreement>
{
    public override Permission Needs => AgreementPermissions.See;

    protected override Store<Agreement> StoreOf(Work work) => work.Agreements;

    public override Task<Result<Agreement>> Do(Work work) => Speaking.Change(work, Id, a => a.BeginDraft(work.By, Why));
}
