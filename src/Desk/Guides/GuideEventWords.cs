namespace FirstContact.Guides;

/// <summary>The sentence of what is asked.</summary>
public static class GuideEventWords
{
    public static IEnumerable<EventWords> All => [EventWords.Of<GuideChanged>("guide.changed", e => e.To.Count == 0 ? $"asks nothing of {e.Category} any more" : $"changed what is asked of {e.Category}")];
}
