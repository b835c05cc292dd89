namespace FirstContact.Occasions;

public sealed record ChangeOccasion(OccasionId Id, OccasionSaid Said) : Command<Occasion>
{
    public override Permission Needs => OccasionPermissions.Plan;

    protected override Store<Occasion> StoreOf(Work work) => work.Occasions;

    public override async Task<Result<Occasion>> Do(Work work)
    {
        if (!(await work.Occasions.Load(Id.Value)).Is(out var now, out var missing)) return missing;
        if (!(await PlanOccasion.Sound(work, Said, now.Details, d => now.Change(work.By, d))).Is(out var details, out var no)) return no;
        return await work.Occasions.Change(Id.Value, o => o.Change(work.By, details));
    }
}
