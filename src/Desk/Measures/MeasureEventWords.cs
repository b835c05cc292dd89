namespace FirstContact.Measures;

/// <summary>Every event of the rules of measures: its stored name and the one sentence that tells it.</summary>
public static class MeasureEventWords
{
    public static IEnumerable<EventWords> All => [EventWords.Of<MeasureRulesChanged>("measure-rules.changed", _ => "changed what the measures go by")];
}
