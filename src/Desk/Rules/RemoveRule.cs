namespace FirstContact.Rules;

/// <summary>Its runs stay in the journal.</summary>
public sealed record RemoveRule(RuleId Id) : Command<Rule>
{
    public override Permission Needs => RulePermissions.Manage;

    protected override Store<Rule> StoreOf(Work work) => work.Rules;

    public override Task<Result<Rule>> Do(Work work) => work.Rules.Change(Id.Value, rule => rule.Remove());
}
