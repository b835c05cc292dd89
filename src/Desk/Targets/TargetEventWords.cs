namespace FirstContact.Targets;

/// <summary>Every event of goals and of figures of the industry: its stored name and the one sentence that tells it.</summary>
public static class TargetEventWords
{
    public static IEnumerable<EventWords> All =>
    [
        EventWords.Of<TargetSet>("target.set", e => $"set a goal: {TargetWords.All(e.Terms)}. {e.Terms.Why}"),
        EventWords.Of<TargetChanged>("target.changed", e => $"changed a goal: {TargetWords.All(e.To)} (it was {TargetWords.All(e.From)}). {e.To.Why}"),
        EventWords.Of<TargetRetired>("target.retired", e => $"retired a goal: {TargetWords.All(e.Terms)}"),
        EventWords.Of<TargetRestored>("target.restored", e => $"restored a goal: {TargetWords.All(e.Terms)}"),
        EventWords.Of<IndustryFigureAdded>("industry-figure.added", e => $"wrote down what others reach: {TargetWords.Figure(e.Terms)}"),
        EventWords.Of<IndustryFigureChanged>("industry-figure.changed", e => $"changed what others reach: {TargetWords.Figure(e.To)}"),
        EventWords.Of<IndustryFigureRemoved>("industry-figure.removed", e => $"removed what others reach: {TargetWords.Figure(e.Terms)}"),
    ];
}
