namespace FirstContact.Rules;

/// <summary>From now on: what happened while it was off does not set it off.</summary>
public sealed record SwitchOnRule(RuleId Id) : Command<Rule>
{
    public override Permission Needs => RulePermissions.Manage;

    protected override Store<Rule> StoreOf(Work work) => work.Rules;

    public override Task<Result<Rule>> Do(Work work) => work.Rules.Change(Id.Value, rule => rule.SwitchOn());
}
