namespace FirstContact.Classifying;

/// <summary>Not to wait for tomorrow: a node takes it up within a minute.</summary>
public sealed record AskToLearn : Command<Suggesting>
{
    public override Permission Needs => ClassifyingPermissions.Manage;

    protected override Store<Suggesting> StoreOf(Work work) => work.Suggesting;

    public override Task<Result<Suggesting>> Do(Work work) => work.Suggesting.Change(suggesting => suggesting.AskToLearn());
}
