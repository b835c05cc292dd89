namespace FirstContact.Rules;

/// <summary>Every event of rules: its stored name and the one sentence that tells it.</summary>
public static class RuleEventWords
{
    public static IEnumerable<EventWords> All =>
    [
        EventWords.Of<RuleAdded>("rule.added", e => $"added the rule {e.Definition.Name}{(e.Active ? "" : ", switched off")}"),
        EventWords.Of<RuleChanged>("rule.changed", e => e.From.Name == e.To.Name ? $"changed the rule {e.To.Name}" : $"changed the rule {e.From.Name}, now {e.To.Name}"),
        EventWords.Of<RuleSwitchedOn>("rule.switched-on", _ => "switched the rule on"),
        EventWords.Of<RuleSwitchedOff>("rule.switched-off", _ => "switched the rule off"),
        EventWords.Of<RuleStopped>("rule.stopped", e => e.Why switch
        {
            StopBecause.FeedsItself => $"stopped the rule: what it does sets it off again ({string.Join(", then ", e.Chain)})",
            StopBecause.ChainTooLong => $"stopped the rule: too many rules follow from each other ({string.Join(", then ", e.Chain)})",
            _ => $"stopped the rule: {e.Detail}",
        }),
        EventWords.Of<RuleMoved>("rule.moved", e => e.To < e.From ? "moved the rule up" : "moved the rule down"),
        EventWords.Of<RuleRemoved>("rule.removed", e => $"removed the rule {e.Name}"),
    ];
}
