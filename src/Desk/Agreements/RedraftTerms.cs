namespace FirstContact.Agreements;

/// <summary>Writes the draft, before it is put to both sides.</summary>
public sealed record RedraftTerms(AgreementId Id, Terms Terms) : Command<Agreement>
{
    public override Permission Needs => AgreementPermissions.See;

    protected override Store<Agreement> StoreOf(Work work) => work.Agreements;

    public override Task<Result<Agreement>> Do(Work work) => Speaking.Change(work, Id, a => a.Redraft(Terms));
}
