namespace FirstContact.Policies;

public sealed record ChangeDeskRules(DeskRuleValues Values) : Command<DeskRules>
{
    public override Permission Needs => PolicyPermissions.Manage;

    protected override Store<DeskRules> StoreOf(Work work) => work.DeskRules;

    public override Task<Result<DeskRules>> Do(Work work) => work.DeskRules.Change(rules => rules.Change(Values));
}
