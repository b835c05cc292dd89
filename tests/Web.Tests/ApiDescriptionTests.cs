using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;

namespace FirstContact;

/// <summary>The description of the API says all that the API does, in the form it claims.</summary>
public sealed partial class ApiDescriptionTests
{
    [Fact]
    public async Task Every_route_is_described()
    {
        await using var desk = await WebDesk.Start();
        using var nobody = new HttpClient { BaseAddress = desk.Address };
        var document = JsonNode.Parse(await nobody.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)))!;
        Assert.StartsWith("3.1.", (string?)document["openapi"], StringComparison.Ordinal);
        Assert.NotNull(document["info"]!["title"]);

        var described = (from path in document["paths"]!.AsObject() from operation in path.Value!.AsObject() select $"{operation.Key.ToUpperInvariant()} {path.Key}").ToHashSet();
        var mapped = Mapped(desk).Select(r => $"{r.Method} {r.Path}").ToList();
        Assert.NotEmpty(mapped);
        Assert.DoesNotContain(mapped, r => !described.Contains(r));

        var wrong = new List<string>();
        foreach (var path in document["paths"]!.AsObject())
        {
            var named = Braces().Matches(path.Key).Select(m => m.Groups[1].Value).Order().ToList();
            foreach (var (method, operation) in path.Value!.AsObject())
            {
                var at = $"{method} {path.Key}";
                if (operation!["summary"] is null) wrong.Add($"{at} has no summary");
                // Without one the framework takes the name of a class or of the program.
                if (operation["tags"] is not JsonArray { Count: 1 } tags || !Regex.IsMatch((string)tags[0]!, "^[A-Z][a-z]+( [a-z]+)?$")) wrong.Add($"{at} has not one tag in plain words");
                if (operation["responses"] is not JsonObject { Count: > 0 }) wrong.Add($"{at} has no answer");
                var parameters = (operation["parameters"] as JsonArray ?? []).ToList();
                if (!parameters.Where(p => (string?)p!["in"] == "path").Select(p => (string)p!["name"]!).Order().SequenceEqual(named)) wrong.Add($"{at} does not describe its path");
                if (parameters.Any(p => (string?)p!["in"] == "path" && (bool?)p["required"] != true)) wrong.Add($"{at} has a path parameter that is not required");
                if (method is "post" or "put" or "patch" && operation["requestBody"] is null && !path.Key.Contains("/members/", StringComparison.Ordinal) && !path.Key.EndsWith("/restoration", StringComparison.Ordinal)) wrong.Add($"{at} takes nothing");
            }
        }
        foreach (var reference in References(document))
            if (reference.Split('/')[1..].Aggregate((JsonNode?)document, (at, part) => at?[part]) is null) wrong.Add($"{reference} leads nowhere");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Distinct()));
    }

    /// <summary>All routes for programs, without the constraints of their parameters, as the description writes them.</summary>
    internal static IEnumerable<(string Method, string Path, RouteEndpoint Endpoint)> Mapped(WebDesk desk) =>
        from endpoint in desk.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let path = Constraint().Replace("/" + endpoint.RoutePattern.RawText!.Trim('/'), "}")
        where path.StartsWith("/api/v1", StringComparison.Ordinal)
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
        select (method, path, endpoint);

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject thing => thing.SelectMany(p => p is { Key: "$ref", Value: JsonValue value } ? [(string)value!] : References(p.Value)),
        JsonArray list => list.SelectMany(References),
        _ => [],
    };

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Braces();

    [GeneratedRegex(@":\w+\}")]
    private static partial Regex Constraint();
}
