namespace FirstContact.Rules;

/// <summary>The desk itself switches off what it cannot run: something that the rule names is gone.</summary>
public sealed record StopRule(RuleId Id, string Detail) : Command<Rule>
{
    public override Permission Needs => RulePermissions.Manage;

    protected override Store<Rule> StoreOf(Work work) => work.Rules;

    public override Task<Result<Rule>> Do(Work work) => work.Rules.Change(Id.Value, rule => rule.Stop(StopBecause.CannotRun, null, [], Detail));
}
