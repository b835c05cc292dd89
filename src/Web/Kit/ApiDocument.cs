using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace FirstContact.Kit;

/// <summary>The description of the API (OpenAPI 3.1) and a page to read it.</summary>
public static class ApiDocument
{
    public static void Describe(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "FirstContact", Version = "v1",
                Description = "Everything the desk does. Send a token: `Authorization: Bearer …`. Errors are problem details (RFC 9457) with a stable `code` and `errors` by field. "
                    + "Send `Idempotency-Key` with a POST that may be repeated, and `If-Match` with a change that must not overwrite another's.",
            };
            document.Servers = [];
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                ["token"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "Made by `firstcontact token create` or on one's own page." },
            };
            document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("token", document)] = [] }];
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            if (context.JsonTypeInfo.Type == typeof(Instant)) (schema.Type, schema.Format) = (JsonSchemaType.String, "date-time");
            if (context.JsonTypeInfo.Type == typeof(LocalDate)) (schema.Type, schema.Format) = (JsonSchemaType.String, "date");
            if (context.JsonTypeInfo.Type == typeof(LocalTime)) (schema.Type, schema.Format) = (JsonSchemaType.String, "time");
            if (context.JsonTypeInfo.Type == typeof(Duration)) (schema.Type, schema.Format) = (JsonSchemaType.String, "duration");
            if (typeof(IId).IsAssignableFrom(context.JsonTypeInfo.Type)) (schema.Type, schema.Format) = (JsonSchemaType.Integer, "int64");
            if (context.JsonTypeInfo.Type is { IsGenericType: true } given && given.GetGenericTypeDefinition() == typeof(Given<>)) schema.Type = GivenType(given.GetGenericArguments()[0]);
            return Task.CompletedTask;
        });
    }

    private static JsonSchemaType GivenType(Type type) =>
        type == typeof(bool) ? JsonSchemaType.Boolean
        : type == typeof(int) || type == typeof(long) ? JsonSchemaType.Integer
        : Nullable.GetUnderlyingType(type) is { } some ? GivenType(some) | JsonSchemaType.Null
        : type == typeof(string) ? JsonSchemaType.String | JsonSchemaType.Null
        : JsonSchemaType.String;

    public static void MapApiDocument(this IEndpointRouteBuilder app)
    {
        app.MapOpenApi("/openapi/{documentName}.json");
    }
}
