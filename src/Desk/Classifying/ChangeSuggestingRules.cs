namespace FirstContact.Classifying;

public sealed record ChangeSuggestingRules(SuggestingRules Rules) : Command<Suggesting>
{
    public override Permission Needs => ClassifyingPermissions.Manage;

    protected override Store<Suggesting> StoreOf(Work work) => work.Suggesting;

    public override Task<Result<Suggesting>> Do(Work work) => work.Suggesting.Change(suggesting => suggesting.Change(Rules));
}
