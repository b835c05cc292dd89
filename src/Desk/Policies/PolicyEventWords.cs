namespace FirstContact.Policies;

/// <summary>Every event of classes and policies: its stored name and the one sentence that tells it.</summary>
public static class PolicyEventWords
{
    public static IEnumerable<EventWords> All =>
    [
        EventWords.Of<ClassAdded>("class.added", e => $"added the class {e.Details.Name}"),
        EventWords.Of<ClassChanged>("class.changed", e => $"changed the class {e.To.Name}"),
        EventWords.Of<ClassRetired>("class.retired", _ => "retired the class"),
        EventWords.Of<ClassRestored>("class.restored", _ => "took the class up again"),
        EventWords.Of<PriorityMatrixChanged>("priority-matrix.changed", _ => "changed the priority matrix"),
        EventWords.Of<CarePolicyChanged>("care-policy.changed", _ => "changed the care policy"),
        EventWords.Of<DeskRulesChanged>("desk-rules.changed", _ => "changed the rules of the desk"),
        EventWords.Of<TeamBridgesChanged>("team-bridges.changed", _ => "changed who brings teams together"),
        EventWords.Of<CallRulesChanged>("call-rules.changed", e => $"changed the rules for missed calls: called back within {e.To.DueMinutes} minutes, tried again after {e.To.RetryMinutes}, joined for {e.To.JoinHours} hours"),
    ];
}
