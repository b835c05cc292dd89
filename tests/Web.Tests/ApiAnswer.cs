using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace FirstContact;

/// <summary>An answer of the API, read.</summary>
public sealed record ApiAnswer(HttpStatusCode Status, string? Tag, string? Location, JsonNode? Body)
{
    public string? Code => (string?)Body?["code"];

    /// <summary>The fields that a problem names.</summary>
    public string[] Fields => [.. Body?["errors"]?.AsObject().Select(e => e.Key) ?? []];
}

public static class ApiAsking
{
    extension(HttpClient client)
    {
        public Task<ApiAnswer> Ask(string path) => client.Send(HttpMethod.Get, path);

        public async Task<ApiAnswer> Send(HttpMethod method, string path, object? body = null, string? match = null, string? key = null)
        {
            using var request = new HttpRequestMessage(method, new Uri($"/api/v1/{path}", UriKind.Relative));
            if (body is not null) request.Content = body is string json ? new StringContent(json, null, "application/json") : JsonContent.Create(body);
            if (match is not null) request.Headers.TryAddWithoutValidation("If-Match", match);
            if (key is not null) request.Headers.Add("Idempotency-Key", key);
            using var answer = await client.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            return new(answer.StatusCode, answer.Headers.ETag?.Tag, answer.Headers.Location?.ToString(), text.Length == 0 ? null : JsonNode.Parse(text));
        }
    }
}
