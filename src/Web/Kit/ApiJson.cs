using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace FirstContact.Kit;

/// <summary>JSON at the door: as the desk writes it, and forgiving about the case of names.</summary>
public static class ApiJson
{
    public static readonly JsonSerializerOptions Options = Teach(new() { TypeInfoResolver = new DefaultJsonTypeInfoResolver() });

    public static JsonSerializerOptions Teach(JsonSerializerOptions options)
    {
        DeskJson.Teach(options);
        options.PropertyNameCaseInsensitive = true;
        return options;
    }
}
