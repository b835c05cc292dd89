namespace FirstContact.Occasions;

/// <summary>It takes place after all.</summary>
public sealed record PlanOccasionAgain(OccasionId Id) : Command<Occasion>
{
    public override Permission Needs => OccasionPermissions.Plan;

    protected override Store<Occasion> StoreOf(Work work) => work.Occasions;

    public override Task<Result<Occasion>> Do(Work work) => work.Occasions.Change(Id.Value, o => o.PlanAgain());
}
