namespace FirstContact.Rules;

/// <summary>What was still to run is dropped.</summary>
public sealed record SwitchOffRule(RuleId Id) : Command<Rule>
{
    public override Permission Needs => RulePermissions.Manage;

    protected override Store<Rule> StoreOf(Work work) => work.Rules;

    public override Task<Result<Rule>> Do(Work work) => work.Rules.Change(Id.Value, rule => rule.SwitchOff());
}
