using System.Globalization;

namespace FirstContact.Kit;

/// <summary>How the API answers when all went well: ETag is the version, a list says where it goes on.</summary>
public static class Answers
{
    public static IResult Tagged<T>(this HttpResponse http, int version, T body)
    {
        http.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");
        return TypedResults.Json(body, ApiJson.Options);
    }

    public static IResult Made<T>(this HttpResponse http, string location, int version, T body)
    {
        http.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");
        http.Headers.Location = location;
        return TypedResults.Json(body, ApiJson.Options, statusCode: 201);
    }

    /// <param name="next">The cursor of the next page; null at the end.</param>
    /// <param name="linked">Whether what walks from page to page by links goes on there: not from the end of a feed, which only waits.</param>
    public static IResult Listed<T>(this HttpContext http, IReadOnlyList<T> items, string? next, long? total = null, bool linked = true)
    {
        if (next is not null && linked)
        {
            var query = http.Request.Query.Where(q => q.Key != "after").SelectMany(q => q.Value, (q, v) => $"{Uri.EscapeDataString(q.Key)}={Uri.EscapeDataString(v ?? "")}");
            http.Response.Headers.Link = $"<{http.Request.Path}?{string.Join('&', query.Append($"after={Uri.EscapeDataString(next)}"))}>; rel=\"next\"";
        }
        return TypedResults.Json(new Listing<T>(items, next, total), ApiJson.Options);
    }
}

/// <summary>One page of a list; <see cref="Total"/> only when it was asked for.</summary>
public sealed record Listing<T>(IReadOnlyList<T> Items, string? Next, long? Total);
