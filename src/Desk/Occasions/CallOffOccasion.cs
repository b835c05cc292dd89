namespace FirstContact.Occasions;

/// <summary>It does not take place.</summary>
public sealed record CallOffOccasion(OccasionId Id, string? Why) : Command<Occasion>
{
    public override Permission Needs => OccasionPermissions.Plan;

    protected override Store<Occasion> StoreOf(Work work) => work.Occasions;

    public override Task<Result<Occasion>> Do(Work work) => work.Occasions.Change(Id.Value, o => o.CallOff(Why));
}
