namespace FirstContact.Agreements;

/// <summary>Ends the negotiation; what holds goes on.</summary>
public sealed record DropDraft(AgreementId Id, string? Reason) : Command<Agreement>
{
    public override Permission Needs => AgreementPermissions.See;

    protected override Store<Agreement> StoreOf(Work work) => work.Agreements;

    public override Task<Result<Agreement>> Do(Work work) => Speaking.Change(work, Id, a => a.DropDraft(Reason));
}
