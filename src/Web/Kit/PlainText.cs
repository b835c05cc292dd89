using System.Text.Json;

namespace FirstContact.Kit;

/// <summary>No database of ours keeps a null character in a text as it is: it is refused at the door, so that both do the same.</summary>
internal static class PlainText
{
    /// <summary>In a form that has been read.</summary>
    public static Error? Wrong(HttpRequest request) =>
        request.HasFormContentType && request.Form.FirstOrDefault(f => f.Value.ToString().Contains('\0', StringComparison.Ordinal)).Key is { } field ? BodyErrors.NullCharacter.At(field) : null;

    /// <summary>In JSON, where it can only come escaped. Nor is null ever one of a list: the serializer would let it pass as an item.</summary>
    public static Error? Wrong(ReadOnlySpan<byte> json)
    {
        if (json.IndexOf("\\u0000"u8) < 0 && json.IndexOf("null"u8) < 0) return null;
        var reader = new Utf8JsonReader(json);
        string? field = null;
        var lists = new Stack<bool>();
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject) lists.Push(reader.TokenType == JsonTokenType.StartArray);
            if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject) lists.Pop();
            if (reader.TokenType == JsonTokenType.Null && lists.TryPeek(out var isItem) && isItem) return field is null ? BodyErrors.Unreadable : BodyErrors.FieldUnreadable.At(field);
            if (reader.TokenType is not (JsonTokenType.PropertyName or JsonTokenType.String)) continue;
            var text = reader.GetString()!;
            if (text.Contains('\0', StringComparison.Ordinal)) return field is null ? BodyErrors.NullCharacter : BodyErrors.NullCharacter.At(field);
            if (reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 }) field = text;
        }
        return null;
    }
}
