namespace FirstContact.Rules;

/// <summary>Changes places with the one before it, or behind it.</summary>
public sealed record MoveRule(RuleId Id, bool Up) : Command<Rule>
{
    public override Permission Needs => RulePermissions.Manage;

    protected override Store<Rule> StoreOf(Work work) => work.Rules;

    public override async Task<Result<Rule>> Do(Work work)
    {
        if (!(await work.Rules.Load(Id.Value)).Is(out var rule, out var no)) return no;
        var rules = await work.Read.Rules();
        var neighbour = Up ? rules.LastOrDefault(r => r.Place < rule.Place) : rules.FirstOrDefault(r => r.Place > rule.Place);
        if (neighbour is null) return rule;
        if ((await work.Rules.Change(neighbour.Id.Value, other => other.MoveTo(rule.Place))).Error is { } gone) return gone;
        return work.Rules.Change(rule, rule.MoveTo(neighbour.Place));
    }
}
