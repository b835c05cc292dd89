namespace FirstContact.Agreements;

/// <summary>Another title, or others who speak; who agrees stays.</summary>
public sealed record ChangeParties(AgreementId Id, string? Title, string? ProviderSpeakers, string? ReceiverSpeakers) : Command<Agreement>
{
    public override Permission Needs => AgreementPermissions.Manage;

    protected override Store<Agreement> StoreOf(Work work) => work.Agreements;

    public override async Task<Result<Agreement>> Do(Work work)
    {
        if (!(await Speaking.Load(work, Id)).Is(out var agreement, out var missing)) return missing;
        var (parties, wrong) = await StartAgreement.Sound(work, agreement.Kind, new(Title, null, PartyKind.Desk, null, ProviderSpeakers, ReceiverSpeakers));
        // Who agrees is not asked: what is wrong with it here does not count.
        return Error.Of(wrong.Where(w => w.Code == AgreementErrors.SpeakerUnknown.Code)) is { } no ? no : await work.Agreements.Change(Id.Value, a => a.ChangeParties(work.By, parties));
    }
}
