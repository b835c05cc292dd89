namespace FirstContact.Fields;

/// <summary>Every event of a field's definition: its stored name and the one sentence that tells it.</summary>
public static class FieldEventWords
{
    public static IEnumerable<EventWords> All =>
    [
        EventWords.Of<FieldAdded>("field.added", e => $"added the field {e.Details.Label}"),
        EventWords.Of<FieldChanged>("field.changed", e => e.From.Label == e.To.Label ? $"changed the field {e.To.Label}" : $"changed the field {e.From.Label}, now {e.To.Label}"),
        EventWords.Of<FieldRetired>("field.retired", _ => "retired the field"),
        EventWords.Of<FieldRestored>("field.restored", _ => "took the field up again"),
    ];
}
