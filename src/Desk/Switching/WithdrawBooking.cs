using FirstContact.People;

namespace FirstContact.Switching;

/// <summary>Gives a place back: one's own, or of somebody in a team that one leads.</summary>
/// <param name="Person">By e-mail address or id; blank for oneself.</param>
public sealed record WithdrawBooking(SwitchDayId Id, string? Person = null) : Command<SwitchDay>
{
    public override Permission Needs => SwitchingPermissions.TakePart;

    protected override Store<SwitchDay> StoreOf(Work work) => work.SwitchDays;

    public override async Task<Result<SwitchDay>> Do(Work work)
    {
        if (!(await work.SwitchDays.Load(Id.Value)).Is(out _, out var missing)) return missing;
        if (await Keeping.Somebody(work, Person) is not { } person) return SwitchingErrors.PersonUnknown;
        if (person.Id != work.By.Person && !work.Caller.LeadsOneOf(person.Id, await work.Read.Teams())) return SwitchingErrors.PersonNotYours;
        return await work.SwitchDays.Change(Id.Value, d => d.Withdraw(person.Id, work.Today));
    }
}
