namespace FirstContact.Agreements;

/// <summary>What a side says of a clause: yes, no, or what it offers instead.</summary>
public sealed record TakePosition(AgreementId Id, Side Side, string Clause, Stance Stance, Terms? Counter, string? Words) : Command<Agreement>
{
    public override Permission Needs => AgreementPermissions.See;

    protected override Store<Agreement> StoreOf(Work work) => work.Agreements;

    public override Task<Result<Agreement>> Do(Work work) => Speaking.Change(work, Id, Side, a => a.TakePosition(work.By, Side, Clause, Stance, Counter, Words));
}
