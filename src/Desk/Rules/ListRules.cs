namespace FirstContact.Rules;

/// <summary>All rules in the order in which they run, with names in them as people use them.</summary>
public sealed record ListRules : IQuery<IReadOnlyList<RuleLine>>
{
    public Permission Needs => RulePermissions.See;

    public async Task<Result<IReadOnlyList<RuleLine>>> Ask(Question question)
    {
        var last = (await question.Read.List("select n.rule, n.at from rule_run n join (select rule, max(id) as id from rule_run group by rule) l on l.id = n.id",
            r => (Rule: new RuleId(r.GetInt64(0)), At: r.Instant(1)))).ToDictionary(r => r.Rule, r => r.At);
        var lines = new List<RuleLine>();
        foreach (var row in await question.Read.Rules())
            lines.Add(new(row, await RuleNames.Told(question.Read, row.Definition), last.TryGetValue(row.Id, out var at) ? at : null));
        return lines;
    }
}

/// <param name="Told">The definition with names in the place of ids.</param>
/// <param name="LastRun">When it last ran.</param>
public sealed record RuleLine(RuleRow Row, RuleDefinition Told, Instant? LastRun);
