namespace FirstContact.Occasions;

/// <summary>How the test before it went.</summary>
public sealed record TestOccasion(OccasionId Id, bool Ok, string? Words) : Command<Occasion>
{
    public override Permission Needs => OccasionPermissions.Plan;

    protected override Store<Occasion> StoreOf(Work work) => work.Occasions;

    public override Task<Result<Occasion>> Do(Work work) => work.Occasions.Change(Id.Value, o => o.RecordTest(Ok, Words));
}
