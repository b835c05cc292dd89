namespace FirstContact.Writing;

/// <summary>What somebody is writing on a ticket: a text for each mode, and what else the form holds.</summary>
/// <param name="Mode">The mode one was in: reply, note, call or handover.</param>
/// <param name="Fields">What stands in the form, by the names of its fields; what is blank is left out.</param>
public sealed record Draft(string Mode, Seq<DraftField> Fields)
{
    /// <summary>Twice a message, so that each mode may hold much of one.</summary>
    public const int LongestText = 2 * 65_536, MostFields = 40, LongestName = 40;

    /// <summary>The field that names the files which go with it, by their numbers with commas.</summary>
    public const string Files = "attachments";

    /// <summary>When news are promised: as a browser's field has it, or a moment with its zone where the desk put it there.</summary>
    public const string Promise = "promise";

    // Of what can be said once only, one's own stays.
    private static readonly string[] Single = [Promise, "handTo"];

    public static readonly Draft Empty = new("reply", []);

    public bool IsEmpty => Fields.Count == 0;

    public string? this[string name] => Fields.FirstOrDefault(f => f.Name == name)?.Value;

    /// <summary>The words of the mode one was in.</summary>
    public string Words => this[Mode] ?? (IsEmpty ? "" : Fields[0].Value);

    /// <summary>Both: where each says something the other's words come behind, and nothing is lost.</summary>
    public Draft With(Draft other) => new(other.Mode,
    [
        .. Fields.Select(f => other[f.Name] is { } more && more != f.Value && !Single.Contains(f.Name) ? f with { Value = f.Name == Files ? $"{f.Value},{more}" : $"{f.Value}\n\n{more}" } : f),
        .. other.Fields.Where(f => this[f.Name] is null),
    ]);

    public static Result<Draft> Of(string? mode, IEnumerable<DraftField> fields)
    {
        Seq<DraftField> kept = [.. fields.Where(f => !f.Value.IsBlank && f.Name is { Length: > 0 and <= LongestName }).Take(MostFields)];
        return kept.Sum(f => f.Value.Length) > LongestText ? WritingErrors.DraftTooLong : new Draft(mode is "note" or "call" or "handover" ? mode : "reply", kept);
    }
}

public sealed record DraftField(string Name, string Value);
