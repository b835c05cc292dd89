using FirstContact.People;
namespace FirstContact.Rules;

/// <summary>One rule, and what it said before: each version with who made it and when.</summary>
public sealed record ShowRule(RuleId Id) : IQuery<RuleView>
{
    public Permission Needs => RulePermissions.See;

    public async Task<Result<RuleView>> Ask(Question question)
    {
        var read = question.Read;
        if ((await new ListRules().Ask(question)).Value!.FirstOrDefault(l => l.Row.Id == Id) is not { } line) return RuleErrors.NotFound;
        var entries = await new JournalReader(question.Catalogue).Of(read, Rule.Subject, Id.Value);
        var names = await FindPerson.Names(read, entries.Select(e => e.Actor));
        var versions = new List<RuleVersion>();
        foreach (var (i, e) in entries.Index())
        {
            var said = e.Event switch { RuleAdded added => added.Definition, RuleChanged changed => changed.To, _ => null };
            versions.Add(new(i + 1, e.At, names.GetValueOrDefault(e.Actor, ""), question.Catalogue.Sentence(e.Event), said is null ? null : await RuleNames.Told(read, said)));
        }
        versions.Reverse();
        return new RuleView(line, versions);
    }
}

/// <param name="Definition">What it said from this version on; null where only something else changed.</param>
public sealed record RuleVersion(int Version, Instant At, string By, string Sentence, RuleDefinition? Definition);

/// <param name="Versions">The newest first.</param>
public sealed record RuleView(RuleLine Line, IReadOnlyList<RuleVersion> Versions)
{
    public RuleRow Row => Line.Row;
}
