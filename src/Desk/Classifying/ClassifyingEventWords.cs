using System.Globalization;

namespace FirstContact.Classifying;

/// <summary>Every event of learning and suggesting: its stored name and the one sentence that tells it.</summary>
public static class ClassifyingEventWords
{
    public static IEnumerable<EventWords> All =>
    [
        EventWords.Of<SuggestingRulesChanged>("suggesting.rules-changed", e => $"changed when the desk suggests: shown from {e.To.ShowFrom} %, {(e.To.ApplyFrom is { } from ? $"done by itself from {from} %" : "never done by itself")}"),
        EventWords.Of<LearningAsked>("suggesting.learning-asked", _ => "asked the desk to learn from its tickets now"),
        EventWords.Of<ClassifierLearned>("suggesting.learned", e => e.Report is { } report
            ? $"learned {Told(e.What)} from {e.Examples.ToString("N0", CultureInfo.InvariantCulture)} tickets: {report.Right.ToString("P0", CultureInfo.InvariantCulture)} right on those held out"
            : $"found too little to learn {Told(e.What)} from: {e.Examples} tickets"),
    ];

    private static string Told(Learning what) => what == Learning.Category ? "categories" : "classes";
}
