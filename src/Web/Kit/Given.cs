using System.Text.Json;
using System.Text.Json.Serialization;

namespace FirstContact.Kit;

/// <summary>A member of a PATCH body, as RFC 7396 has it: what is not there stays as it is, and null empties it.</summary>
[JsonConverter(typeof(GivenJson))]
public readonly record struct Given<T>(T Value)
{
    /// <summary>Whether the body had this member.</summary>
    public bool Is { get; } = true;

    public T Or(T now) => Is ? Value : now;
}

internal sealed class GivenJson : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => true;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert.GetGenericArguments()[0]))!;

    private sealed class Of<T> : JsonConverter<Given<T>>
    {
        public override bool HandleNull => true;

        // By the converter and not by the serializer, which would forget the path that an error stands at.
        public override Given<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(((JsonConverter<T>)options.GetConverter(typeof(T))).Read(ref reader, typeof(T), options)!);

        public override void Write(Utf8JsonWriter writer, Given<T> value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value.Value, options);
    }
}
