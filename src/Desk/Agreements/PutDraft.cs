namespace FirstContact.Agreements;

/// <summary>Puts the draft to both sides.</summary>
public sealed record PutDraft(AgreementId Id) : Command<Agreement>
{
    public override Permission Needs => AgreementPermissions.See;

    protected override Store<Agreement> StoreOf(Work work) => work.Agreements;

    public override Task<Result<Agreement>> Do(Work work) => Speaking.Change(work, Id, a => a.Put());
}
