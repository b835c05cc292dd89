namespace FirstContact.Agreements;

/// <summary>Signs the draft for a side; with the second signature it is agreed.</summary>
/// <param name="Draft">The one that was read.</param>
/// <param name="OnBehalf">Who has signed on paper for a supplier, and when; asked for there, and nowhere else.</param>
public sealed record SignDraft(AgreementId Id, Side Side, int Draft, string? OnBehalf = null, string Zone = "UTC") : Command<Agreement>
{
    public override Permission Needs => AgreementPermissions.See;

    protected override Store<Agreement> StoreOf(Work work) => work.Agreements;

    public override async Task<Result<Agreement>> Do(Work work)
    {
        var who = await work.Read.One("select name from person where id = @id", r => r.GetString(0), ("@id", work.By.Person));
        return await Speaking.Change(work, Id, Side, a => a.Parties.Of(Side).Kind == PartyKind.Supplier && OnBehalf.IsBlank
            ? AgreementErrors.OnBehalfMissing
            : a.Sign(work.By, new(work.By.Person, who ?? ""), Side, Draft, a.Parties.Of(Side).Kind == PartyKind.Supplier ? OnBehalf : null, Speaking.Today(work, Zone), Speaking.StartOf(Zone)));
    }
}
