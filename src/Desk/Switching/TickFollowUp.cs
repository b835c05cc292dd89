namespace FirstContact.Switching;

/// <summary>It is done, says its owner or somebody who was there.</summary>
public sealed record TickFollowUp(SwitchDayId Id, int No) : Command<SwitchDay>
{
    public override Permission Needs => SwitchingPermissions.TakePart;

    protected override Store<SwitchDay> StoreOf(Work work) => work.SwitchDays;

    public override async Task<Result<SwitchDay>> Do(Work work) =>
        (await Keeping.LoadOwned(work, Id, No)).Error is { } no ? no : await work.SwitchDays.Change(Id.Value, d => d.TickFollowUp(No));
}
