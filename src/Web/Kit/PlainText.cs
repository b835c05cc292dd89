using System.Text.Json;

namespace FirstContact.Kit;

/// <summary>No database of ours keeps a null character in a text as it is: it is refused at the door, so that both do the same.</summary>
internal static class PlainText
{
    private static readonly Error Refused = new(ErrorKind.Invalid, "text.null-character", "This holds a null character, which cannot be kept. Take it out.");

    /// <summary>In the address or in a form that has been read.</summary>
    public static Error? Wrong(HttpRequest request)
    {
        if (request.QueryString.HasValue && request.QueryString.Value!.Contains("%00", StringComparison.Ordinal))
            return Refused.At(request.Query.First(q => q.Value.ToString().Contains('\0', StringComparison.Ordinal) || q.Key.Contains('\0', StringComparison.Ordinal)).Key);
        return request.HasFormContentType && request.Form.FirstOrDefault(f => f.Value.ToString().Contains('\0', StringComparison.Ordinal)).Key is { } field ? Refused.At(field) : null;
    }

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
            if (text.Contains('\0', StringComparison.Ordinal)) return field is null ? Refused : Refused.At(field);
            if (reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 }) field = text;
        }
        return null;
    }
}
