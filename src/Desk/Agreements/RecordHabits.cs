namespace FirstContact.Agreements;

/// <summary>How it is done today, written down anew; nobody has promised it.</summary>
public sealed record RecordHabits(AgreementId Id, Terms Terms) : Command<Agreement>
{
    public override Permission Needs => AgreementPermissions.See;

    protected override Store<Agreement> StoreOf(Work work) => work.Agreements;

    public override Task<Result<Agreement>> Do(Work work) => Speaking.Change(work, Id, a => a.ChangeHabits(work.By, Terms));
}
