namespace FirstContact.Switching;

/// <summary>The host, or a lead of the team, says that somebody cannot come, and why.</summary>
/// <param name="Person">By e-mail address or id.</param>
public sealed record DeclineBooking(SwitchDayId Id, string? Person, string? Why) : Command<SwitchDay>
{
    public override Permission Needs => SwitchingPermissions.TakePart;

    protected override Store<SwitchDay> StoreOf(Work work) => work.SwitchDays;

    public override async Task<Result<SwitchDay>> Do(Work work)
    {
        if ((await Keeping.Load(work, Id)).Error is { } no) return no;
        if (Person.IsBlank || await Keeping.Somebody(work, Person) is not { } person) return SwitchingErrors.PersonUnknown;
        return await work.SwitchDays.Change(Id.Value, d => d.Decline(person.Id, Why, work.Today));
    }
}
