using System.Net;
using System.Reflection;
using System.Text.Json;
using FirstContact.Kit;
using FirstContact.People;
using FirstContact.Tickets;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace FirstContact;

/// <summary>Every route for programs, found from the server itself, with everything that should not come: the right no, and nothing stored.</summary>
public sealed class HostileApiTests
{
    private const string Oversized = "xxxxxxxxxxxxxxxx";
    private static readonly string Long = string.Concat(Enumerable.Repeat(Oversized, 70 * 1024 / Oversized.Length));
    private readonly List<string> _wrong = [];

    [Theory, MemberData(nameof(WebDesk.Engines), MemberType = typeof(WebDesk))]
    public async Task Every_route_refuses_what_should_not_come(string engine)
    {
        await using var desk = await WebDesk.Start(engine);
        using var admin = await desk.Program(await desk.Register("Ada Byron", Role.Administrator));
        using var stranger = await desk.Program(await desk.Register("Omar Said", Role.Customer));
        using var nobody = new HttpClient { BaseAddress = desk.Address };
        var ticket = await admin.Opens("Labels print blank");
        var routes = ApiDescriptionTests.Mapped(desk).Select(r => (r.Method, Path: r.Path["/api/v1/".Length..], Body: BodyOf(r.Endpoint))).ToList();
        Assert.True(routes.Count > 40);
        var before = await Entries(desk);

        foreach (var (method, path, body) in routes)
        {
            var at = Filled(path, ticket);
            await Expect(nobody, method, at, null, s => s == 401, "without a token");
            if (path.StartsWith("tickets/{ticket}", StringComparison.Ordinal)) await Expect(stranger, method, at, $$"""{"visibility":"public","body":"x","outcome":"{{(path.EndsWith("reproduction", StringComparison.Ordinal) ? "reproduced" : "works")}}"}""", s => s is 404 or 403, "of somebody else's ticket");
            foreach (var unknown in path.Contains('{', StringComparison.Ordinal) ? ["999999", "0", "-1", "99999999999999999999", "no-such", "%25"] : Array.Empty<string>())
                await Expect(admin, method, path.Replace("{ticket}", unknown, StringComparison.Ordinal).Replace("{id}", unknown, StringComparison.Ordinal).Replace("{who}", unknown, StringComparison.Ordinal).Replace("{person}", unknown, StringComparison.Ordinal).Replace("{kind}", unknown, StringComparison.Ordinal), "{}", s => s is 404 or 422 or 415, $"with {unknown}");
            await Expect(admin, method, $"{at}?q=%00&status=%00&after=%00", body is null ? null : "{}", s => s is >= 400 and < 500, "with a null character in the address");
            if (body is null) continue;
            foreach (var malformed in new[] { "{", "[]", "null", "\"x\"", "{\"a\":}", "\u0001" }) await Expect(admin, method, at, malformed, s => s == 422, $"with {malformed}");
            await Expect(admin, method, at, "title=x", s => s is 415 or 422, "as a form", "application/x-www-form-urlencoded");
            foreach (var property in body.GetProperties())
            {
                var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
                await Expect(admin, method, at, $"{{\"{name}\": {WrongFor(property.PropertyType)}}}", s => s == 422, $"with a wrong {name}", field: name);
                if (IsList(property.PropertyType)) await Expect(admin, method, at, $"{{\"{name}\": [null]}}", s => s == 422, $"with null among {name}");
                if (property.PropertyType == typeof(string)) await Expect(admin, method, at, $"{{\"{name}\": \"a\\u0000b\"}}", s => s == 422, $"with a null character in {name}", field: name);
            }
        }
        Assert.Equal(before, await Entries(desk));

        // Too much of something may stand where nobody reads it; what is read is refused, and none of it is kept.
        foreach (var (method, path, body) in routes)
            foreach (var property in body?.GetProperties().Where(p => p.PropertyType == typeof(string)) ?? [])
                await Expect(admin, method, Filled(path, ticket), $"{{\"{JsonNamingPolicy.CamelCase.ConvertName(property.Name)}\": \"{Long}\"}}", s => s < 500, $"with too much {property.Name}");
        Assert.DoesNotContain((await desk.Desk.Ask(new ReadFeed(null, ReadFeed.MostRows), Caller.Desk)).Value!.Items, e => e.Body.GetRawText().Contains(Oversized, StringComparison.Ordinal));
        foreach (var (method, path, _) in routes.Where(r => r.Method != "GET" && r.Path.StartsWith("tickets/{ticket}", StringComparison.Ordinal) && !r.Path.Contains("/draft", StringComparison.Ordinal)))
            await Expect(admin, method, Filled(path, ticket), "{\"reason\":\"x\",\"body\":\"x\",\"visibility\":\"internal\",\"how\":\"x\",\"title\":\"x\",\"statement\":\"x\"}", s => s is 412 or 409 or 422 or 404, "when stale", match: "\"999\"");
        Assert.True(_wrong.Count == 0, $"{_wrong.Count}:\n{string.Join('\n', _wrong.Take(60))}");
    }

    private async Task Expect(HttpClient program, string method, string path, string? body, Func<int, bool> right, string how, string type = "application/json", string? field = null, string? match = null)
    {
        using var request = new HttpRequestMessage(new(method), new Uri($"/api/v1/{path}", UriKind.Relative));
        if (body is not null && method != "GET") request.Content = new StringContent(body, null, type);
        if (match is not null) request.Headers.TryAddWithoutValidation("If-Match", match);
        using var answer = await program.SendAsync(request);
        var text = await answer.Text();
        var said = $"{method} {path} {how}: {(int)answer.StatusCode}";
        if (!right((int)answer.StatusCode)) { _wrong.Add($"{said} {text[..Math.Min(text.Length, 200)]}"); return; }
        if ((int)answer.StatusCode < 400) return;
        using var problem = JsonDocument.Parse(text.Length == 0 ? "{}" : text);
        if (!problem.RootElement.TryGetProperty("code", out _) || !problem.RootElement.TryGetProperty("title", out var title) || string.IsNullOrEmpty(title.GetString())) _wrong.Add($"{said} without code or words");
        if (field is not null && (!problem.RootElement.TryGetProperty("errors", out var errors) || errors.ValueKind != JsonValueKind.Object || !errors.EnumerateObject().Any(e => e.Name.StartsWith(field, StringComparison.OrdinalIgnoreCase))))
            _wrong.Add($"{said} but not at {field}: {text[..Math.Min(text.Length, 200)]}");
    }

    [Fact]
    public async Task A_null_character_is_named_with_its_field()
    {
        await using var desk = await WebDesk.Start();
        using var customer = await desk.Program(await desk.Register("Helen Marsh", Role.Customer));
        var no = await customer.Send(HttpMethod.Post, "tickets", """{"title":"x","description":"a\u0000b"}""");
        Assert.Equal(BodyErrors.NullCharacter.Code, no.Code);
        Assert.Equal(["description"], no.Fields);
        Assert.Equal("a\\u0000b", (string?)(await customer.Send(HttpMethod.Post, "tickets", """{"title":"a\\u0000b","description":"x"}""")).Body!["title"]);
    }

    private static Type? BodyOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is { RequestType: { } type } accepts && accepts.ContentTypes.Contains("application/json") ? type : null;

    /// <summary>Something that no field of this type can be.</summary>
    private static string WrongFor(Type type) => type == typeof(string) || type.IsValueType || IsList(type) ? "{\"no\":[]}" : "42";

    private static bool IsList(Type type) => type.IsArray || type.Name.StartsWith("Seq", StringComparison.Ordinal);

    private static string Filled(string path, long ticket) => path
        .Replace("{ticket}", $"{ticket}", StringComparison.Ordinal).Replace("sessions/{id}", "sessions/999999", StringComparison.Ordinal).Replace("{id}", "1", StringComparison.Ordinal).Replace("{delivery}", "1", StringComparison.Ordinal)
        .Replace("{kind}", "people", StringComparison.Ordinal).Replace("{who}", "ada.byron@harrow.example", StringComparison.Ordinal).Replace("{person}", "ada.byron@harrow.example", StringComparison.Ordinal)
        .Replace("{no}", "1", StringComparison.Ordinal).Replace("{to}", "2", StringComparison.Ordinal);

    private static async Task<long> Entries(WebDesk desk) => (await desk.Desk.Ask(new ShowHealth(), Caller.Desk)).Value!.Entries;
}
