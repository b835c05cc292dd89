namespace FirstContact.Rules;

/// <summary>The only SQL that writes rules.</summary>
public sealed class RuleStore(Work work) : Store<Rule>(work)
{
    protected override string Table => "rule";
    protected override Error NotFound => RuleErrors.NotFound;

    protected override Rule Blank(long id) => new() { Id = new(id) };

    protected override Task<Rule?> Find(long id) => Work.Read.One(
        "select id, version, definition, active, place, stopped, active_since from rule where id = @id and removed = 0",
        r => RuleRow.Of(r) is var row ? new Rule
        {
            Id = row.Id, Version = row.Version, Definition = row.Definition, Active = row.Active, Place = row.Place, Stopped = row.Stopped, ActiveSince = r.Instant(6),
        } : null, ("@id", id));

    protected override (string, object?)[] Row(Rule r) =>
    [
        ("name", r.Name), ("definition", DeskJson.Write(r.Definition)), ("active", r.Active ? 1 : 0), ("active_since", r.ActiveSince), ("place", r.Place),
        ("stopped", r.Stopped is null ? null : DeskJson.Write(r.Stopped)), ("removed", r.Removed ? 1 : 0),
    ];

    protected override IEnumerable<Write> Besides(Rule before, Rule after)
    {
        var (was, wants) = (before.Definition.When.Events, after.Definition.When.Events);
        foreach (var left in was.Except(wants)) yield return new Statement("delete from rule_event where event = @event and rule = @rule", ("@event", left), ("@rule", after.Id));
        foreach (var wanted in wants.Except(was)) yield return new Statement("insert into rule_event (event, rule) values (@event, @rule)", ("@event", wanted), ("@rule", after.Id));
        if (before.Active != after.Active || before.Definition.When != after.Definition.When)
            yield return new Statement("update rule set look_at = @look where id = @rule", ("@rule", after.Id), ("@look", after.Active ? FirstLook(after.Definition.When) : null));
        // What is still to run was set off by a rule that is no longer so.
        if (before.Active && !after.Active) yield return new Statement("delete from rule_due where rule = @rule", ("@rule", after.Id));
    }

    private Instant? FirstLook(RuleTrigger when) => when.Kind switch { TriggerKind.After => Work.By.At, TriggerKind.Schedule => when.Next(Work.By.At), _ => null };
}
