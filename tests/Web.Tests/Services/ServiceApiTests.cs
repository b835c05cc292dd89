using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FirstContact.People;

namespace FirstContact.Services;

public sealed class ServiceApiTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task From_the_first_day_to_the_last_and_back()
    {
        var api = await server.Program(Role.ServiceCoordinator);
        var made = await api.Send(HttpMethod.Post, "services", new { name = "Label printing", description = "On the lines", team = "First Contact", owner = "person1@harrow.example" });
        Assert.Equal((HttpStatusCode.Created, "\"1\""), (made.Status, made.Tag));
        var path = made.Location!["/api/v1/".Length..];
        Assert.Equal(made.Body!.ToJsonString(), (await api.Ask(path)).Body!.ToJsonString());
        Assert.Equal(("First Contact", "person1@harrow.example"), ((string?)made.Body["team"]!["name"], (string?)made.Body["owner"]!["email"]));

        var changed = await api.Send(HttpMethod.Patch, path, """{"name":"Labels","owner":null}""", match: made.Tag);
        Assert.Equal((HttpStatusCode.OK, "\"2\""), (changed.Status, changed.Tag));
        Assert.Equal(("Labels", "On the lines", "First Contact"), ((string?)changed.Body!["name"], (string?)changed.Body["description"], (string?)changed.Body["team"]!["name"]));
        Assert.Null(changed.Body["owner"]);

        Assert.False((bool)(await api.Send(HttpMethod.Delete, path)).Body!["active"]!);
        Assert.True((bool)(await api.Send(HttpMethod.Post, $"{path}/restoration")).Body!["active"]!);
        Assert.Equal("\"4\"", (await api.Ask(path)).Tag);
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field()
    {
        var api = await server.Program(Role.ServiceCoordinator);
        await api.Send(HttpMethod.Post, "services", new { name = "Wrong" });
        var wrong = await api.Send(HttpMethod.Post, "services", new { name = "WRONG", team = "No such team", owner = "nobody@harrow.example" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal(["name", "team", "owner"], wrong.Fields);
        Assert.Equal("service.name-taken", wrong.Code);
        Assert.Equal("service.name-missing", (await api.Send(HttpMethod.Post, "services")).Code);
        Assert.Equal(["name"], (await api.Send(HttpMethod.Post, "services", """{"name":5}""")).Fields);
        Assert.Equal("body.unreadable", (await api.Send(HttpMethod.Post, "services", "[")).Code);
    }

    [Fact]
    public async Task Too_much_is_refused()
    {
        var api = await server.Program(Role.ServiceCoordinator);
        var wrong = await api.Send(HttpMethod.Post, "services", new { name = new string('n', 81), description = new string('d', 2001) });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal(["name", "description"], wrong.Fields);
    }

    [Fact]
    public async Task What_is_not_there_is_missed()
    {
        var api = await server.Program(Role.ServiceCoordinator);
        Assert.Equal(HttpStatusCode.NotFound, (await api.Ask("services/99")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await api.Send(HttpMethod.Patch, "services/99", new { name = "Mail" })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await api.Send(HttpMethod.Delete, "services/99")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await api.Send(HttpMethod.Post, "services/99/restoration")).Status);
    }

    [Fact]
    public async Task The_second_of_two_changes_is_told()
    {
        var api = await server.Program(Role.ServiceCoordinator);
        var made = await api.Send(HttpMethod.Post, "services", new { name = "Stale" });
        var path = made.Location!["/api/v1/".Length..];
        await api.Send(HttpMethod.Patch, path, new { description = "newer" });
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await api.Send(HttpMethod.Patch, path, new { name = "Older" }, match: made.Tag)).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await api.Send(HttpMethod.Delete, path, match: "\"x\"")).Status);
    }

    [Fact]
    public async Task Everyone_may_read_and_few_may_change()
    {
        var coordinator = await server.Program(Role.ServiceCoordinator);
        var made = await coordinator.Send(HttpMethod.Post, "services", new { name = "Guarded", owner = "person1@harrow.example" });
        var path = made.Location!["/api/v1/".Length..];
        var (agent, customer) = (await server.Program(Role.Agent), await server.Program(Role.Customer));
        Assert.Equal("person1@harrow.example", (string?)(await agent.Ask(path)).Body!["owner"]!["email"]);
        Assert.Null((await customer.Ask(path)).Body!["owner"]!["email"]);
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.Send(HttpMethod.Post, "services", new { name = "Mine" })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.Send(HttpMethod.Patch, path, new { name = "Mine" })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await customer.Send(HttpMethod.Delete, path)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.Anonymous().Ask(path)).Status);
    }

    [Fact]
    public async Task The_same_request_twice_adds_one()
    {
        var api = await server.Program(Role.ServiceCoordinator);
        var first = await api.Send(HttpMethod.Post, "services", new { name = "Once" }, key: "k");
        var second = await api.Send(HttpMethod.Post, "services", new { name = "Once" }, key: "k");
        Assert.Equal((HttpStatusCode.Created, first.Location), (second.Status, second.Location));
    }

    [Fact]
    public async Task What_a_change_may_leave_out_is_described_so()
    {
        var described = await server.Anonymous().GetFromJsonAsync<JsonNode>(new Uri("/openapi/v1.json", UriKind.Relative));
        var change = described!["components"]!["schemas"]!["ChangeServiceBody"]!;
        Assert.Null(change["required"]);
        Assert.Equal(["null", "string"], described["components"]!["schemas"]!["GivenOfstring"]!["type"]!.AsArray().Select(t => (string?)t));
    }

    [Fact]
    public async Task A_list_goes_by_pages()
    {
        var api = await server.Program(Role.ServiceCoordinator);
        foreach (var name in new[] { "Page one", "Page two", "Page three" }) await api.Send(HttpMethod.Post, "services", new { name });
        var all = (await api.Ask("services?count=true")).Body!;
        var seen = new List<string?>();
        for (var page = (await api.Ask("services?limit=1")).Body; page is not null; page = page["next"] is { } next ? (await api.Ask($"services?limit=1&after={next}")).Body : null)
            seen.Add((string?)Assert.Single(page["items"]!.AsArray())!["name"]);
        Assert.Equal(all["items"]!.AsArray().Select(i => (string?)i!["name"]), seen);
        Assert.Equal((int)all["total"]!, seen.Count);
        Assert.Equal(["limit"], (await api.Ask("services?limit=0")).Fields);
        Assert.Equal(["after"], (await api.Ask("services?after=99999")).Fields);
    }
}
