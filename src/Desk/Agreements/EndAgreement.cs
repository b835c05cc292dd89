namespace FirstContact.Agreements;

/// <summary>Nothing is promised any more after this day.</summary>
/// <param name="On">The last day on which it holds; today ends it now.</param>
public sealed record EndAgreement(AgreementId Id, LocalDate? On, string? Reason, string Zone = "UTC") : Command<Agreement>
{
    public override Permission Needs => AgreementPermissions.Manage;

    protected override Store<Agreement> StoreOf(Work work) => work.Agreements;

    public override Task<Result<Agreement>> Do(Work work)
    {
        var today = Speaking.Today(work, Zone);
        Instant? at = On is not { } on ? null : on == today ? work.By.At : Speaking.StartOf(Zone)(on.PlusDays(1));
        return Speaking.Change(work, Id, a => a.End(work.By, at, Reason));
    }
}
