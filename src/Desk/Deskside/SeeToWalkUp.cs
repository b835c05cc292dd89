namespace FirstContact.Deskside;

/// <summary>Whoever led somebody to the desk has seen that it is cared for.</summary>
public sealed record SeeToWalkUp(WalkUpId Id) : Command<WalkUp>
{
    public override Permission Needs => DesksidePermissions.Record;

    protected override Store<WalkUp> StoreOf(Work work) => work.WalkUps;

    public override async Task<Result<WalkUp>> Do(Work work) => await work.WalkUps.Change(Id.Value, w => w.SeeToIt(work.By.Person));
}
