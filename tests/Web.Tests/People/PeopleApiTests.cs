using System.Net.Http.Json;

namespace FirstContact.People;

public sealed class PeopleApiTests
{
    [Fact]
    public async Task People_by_id_and_address()
    {
        await using var desk = await WebDesk.Start();
        var ines = await desk.Register("Ines Duarte", Role.Administrator);
        using var api = await desk.Program(ines);
        await Send(api, HttpMethod.Post, "units", new { name = "Northgate", segment = "Plants" }, 201);
        var made = await Send(api, HttpMethod.Post, "people", new { name = "Jonas Weber", email = "Jonas@harrow.example", unit = "Northgate", roles = new[] { "agent" } }, 201);
        Assert.Equal("\"1\"", made.Headers.ETag?.Tag);
        Assert.Equal("Jonas Weber", (await (await api.GetAsync(made.Headers.Location)).Json()).GetProperty("name").GetString());

        var changed = await (await Send(api, HttpMethod.Patch, "people/jonas@harrow.example", new { title = "Agent", roles = new[] { "teamLead" }, active = false }, 200)).Json();
        Assert.Equal(("Agent", "Northgate", false), (changed.GetProperty("title").GetString(), changed.GetProperty("unit").GetProperty("name").GetString(), changed.GetProperty("active").GetBoolean()));
        Assert.Equal(["customer", "teamLead"], changed.GetProperty("roles").EnumerateArray().Select(r => r.GetString()));

        await Send(api, HttpMethod.Patch, $"people/{ines.Key}", new { title = "Never kept", active = false }, 409);
        Assert.DoesNotContain("Never kept", await (await Send(api, HttpMethod.Get, "me", null, 200)).Text(), StringComparison.Ordinal);
        var wrong = await (await Send(api, HttpMethod.Post, "people", new { name = "", email = "x" }, 422)).Json();
        Assert.Equal("person.name-missing", wrong.GetProperty("code").GetString());
        Assert.True(wrong.GetProperty("errors").TryGetProperty("email", out _));
        await Send(api, HttpMethod.Post, "people", new { name = "J", email = "jonas@harrow.example" }, 422);
        await Send(api, HttpMethod.Get, "people/nobody@harrow.example", null, 404);
        Assert.Equal("Ines Duarte", (await (await Send(api, HttpMethod.Get, "me", null, 200)).Json()).GetProperty("name").GetString());

        var page = await Send(api, HttpMethod.Get, "people?limit=1&former=true", null, 200);
        var next = (await page.Json()).GetProperty("next").GetString();
        Assert.Contains($"after={next}", page.Headers.GetValues("Link").Single(), StringComparison.Ordinal);
        Assert.Equal("Jonas Weber", (await (await Send(api, HttpMethod.Get, $"people?limit=1&former=true&after={next}", null, 200)).Json()).GetProperty("items")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_stale_change_is_refused_and_a_repeated_post_does_once()
    {
        await using var desk = await WebDesk.Start();
        using var api = await desk.Program(await desk.Register("Ines Duarte", Role.Administrator));
        api.DefaultRequestHeaders.Add("If-Match", "\"7\"");
        await Send(api, HttpMethod.Patch, "teams/1", new { name = "Front" }, 412);
        api.DefaultRequestHeaders.Remove("If-Match");
        api.DefaultRequestHeaders.Add("Idempotency-Key", "once");
        var first = await Send(api, HttpMethod.Post, "teams", new { name = "Network" }, 201);
        var again = await Send(api, HttpMethod.Post, "teams", new { name = "Network" }, 201);
        Assert.Equal(first.Headers.Location, again.Headers.Location);
    }

    [Fact]
    public async Task Teams_units_and_sessions()
    {
        await using var desk = await WebDesk.Start();
        using var api = await desk.Program(await desk.Register("Ines Duarte", Role.Administrator));
        var team = (await Send(api, HttpMethod.Post, "teams", new { name = "Network", purpose = "Wires", skills = new[] { "DNS" } }, 201)).Headers.Location!.ToString()["/api/v1/".Length..];
        Assert.Equal("Ines Duarte", (await (await Send(api, HttpMethod.Put, $"{team}/members/ines.duarte@harrow.example", null, 200)).Json()).GetProperty("members")[0].GetProperty("name").GetString());
        await Send(api, HttpMethod.Delete, $"{team}/members/ines.duarte@harrow.example", null, 200);
        Assert.False((await (await Send(api, HttpMethod.Patch, team, new { purpose = "Wires and air", active = false }, 200)).Json()).GetProperty("active").GetBoolean());
        await Send(api, HttpMethod.Patch, "teams/1", new { purpose = "Never kept", active = false }, 409);
        Assert.DoesNotContain("Never kept", await (await Send(api, HttpMethod.Get, "teams/1", null, 200)).Text(), StringComparison.Ordinal);
        await Send(api, HttpMethod.Get, "teams/99", null, 404);
        Assert.Equal(2, (await (await Send(api, HttpMethod.Get, "teams", null, 200)).Json()).GetProperty("items").GetArrayLength());

        await Send(api, HttpMethod.Post, "units", new { name = "Northgate" }, 201);
        Assert.Equal("Plants", (await (await Send(api, HttpMethod.Patch, "units/1", new { segment = "Plants", active = false }, 200)).Json()).GetProperty("segment").GetString());
        Assert.Equal("Asia/Kolkata", (await (await Send(api, HttpMethod.Patch, "units/1", new { zone = "Asia/Kolkata" }, 200)).Json()).GetProperty("zone").GetString());
        await Send(api, HttpMethod.Patch, "units/1", new { zone = "Middle/Earth" }, 422);
        Assert.Equal("America/New_York", (await (await Send(api, HttpMethod.Patch, team, new { zone = "America/New_York" }, 200)).Json()).GetProperty("zone").GetString());
        await Send(api, HttpMethod.Patch, team, new { zone = "Middle/Earth" }, 422);
        await Send(api, HttpMethod.Get, "units/9", null, 404);
        await Send(api, HttpMethod.Get, "units", null, 200);

        var session = (await (await Send(api, HttpMethod.Get, "sessions", null, 200)).Json()).GetProperty("items")[0].GetProperty("id").GetInt64();
        await Send(api, HttpMethod.Delete, "sessions/99", null, 404);
        await Send(api, HttpMethod.Delete, $"sessions/{session}", null, 204);
        await Send(api, HttpMethod.Get, "me", null, 401);
    }

    [Fact]
    public async Task A_token_may_no_more_than_its_scopes_and_a_cookie_only_reads()
    {
        await using var desk = await WebDesk.Start();
        var ines = await desk.Register("Ines Duarte", Role.Administrator);
        using var api = await desk.Program(ines, "people.see");
        await Send(api, HttpMethod.Get, "people", null, 200);
        await Send(api, HttpMethod.Post, "teams", new { name = "Network" }, 403);
        var browser = await desk.SignedIn("Ines Duarte");
        Assert.Equal(200, (await browser.Get("/api/v1/me")).Status());
        Assert.Equal(403, (await browser.Delete("/api/v1/sessions/99")).Status());
        using var stranger = new HttpClient { BaseAddress = desk.Address };
        await Send(stranger, HttpMethod.Get, "me", null, 401);
    }

    private static async Task<HttpResponseMessage> Send(HttpClient api, HttpMethod method, string path, object? body, int expected)
    {
        using var request = new HttpRequestMessage(method, new Uri($"/api/v1/{path}", UriKind.Relative)) { Content = body is null ? null : JsonContent.Create(body) };
        var answer = await api.SendAsync(request);
        Assert.True(expected == answer.Status(), $"{method} {path}: {answer.Status()} {await answer.Text()}");
        return answer;
    }
}
