using System.Net;
using FirstContact.People;
using FirstContact.Services;
using FirstContact.Tickets;

namespace FirstContact.Assignment;

public sealed class AssignmentApiTests : IAsyncLifetime
{
    private readonly TestServer _server = new();
    private HttpClient _administrator = null!, _agent = null!, _customer = null!;
    private long _me;

    public async Task InitializeAsync()
    {
        await _server.InitializeAsync();
        (_administrator, _agent, _customer) = (await _server.Program(Role.Administrator), await _server.Program(Role.Agent), await _server.Program(Role.Customer));
        _me = (long)(await _agent.Ask("me")).Body!["id"]!;
        await _server.Done(new JoinTeam(TeamId.FirstContact, $"{_me}"));
    }

    public Task DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task How_a_team_assigns()
    {
        var before = await _agent.Ask("teams/1/assignment");
        Assert.Equal(("\"0\"", "byHand", 10, "preferred", 1), (before.Tag, (string?)before.Body!["way"], (int)before.Body["most"]!, (string?)before.Body["skill"], before.Body["members"]!.AsArray().Count));
        var after = await _administrator.Send(HttpMethod.Put, "teams/1/assignment", new { way = "roundRobin", most = 7, skill = "required", members = new[] { new { person = _me, most = 3 } } }, match: before.Tag);
        Assert.Equal((HttpStatusCode.OK, "\"1\"", "roundRobin", 3), (after.Status, after.Tag, (string?)after.Body!["way"], (int)after.Body["members"]![0]!["most"]!));
        Assert.Equal(after.Body!.ToJsonString(), (await _agent.Ask("teams/1/assignment")).Body!.ToJsonString());
        // What was read can be put back as it is.
        Assert.Equal("\"1\"", (await _administrator.Send(HttpMethod.Put, "teams/1/assignment", after.Body, match: after.Tag)).Tag);

        Assert.Equal(HttpStatusCode.PreconditionFailed, (await _administrator.Send(HttpMethod.Put, "teams/1/assignment", new { way = "byHand" }, match: before.Tag)).Status);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "assignment.way-unknown"), (await _administrator.Send(HttpMethod.Put, "teams/1/assignment", new { most = 7 })) is var none ? (none.Status, none.Code) : default);
        Assert.Equal(["way"], (await _administrator.Send(HttpMethod.Put, "teams/1/assignment", new { way = "byLot" })).Fields);
        Assert.Equal(["most", "members[0].most"], (await _administrator.Send(HttpMethod.Put, "teams/1/assignment", new { way = "balanced", most = 0, members = new[] { new { person = _me, most = -1 } } })).Fields);
        Assert.Equal("assignment.not-a-member", (await _administrator.Send(HttpMethod.Put, "teams/1/assignment", new { way = "balanced", members = new[] { new { person = 99, most = 1 } } })).Code);
        Assert.Equal(HttpStatusCode.Forbidden, (await _agent.Send(HttpMethod.Put, "teams/1/assignment", new { way = "byHand" })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _administrator.Send(HttpMethod.Put, "teams/99/assignment", new { way = "byHand" })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await _customer.Ask("teams/1/assignment")).Status);
    }

    [Fact]
    public async Task When_somebody_is_at_work()
    {
        var before = await _agent.Ask("people/me/availability");
        Assert.Equal(("\"0\"", true), (before.Tag, (bool)before.Body!["taking"]!));
        var after = await _agent.Send(HttpMethod.Patch, "people/me/availability", new { hours = new { zone = "Europe/London", days = new[] { new { day = "monday", from = "08:00", to = "16:30" } } }, skills = new[] { "vpn" } }, match: before.Tag);
        Assert.Equal((HttpStatusCode.OK, "\"2\"", "16:30", "vpn"), (after.Status, after.Tag, (string?)after.Body!["hours"]!["days"]![0]!["to"], (string?)after.Body["skills"]![0]));
        var paused = await _agent.Send(HttpMethod.Patch, $"people/{_me}/availability", new { taking = false });
        Assert.Equal((false, "Europe/London"), ((bool)paused.Body!["taking"]!, (string?)paused.Body["hours"]!["zone"]));
        Assert.Null((await _agent.Send(HttpMethod.Patch, "people/me/availability", """{"hours":null}""")).Body!["hours"]);

        Assert.Equal(["zone", "monday"], (await _agent.Send(HttpMethod.Patch, "people/me/availability", new { hours = new { zone = "x", days = new[] { new { day = "monday", from = "08:00" } } } })).Fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _agent.Send(HttpMethod.Patch, "people/me/availability", new { hours = new { zone = "Europe/London", days = new[] { new { day = "monday", from = "early", to = "late" } } } })).Status);
        Assert.Equal("assignment.days-missing", (await _agent.Send(HttpMethod.Patch, "people/me/availability", new { hours = new { zone = "Europe/London" } })).Code);
        Assert.Equal("assignment.skills-invalid", (await _agent.Send(HttpMethod.Patch, "people/me/availability", new { skills = new[] { new string('x', 61) } })).Code);
        Assert.Equal(HttpStatusCode.Forbidden, (await _agent.Send(HttpMethod.Patch, "people/1/availability", new { taking = false })).Status);
        Assert.Equal(HttpStatusCode.OK, (await _administrator.Send(HttpMethod.Patch, $"people/{_me}/availability", new { taking = true })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _agent.Ask("people/99/availability")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await _customer.Ask("people/me/availability")).Status);
    }

    [Fact]
    public async Task Which_skill_is_asked_for()
    {
        var category = (await _server.Done(new AddCategory("Remote access"))).Key;
        var before = await _agent.Ask("skill-needs");
        var after = await _administrator.Send(HttpMethod.Put, "skill-needs", new { needs = new[] { new { skill = "vpn", category } } }, match: before.Tag);
        Assert.Equal((HttpStatusCode.OK, "\"1\""), (after.Status, after.Tag));
        Assert.Equal(after.Body!.ToJsonString(), (await _agent.Ask("skill-needs")).Body!.ToJsonString());
        Assert.Equal([$"category-{category}"], (await _administrator.Send(HttpMethod.Put, "skill-needs", new { needs = new[] { new { skill = "", category } } })).Fields);
        Assert.Equal("assignment.need-of-what", (await _administrator.Send(HttpMethod.Put, "skill-needs", new { needs = new[] { new { skill = "vpn" } } })).Code);
        Assert.Equal(["needs"], (await _administrator.Send(HttpMethod.Put, "skill-needs", """{"needs":[null]}""")).Fields);
        Assert.Equal(HttpStatusCode.Forbidden, (await _agent.Send(HttpMethod.Put, "skill-needs", new { needs = Array.Empty<int>() })).Status);
    }

    [Fact]
    public async Task The_next_ticket()
    {
        Assert.Equal(HttpStatusCode.NoContent, (await _agent.Send(HttpMethod.Post, "next-ticket")).Status);
        await _server.Done(new ChangeTeamWay(TeamId.FirstContact, WayDetails.Usual with { Way = AssignWay.PullNext }));
        Assert.Equal(HttpStatusCode.NoContent, (await _agent.Send(HttpMethod.Post, "next-ticket", new { })).Status);
        foreach (var title in new[] { "First", "Second" }) await _customer.Send(HttpMethod.Post, "tickets", new { title, description = "Words" });
        var taken = await _agent.Send(HttpMethod.Post, "next-ticket", key: "once");
        Assert.Equal((HttpStatusCode.OK, "First", _me), (taken.Status, (string?)taken.Body!["title"], (long)taken.Body["assignee"]!["id"]!));
        Assert.Equal("the most urgent of 2 that suit, of 2 that nobody had", (string?)taken.Body["assignmentReason"]);
        Assert.Equal("First", (string?)(await _agent.Send(HttpMethod.Post, "next-ticket", key: "once")).Body!["title"]);
        Assert.Null((await _customer.Ask($"tickets/{taken.Body["id"]}")).Body!["assignmentReason"]);
        Assert.DoesNotContain("assignee-chosen", (await _customer.Ask($"tickets/{taken.Body["id"]}/journal")).Body!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await _customer.Send(HttpMethod.Post, "next-ticket")).Status);
    }

    [Fact]
    public async Task A_ticket_of_a_team_that_lets_the_desk_give_it_finds_somebody_or_says_why_not()
    {
        await _server.Done(new ChangeTeamWay(TeamId.FirstContact, WayDetails.Usual with { Way = AssignWay.RoundRobin }));
        var id = (long)(await _customer.Send(HttpMethod.Post, "tickets", new { title = "Dark", description = "Words" })).Body!["id"]!;
        await Patience.Until(async () => (await _agent.Ask($"tickets/{id}")).Body!["assignee"] is { } owner && (long)owner["id"]! == _me);
        Assert.StartsWith("next in turn among 1 of 1", (string?)(await _agent.Ask($"tickets/{id}")).Body!["assignmentReason"], StringComparison.Ordinal);
        await _agent.Send(HttpMethod.Patch, "people/me/availability", new { taking = false });
        var left = (long)(await _customer.Send(HttpMethod.Post, "tickets", new { title = "Dark", description = "Words" })).Body!["id"]!;
        await Patience.Until(async () => (string?)(await _agent.Ask($"tickets/{left}")).Body!["assignmentReason"] == "nobody of First Contact takes new tickets just now");
    }
}
