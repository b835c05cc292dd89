namespace FirstContact.Agreements;

/// <summary>Takes what the other side has offered instead.</summary>
public sealed record AcceptCounter(AgreementId Id, Side Side, string Clause) : Command<Agreement>
{
    public override Permission Needs => AgreementPermissions.See;

    protected override Store<Agreement> StoreOf(Work work) => work.Agreements;

    public override Task<Result<Agreement>> Do(Work work) => Speaking.Change(work, Id, Side, a => a.AcceptCounter(Side, Clause));
}
