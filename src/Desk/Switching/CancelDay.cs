namespace FirstContact.Switching;

/// <summary>It does not take place; whoever has booked reads why.</summary>
public sealed record CancelDay(SwitchDayId Id, string? Why) : Command<SwitchDay>
{
    public override Permission Needs => SwitchingPermissions.TakePart;

    protected override Store<SwitchDay> StoreOf(Work work) => work.SwitchDays;

    public override async Task<Result<SwitchDay>> Do(Work work) =>
        (await Keeping.Load(work, Id)).Error is { } no ? no : await work.SwitchDays.Change(Id.Value, d => d.Cancel(Why));
}
