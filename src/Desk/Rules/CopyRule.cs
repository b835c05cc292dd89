namespace FirstContact.Rules;

/// <summary>The same once more, switched off and behind all others, to be made into another one.</summary>
public sealed record CopyRule(RuleId Id) : Command<Rule>
{
    public override Permission Needs => RulePermissions.Manage;

    protected override Store<Rule> StoreOf(Work work) => work.Rules;

    public override async Task<Result<Rule>> Do(Work work)
    {
        if (!(await work.Rules.Load(Id.Value)).Is(out var rule, out var no)) return no;
        var rules = await work.Read.Rules();
        var copy = rule.Definition with { Name = Free(rule.Name, rules.Select(r => r.Name).ToHashSet(StringComparer.OrdinalIgnoreCase)) };
        return await work.Rules.Create(Rule.Add(copy, DeskModule.Catalogue.HasTrigger, AddRule.Behind(rules), active: false));
    }

    private static string Free(string name, HashSet<string> taken)
    {
        for (var n = 2; ; n++)
        {
            var end = string.Create(System.Globalization.CultureInfo.InvariantCulture, $" ({n})");
            var free = name[..Math.Min(name.Length, Rule.LongestName - end.Length)] + end;
            if (!taken.Contains(free)) return free;
        }
    }
}
