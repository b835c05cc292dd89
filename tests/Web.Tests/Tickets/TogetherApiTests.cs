using System.Net;
using FirstContact.People;

namespace FirstContact.Tickets;

/// <summary>Teams that hand over, ask each other in, and go to and fro, by programs.</summary>
public sealed class TogetherApiTests : IAsyncLifetime
{
    private readonly TestServer _server = new();
    private HttpClient _first = null!, _network = null!, _customer = null!, _administrator = null!;

    public async Task InitializeAsync()
    {
        await _server.InitializeAsync();
        (_administrator, _first, _network, _customer) = (await _server.Program(Role.Administrator), await _server.Program(Role.Agent), await _server.Program(Role.Agent), await _server.Program(Role.Customer));
        await _server.Done(new AddTeam("Network", "", ["dns"]));
        foreach (var (team, program) in new[] { (1L, _first), (2L, _network) })
            await _server.Done(new JoinTeam(new(team), $"{(long)(await program.Ask("me")).Body!["id"]!}"));
    }

    public Task DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_handover_is_filled_judged_and_seen_to_bounce()
    {
        var id = await _customer.Opens("The network drops");
        await _first.TakesUpTo(id, Policies.CareStep.Reproduction);
        var handed = (await _first.Does(id, "handovers", new { team = "Network", asked = "Look at the switch", promised = "News before the shift ends" })).Body!;
        Assert.Equal(("All printers of line 2 print blank labels.", "Open an order\nPress Print label", "News before the shift ends"), ((string?)handed["statement"], (string?)handed["reproduction"], (string?)handed["promised"]));
        var line = (await _first.Ask("tickets?status=open")).Body!["items"]![0]!;
        Assert.Equal("Network", (string?)line["handedTo"]);
        Assert.NotNull(line["handedAt"]);
        Assert.Null((await _customer.Ask("tickets?status=open")).Body!["items"]![0]!["handedTo"]);

        Assert.Equal($"{id}-1", (string?)(await _network.Send(HttpMethod.Post, $"handovers/{id}-1/acceptance", new { })).Body!["hands"]!["toJudge"]);
        Assert.Equal(["complete"], (await _network.Send(HttpMethod.Put, $"handovers/{id}-1/completeness", new { })).Fields);
        Assert.Equal((HttpStatusCode.Conflict, "handover.own"), (await _first.Send(HttpMethod.Put, $"handovers/{id}-1/completeness", new { complete = true })) is var own ? (own.Status, own.Code) : default);
        Assert.Null((await _network.Send(HttpMethod.Put, $"handovers/{id}-1/completeness", new { complete = false, lacked = new[] { "device", "files" } })).Body!["hands"]!["toJudge"]);
        Assert.Equal("First Contact", (string?)(await _network.Ask($"tickets/{id}")).Body!["hands"]!["bouncesTo"]!["name"]);

        await _network.Does(id, "handovers", new { team = "First Contact", asked = "It is the printer" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _first.Send(HttpMethod.Post, $"handovers/{id}-2/return", new { reason = "x", lacked = new[] { "luck" } })).Status);
        var back = (await _first.Send(HttpMethod.Post, $"handovers/{id}-2/acceptance", new { })).Body!["hands"]!;
        Assert.Equal((1, "First Contact", "Network"), ((int)back["bounces"]!, (string?)back["bounce"]!["between"]!["name"], (string?)back["bounce"]!["and"]!["name"]));
        Assert.Equal([1L, 2, 1], back["path"]!.AsArray().Select(t => (long)t!));
        Assert.Equal(["agreed"], (await _first.Send(HttpMethod.Post, $"tickets/{id}/bounce/settlement", new { })).Fields);
        Assert.Equal(HttpStatusCode.Forbidden, (await _customer.Send(HttpMethod.Post, $"tickets/{id}/bounce/settlement", new { agreed = "x" })).Status);
        Assert.Null((await _first.Does(id, "bounce/settlement", new { agreed = "The port is looked at first" })).Body!["hands"]!["bounce"]);
        Assert.Equal("bounce.none", (await _first.Send(HttpMethod.Post, $"tickets/{id}/bounce/settlement", new { agreed = "x" })).Code);
        Assert.Null((await _customer.Ask($"tickets/{id}")).Body!["hands"]);
    }

    [Fact]
    public async Task A_team_and_a_skill_are_asked_and_answer()
    {
        var id = await _customer.Opens("The network drops");
        var asked = (await _first.Does(id, "asks", new { team = "Network", question = "Is the switch up?" })).Body!["hands"]!["asks"]!.AsArray();
        Assert.Equal((1, "Network", "Is the switch up?"), ((int)asked[0]!["no"]!, (string?)asked[0]!["team"]!["name"], (string?)asked[0]!["question"]));
        await _first.Does(id, "asks", new { skill = "dns", question = "Which server?" });
        Assert.Equal(["question", "team"], (await _first.Send(HttpMethod.Post, $"tickets/{id}/asks", new { team = "Nowhere" })).Fields.Order());
        Assert.Equal(["skill"], (await _first.Send(HttpMethod.Post, $"tickets/{id}/asks", new { skill = "magic", question = "x" })).Fields);
        Assert.Equal(["person"], (await _first.Send(HttpMethod.Post, $"tickets/{id}/asks", new { person = "nobody@x.example", question = "x" })).Fields);
        Assert.Equal(["answer"], (await _network.Send(HttpMethod.Post, $"tickets/{id}/asks/1/answer", new { })).Fields);
        Assert.Equal((HttpStatusCode.Conflict, "ask.not-asked"), (await _administrator.Send(HttpMethod.Post, $"tickets/{id}/asks/1/answer", new { answer = "x" })) is var no ? (no.Status, no.Code) : default);
        var answered = (await _network.Does(id, "asks/1/answer", new { answer = "It is up." })).Body!;
        Assert.Equal((1, 1, "First Contact"), (answered["hands"]!["asks"]!.AsArray().Count, answered["hands"]!["helpers"]!.AsArray().Count, (string?)answered["team"]!["name"]));
        Assert.Empty((await _first.Send(HttpMethod.Delete, $"tickets/{id}/asks/2")).Body!["hands"]!["asks"]!.AsArray());
        Assert.Equal("ask.unknown", (await _first.Send(HttpMethod.Delete, $"tickets/{id}/asks/2")).Code);
        Assert.Equal(HttpStatusCode.Forbidden, (await _customer.Send(HttpMethod.Post, $"tickets/{id}/asks", new { team = "Network", question = "x" })).Status);
    }

    [Fact]
    public async Task Who_brings_teams_together()
    {
        var me = (string?)(await _first.Ask("me")).Body!["email"];
        var before = await _first.Ask("team-bridges");
        var after = await _administrator.Send(HttpMethod.Put, "team-bridges", new { bridges = new[] { new { team = "Network", with = "First Contact", person = me } } }, match: before.Tag);
        Assert.Equal((HttpStatusCode.OK, "\"1\""), (after.Status, after.Tag));
        Assert.Equal(after.Body!.ToJsonString(), (await _first.Ask("team-bridges")).Body!.ToJsonString());
        Assert.Equal(["bridges[0].person", "bridges[0].team"], (await _administrator.Send(HttpMethod.Put, "team-bridges", new { bridges = new[] { new { team = "Nowhere" } } })).Fields.Order());
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await _administrator.Send(HttpMethod.Put, "team-bridges", new { bridges = Array.Empty<int>() }, match: before.Tag)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await _first.Send(HttpMethod.Put, "team-bridges", new { bridges = Array.Empty<int>() })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await _customer.Ask("team-bridges")).Status);
    }
}
