using System.Net;
using System.Text.Json.Nodes;
using FirstContact.People;

namespace FirstContact.Policies;

public sealed class DocumentApiTests : IAsyncLifetime
{
    private readonly TestServer _server = new();
    private HttpClient _api = null!, _agent = null!;

    public async Task InitializeAsync()
    {
        await _server.InitializeAsync();
        (_api, _agent) = (await _server.Program(Role.Administrator), await _server.Program(Role.Agent));
    }

    public Task DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task The_priority_matrix()
    {
        var before = await _agent.Ask("priority-matrix");
        Assert.Equal(("\"0\"", "p1", "p3"), (before.Tag, (string?)before.Body!["ranks"]!["high"]!["high"], (string?)before.Body["ranks"]!["high"]!["low"]));
        before.Body["ranks"]!["high"]!["low"] = "p2";
        var after = await _api.Send(HttpMethod.Put, "priority-matrix", before.Body, match: before.Tag);
        Assert.Equal((HttpStatusCode.OK, "\"1\""), (after.Status, after.Tag));
        Assert.Equal(after.Body!.ToJsonString(), (await _agent.Ask("priority-matrix")).Body!.ToJsonString());

        Assert.Equal(HttpStatusCode.PreconditionFailed, (await _api.Send(HttpMethod.Put, "priority-matrix", PutBack(before.Body, "p3"), match: before.Tag)).Status);
        Assert.Equal("matrix.ranks-fall", (await _api.Send(HttpMethod.Put, "priority-matrix", PutBack(before.Body, "p5"))).Code);
        Assert.Equal(["ranks"], (await _api.Send(HttpMethod.Put, "priority-matrix", PutBack(before.Body, "p9"))).Fields);
        Assert.Equal("matrix.ranks-invalid", (await _api.Send(HttpMethod.Put, "priority-matrix")).Code);
        Assert.Equal(HttpStatusCode.Forbidden, (await _agent.Send(HttpMethod.Put, "priority-matrix", before.Body)).Status);
    }

    [Fact]
    public async Task The_care_policy()
    {
        var before = await _agent.Ask("care-policy");
        var rules = before.Body!["rules"]!.AsArray();
        var rule = rules[0]!.DeepClone();
        (rule["class"], rule["priority"], rule["craftBy"], rule["steps"]!["proposal"]) = (3, "p1", "another", "leftOut");
        rules.Add(rule);
        var after = await _api.Send(HttpMethod.Put, "care-policy", before.Body, match: before.Tag);
        Assert.Equal((HttpStatusCode.OK, "\"1\""), (after.Status, after.Tag));
        Assert.True(JsonNode.DeepEquals(before.Body, after.Body));
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await _api.Send(HttpMethod.Put, "care-policy", new { rules = Array.Empty<int>() }, match: before.Tag)).Status);

        rules.Add(rule.DeepClone());
        Assert.Equal("care.rule-twice", (await _api.Send(HttpMethod.Put, "care-policy", before.Body)).Code);
        rules[^1]!["class"] = 99;
        var unknown = await _api.Send(HttpMethod.Put, "care-policy", before.Body);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "care.rule-class-unknown"), (unknown.Status, unknown.Code));
        Assert.Equal([$"rules[{rules.Count - 1}]"], unknown.Fields);
        rules[^1]!["class"] = 4;
        rules[^1]!["steps"]!.AsObject().Remove("greeting");
        Assert.Equal("care.rule-invalid", (await _api.Send(HttpMethod.Put, "care-policy", before.Body)).Code);
        rules[^1] = null;
        Assert.Equal(["rules"], (await _api.Send(HttpMethod.Put, "care-policy", before.Body)).Fields);
        Assert.Equal("care.too-many-rules", (await _api.Send(HttpMethod.Put, "care-policy", new { rules = Enumerable.Repeat(rule, 101) })).Code);
        Assert.Equal("care.general-rule-missing", (await _api.Send(HttpMethod.Put, "care-policy")).Code);
        Assert.Equal(["rules"], (await _api.Send(HttpMethod.Put, "care-policy", """{"rules":[{"steps":{"greeting":"maybe"}}]}""")).Fields);
        Assert.Equal(HttpStatusCode.Forbidden, (await _agent.Send(HttpMethod.Put, "care-policy", after.Body!)).Status);
    }

    [Fact]
    public async Task The_rules_of_the_desk()
    {
        var before = await _agent.Ask("desk-rules");
        Assert.Equal(("\"1\"", 14), (before.Tag, (int)before.Body!["reopenableDays"]!));
        var after = await _api.Send(HttpMethod.Put, "desk-rules", new { organisation = "Harrow & Lind", phone = "0191 555 0100", reopenableDays = 21, silenceDays = 3 }, match: before.Tag);
        Assert.Equal((HttpStatusCode.OK, "\"2\""), (after.Status, after.Tag));
        Assert.Equal("Harrow & Lind", (string?)(await _agent.Ask("desk-rules")).Body!["organisation"]);

        var wrong = await _api.Send(HttpMethod.Put, "desk-rules", new { organisation = new string('o', 81), phone = new string('0', 41), silenceDays = 366 });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal(["organisation", "phone", "reopenableDays", "silenceDays"], wrong.Fields);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await _api.Send(HttpMethod.Put, "desk-rules", new { organisation = "Late", reopenableDays = 1, silenceDays = 1 }, match: before.Tag)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await _agent.Send(HttpMethod.Put, "desk-rules", after.Body)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _server.Anonymous().Ask("desk-rules")).Status);
    }

    private static JsonNode PutBack(JsonNode matrix, string name)
    {
        var other = matrix.DeepClone();
        other["ranks"]!["high"]!["low"] = name;
        return other;
    }
}
