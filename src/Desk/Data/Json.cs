using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NodaTime.Text;

namespace FirstContact.Data;

/// <summary>Our words in JSON: an id is a number, an instant RFC 3339, a day ISO 8601, a duration ISO 8601, an enum camelCase, a Seq a list.</summary>
public sealed class IdJson<T>(Func<long, T> from) : JsonConverter<T> where T : struct, IId
{
    public override T Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => from(reader.GetInt64());
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Value);
}

public sealed class TextJson<T>(IPattern<T> pattern) : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        pattern.Parse(reader.GetString() ?? "").TryGetValue(default!, out var value) ? value : throw new JsonException($"This is not {typeof(T).Name}.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(pattern.Format(value));
}

public sealed class SeqJson : JsonConverterFactory
{
    public override bool CanConvert(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Seq<>);

    public override JsonConverter CreateConverter(Type type, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(type.GetGenericArguments()[0]))!;

    private sealed class Of<T> : JsonConverter<Seq<T>>
    {
        // By the converter and not by the serializer, which would forget the field that an error stands at.
        public override Seq<T> Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => new(((JsonConverter<T[]>)options.GetConverter(typeof(T[]))).Read(ref reader, typeof(T[]), options) ?? []);
        public override void Write(Utf8JsonWriter writer, Seq<T> value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value.ToArray(), options);
    }
}

public static class DeskJson
{
    /// <summary>How the desk writes JSON into its own tables. Null members are left out: old entries read on when a member is added.</summary>
    public static readonly JsonSerializerOptions Options = Make();

    public static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
        Teach(options);
        return options;
    }

    public static void Teach(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        foreach (var converter in Converters) options.Converters.Add(converter);
    }

    private static IEnumerable<JsonConverter> Converters =>
    [
        new IdJson<PersonId>(n => new(n)), new IdJson<TeamId>(n => new(n)), new IdJson<UnitId>(n => new(n)), new IdJson<ServiceId>(n => new(n)),
        new IdJson<CategoryId>(n => new(n)), new IdJson<ClassId>(n => new(n)), new IdJson<TicketId>(n => new(n)),
        new IdJson<ViewId>(n => new(n)), new IdJson<BatchId>(n => new(n)), new IdJson<WebhookId>(n => new(n)), new IdJson<RuleId>(n => new(n)),
        new IdJson<TextBlockId>(n => new(n)), new IdJson<MacroId>(n => new(n)), new IdJson<TicketTemplateId>(n => new(n)),
        new IdJson<ToolId>(n => new(n)), new IdJson<ToolOverlapId>(n => new(n)), new IdJson<SwitchDayId>(n => new(n)), new IdJson<ProcessId>(n => new(n)), new IdJson<ExceptionId>(n => new(n)),
        new IdJson<WalkUpId>(n => new(n)), new IdJson<StoppedAddressId>(n => new(n)), new IdJson<OccasionId>(n => new(n)), new IdJson<CalendarId>(n => new(n)), new IdJson<MailId>(n => new(n)), new IdJson<MailboxId>(n => new(n)),
        new TextJson<Instant>(InstantPattern.ExtendedIso), new TextJson<Duration>(DurationPattern.JsonRoundtrip),
        new TextJson<LocalDate>(LocalDatePattern.Iso), new IdJson<FieldId>(n => new(n)), new IdJson<AgreementId>(n => new(n)), new IdJson<SupplierId>(n => new(n)), new IdJson<MajorId>(n => new(n)), new IdJson<StandardsCommentId>(n => new(n)), new IdJson<GapId>(n => new(n)),
        new TextJson<LocalTime>(LocalTimePattern.CreateWithInvariantCulture("HH:mm")),
        new SeqJson(), new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
    ];

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static JsonElement Element(string text) => JsonElement.Parse(text);

    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Options) ?? throw new JsonException($"Expected {typeof(T).Name}, found null.");
}
