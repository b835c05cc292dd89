namespace FirstContact.Rules;

/// <summary>What has been set off already and has not run yet runs as it says now.</summary>
public sealed record ChangeRule(RuleId Id, RuleDefinition Definition) : Command<Rule>
{
    public override Permission Needs => RulePermissions.Manage;

    protected override Store<Rule> StoreOf(Work work) => work.Rules;

    public override async Task<Result<Rule>> Do(Work work)
    {
        if ((await work.Rules.Load(Id.Value)).Error is { } missing) return missing;
        if (!(await AddRule.Sound(work, Definition, Id)).Is(out var definition, out var no)) return no;
        return await work.Rules.Change(Id.Value, rule => rule.Change(definition, DeskModule.Catalogue.HasTrigger));
    }
}
