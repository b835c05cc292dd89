using FirstContact.People;

namespace FirstContact.Switching;

/// <summary>Something is to be done because of what was seen.</summary>
/// <param name="Owner">By e-mail address or id.</param>
public sealed record AddFollowUp(SwitchDayId Id, string? Text, string? Owner, LocalDate? Due) : Command<SwitchDay>
{
    public override Permission Needs => SwitchingPermissions.TakePart;

    protected override Store<SwitchDay> StoreOf(Work work) => work.SwitchDays;

    public override async Task<Result<SwitchDay>> Do(Work work)
    {
        if ((await Keeping.LoadAsPart(work, Id)).Error is { } no) return no;
        var owner = Owner.IsBlank ? null : FindPerson.IsMe(Owner) ? new(work.By.Person, work.Caller.Name) : await FindPerson.Active(work.Read, Owner!);
        return await work.SwitchDays.Change(Id.Value, d => d.AddFollowUp(Text, owner, Due, work.Today));
    }
}
