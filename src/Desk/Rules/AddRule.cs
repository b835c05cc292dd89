namespace FirstContact.Rules;

/// <summary>It works at once, behind all others.</summary>
public sealed record AddRule(RuleDefinition Definition) : Command<Rule>
{
    public override Permission Needs => RulePermissions.Manage;

    protected override Store<Rule> StoreOf(Work work) => work.Rules;

    public override async Task<Result<Rule>> Do(Work work)
    {
        var rules = await work.Read.Rules();
        if (!(await Sound(work, Definition, null)).Is(out var definition, out var no)) return no;
        return await work.Rules.Create(Rule.Add(definition, DeskModule.Catalogue.HasTrigger, Behind(rules), active: true));
    }

    internal static int Behind(IReadOnlyList<RuleRow> rules) => rules.Count == 0 ? 1 : rules.Max(r => r.Place) + 1;

    /// <summary>The definition as it is kept; or all that is wrong with it, by itself and in this desk, said together.</summary>
    internal static async Task<Result<RuleDefinition>> Sound(Work work, RuleDefinition said, RuleId? self)
    {
        var taken = (await work.Read.Rules()).Any(r => r.Id != self && string.Equals(r.Name, said.Name?.Trim(), StringComparison.OrdinalIgnoreCase)) ? RuleErrors.NameTaken : null;
        var settled = await RuleNames.Settle(work, said);
        var shape = Rule.Add(said, DeskModule.Catalogue.HasTrigger, place: 0, active: false).Error;
        return Error.Of([taken, .. shape?.All ?? [], .. settled.Error?.All ?? []]) is { } wrong ? wrong : settled.Value!;
    }
}
