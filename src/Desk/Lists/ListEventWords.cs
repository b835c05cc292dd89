namespace FirstContact.Lists;

/// <summary>Every event of lists: its stored name and the one sentence that tells it.</summary>
public static class ListEventWords
{
    public static IEnumerable<EventWords> All =>
    [
        EventWords.Of<ViewSaved>("view.saved", e => $"saved the view {e.Details.Name}"),
        EventWords.Of<ViewChanged>("view.changed", e => e.From.Name == e.To.Name ? $"changed the view {e.To.Name}" : $"renamed the view {e.From.Name} to {e.To.Name}"),
        EventWords.Of<ViewRemoved>("view.removed", _ => "removed the view"),
        EventWords.Of<BatchRan>("batch.ran", e => $"did one thing to {e.Items.Count} tickets: {e.What}"),
        EventWords.Of<BatchTakenBack>("batch.undone", e => $"undid it on {e.Items.Count(i => i.Refused is null)} tickets"),
    ];
}
