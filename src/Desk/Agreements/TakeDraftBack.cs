namespace FirstContact.Agreements;

/// <summary>Takes the draft back to write it anew.</summary>
public sealed record TakeDraftBack(AgreementId Id, string? Reason) : Command<Agreement>
{
    public override Permission Needs => AgreementPermissions.See;

    protected override Store<Agreement> StoreOf(Work work) => work.Agreements;

    public override Task<Result<Agreement>> Do(Work work) => Speaking.Change(work, Id, a => a.TakeBack(Reason));
}
