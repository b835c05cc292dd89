using System.Text;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace FirstContact.Kit;

/// <summary><c>GET /api</c>: the description of the API as a person reads it, made from the same document that programs get.</summary>
public static class ApiPages
{
    private const int Deepest = 4;
    private static readonly Lock Once = new();
    private static Task<ApiModel>? _made;

    public static void MapApiPage(this IEndpointRouteBuilder pages) => pages.MapGet("/api", async ([FromKeyedServices("v1")] IOpenApiDocumentProvider provider) =>
    {
        // The routes do not change while the desk runs.
        lock (Once) _made ??= Make(provider);
        return Show.Page<ApiPage, ApiModel>(await _made);
    });

    private static async Task<ApiModel> Make(IOpenApiDocumentProvider provider)
    {
        var document = await provider.GetOpenApiDocumentAsync();
        var routes =
            from path in document.Paths
            from operation in path.Value.Operations ?? []
            let o = operation.Value
            group new ApiRoute(
                operation.Key.Method, path.Key, o.Summary ?? "",
                [.. (o.Parameters ?? []).Select(p => new ApiParameter(p.Name ?? "", p.In == ParameterLocation.Path ? "path" : "query", Short(p.Schema)))],
                Text(o.RequestBody?.Content),
                [.. (o.Responses ?? []).Select(r => (r.Key, Text(r.Value.Content)))]) by o.Tags?.FirstOrDefault()?.Name ?? "Other";
        return new($"{document.Info.Title} {document.Info.Version}", [.. routes.Select(g => new ApiTag(g.Key, [.. g]))]);
    }

    private static string? Text(IDictionary<string, OpenApiMediaType>? content) =>
        content?.FirstOrDefault() is { Value.Schema: { } schema } media ? media.Key == "application/json" ? Written(schema, 0) : media.Key : null;

    /// <summary>A schema as JSON with types in the place of values, short enough to be read.</summary>
    private static string Written(IOpenApiSchema schema, int depth)
    {
        if (schema.Items is { } item) return $"[{Written(item, depth)}]";
        if (schema.Properties is not { Count: > 0 } properties || depth > Deepest) return Short(schema);
        var (text, indent) = (new StringBuilder("{\n"), new string(' ', 2 * (depth + 1)));
        foreach (var (name, property) in properties) text.Append(indent).Append(name).Append(": ").Append(Written(property, depth + 1)).Append('\n');
        return text.Append(' ', 2 * depth).Append('}').ToString();
    }

    private static string Short(IOpenApiSchema? schema)
    {
        if (schema is null) return "";
        if (schema.Enum is { Count: > 0 } words) return string.Join(" | ", words.Select(w => w?.ToString() ?? "null"));
        if (schema.OneOf is { Count: > 0 } or && or.FirstOrDefault(s => s.Type is not JsonSchemaType.Null) is { } one) return Written(one, Deepest);
        var type = schema.Type is { } known ? string.Join(" or ", Enum.GetValues<JsonSchemaType>().Where(t => t != JsonSchemaType.Null && known.HasFlag(t)).Select(t => t.ToString().ToLowerInvariant())) : "";
        return schema.Format is { } format ? format : type;
    }
}

public sealed record ApiModel(string Title, IReadOnlyList<ApiTag> Tags);

public sealed record ApiTag(string Name, IReadOnlyList<ApiRoute> Routes);

public sealed record ApiRoute(string Method, string Path, string Summary, IReadOnlyList<ApiParameter> Parameters, string? Body, IReadOnlyList<(string Status, string? Answer)> Answers);

public sealed record ApiParameter(string Name, string In, string Type);
