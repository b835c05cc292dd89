namespace FirstContact.Policies;

/// <param name="Ranks">Nine, row by row: impact low to high, in each urgency low to high.</param>
public sealed record ChangePriorityMatrix(Seq<int> Ranks) : Command<PriorityMatrix>
{
    public override Permission Needs => PolicyPermissions.Manage;

    protected override Store<PriorityMatrix> StoreOf(Work work) => work.PriorityMatrix;

    public override Task<Result<PriorityMatrix>> Do(Work work) => work.PriorityMatrix.Change(matrix => matrix.Change(Ranks));
}
