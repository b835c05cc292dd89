namespace FirstContact.Switching;

/// <summary>One has read what one was told of a day.</summary>
public sealed record SeeTellings(SwitchDayId Id) : Command<SwitchDay>
{
    public override Permission Needs => SwitchingPermissions.TakePart;

    protected override Store<SwitchDay> StoreOf(Work work) => work.SwitchDays;

    public override async Task<Result<SwitchDay>> Do(Work work) =>
        await work.SwitchDays.Change(Id.Value, d => d.See(work.By.Person));
}
