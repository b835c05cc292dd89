using System.Globalization;
using System.Text.Json;
using FirstContact.Fields;

namespace FirstContact.Tickets;

/// <summary>The fields of a ticket for programs, by their names: a number is a number, yes and no are true and false, the rest is text.</summary>
internal static class FieldJson
{
    public static IReadOnlyDictionary<string, object> Of(IEnumerable<FilledField> fields) => fields.ToDictionary(f => f.Field.Name, f => f.Field.Details.Kind switch
    {
        FieldKind.Number => decimal.Parse(f.Content.Value, CultureInfo.InvariantCulture),
        FieldKind.YesNo => f.Content.Value == FieldReading.Yes,
        FieldKind.Person => new NamedJson(long.Parse(f.Content.Value, CultureInfo.InvariantCulture), f.Content.Said),
        _ => (object)f.Content.Value,
    });

    /// <summary>What a program says of them; a person is an address or an id, alone or as the answer has it.</summary>
    public static Seq<FieldTyped> Read(Dictionary<string, JsonElement>? body) => body is null ? [] : [.. body.Select(f => f.Value.ValueKind switch
    {
        JsonValueKind.Null => new FieldTyped(f.Key, null),
        JsonValueKind.String => new(f.Key, f.Value.GetString()),
        JsonValueKind.Number => new(f.Key, f.Value.GetRawText()),
        JsonValueKind.True => new(f.Key, FieldReading.Yes),
        JsonValueKind.False => new(f.Key, FieldReading.No),
        JsonValueKind.Object when f.Value.TryGetProperty("email", out var email) && email.ValueKind == JsonValueKind.String => new(f.Key, email.GetString()),
        JsonValueKind.Object when f.Value.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.Number => new(f.Key, id.GetRawText()),
        _ => new(f.Key, null) { IsUnreadable = true },
    })];
}
