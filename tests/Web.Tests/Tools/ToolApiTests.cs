using System.Net;
using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Tools;

public sealed class ToolApiTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task The_inventory_from_the_first_tool_to_its_retirement()
    {
        using var keeper = await server.Program(Role.ServiceCoordinator);
        using var agent = await server.Program(Role.Agent);
        var made = await keeper.Send(HttpMethod.Post, "tools", new { name = "Far hand", purpose = "Remote control", platform = "Windows", link = "rdp://{device}", owner = (string?)null });
        Assert.Equal((HttpStatusCode.Created, "\"1\"", "usable", "tool"), (made.Status, made.Tag, (string)made.Body!["firstContact"]!, (string)made.Body["kind"]!));
        var at = made.Location!["/api/v1/".Length..];
        var other = (await keeper.Send(HttpMethod.Post, "tools", new { name = "Quick look", purpose = "Remote control", kind = "method", roles = new[] { "administrator" } })).Body!["id"]!;
        Assert.Equal(["link", "name", "owner", "purpose", "teams"], (await keeper.Send(HttpMethod.Post, "tools", new { link = "data:x", owner = "nobody@x.example", teams = new[] { "None" } })).Fields.Order());
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.Send(HttpMethod.Post, "tools", new { name = "x", purpose = "x" })).Status);

        var changed = await keeper.Send(HttpMethod.Patch, at, new { platform = "Windows 11", teams = new[] { "First Contact" } });
        Assert.Equal(("Windows 11", "Far hand", "rdp://{device}"), ((string)changed.Body!["platform"]!, (string)changed.Body["name"]!, (string)changed.Body["link"]!));
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await keeper.Send(HttpMethod.Patch, at, new { platform = "x" }, match: "\"1\"")).Status);
        var withheld = await keeper.Send(HttpMethod.Put, $"{at}/withholdings/First%20Contact", new { why = "No licence.", since = "2025-03-03" });
        Assert.Equal(("withheld", "2025-03-03"), ((string)withheld.Body!["firstContact"]!, (string)withheld.Body["withheld"]![0]!["since"]!));
        Assert.Equal(["why"], (await keeper.Send(HttpMethod.Put, $"{at}/withholdings/1", new { })).Fields);
        Assert.Equal("Far hand", (string)(await agent.Ask("tools")).Body!["items"]![0]!["name"]!);
        Assert.Equal(HttpStatusCode.OK, (await keeper.Send(HttpMethod.Put, $"{at}/procedures/{other}", new { steps = "1. Ask." })).Status);
        Assert.Empty((await keeper.Send(HttpMethod.Delete, $"{at}/procedures/{other}")).Body!["procedures"]!.AsArray());
        Assert.Empty((await keeper.Send(HttpMethod.Delete, $"{at}/withholdings/1")).Body!["withheld"]!.AsArray());
        Assert.Equal("tool.not-withheld", (await keeper.Send(HttpMethod.Delete, $"{at}/withholdings/1")).Code);
        Assert.Contains("gave it to First Contact", (string)(await agent.Ask($"{at}/use")).Body!["history"]![0]!["sentence"]!, StringComparison.Ordinal);
        Assert.False((bool)(await keeper.Send(HttpMethod.Delete, at)).Body!["active"]!);
        Assert.True((bool)(await keeper.Send(HttpMethod.Post, $"{at}/restoration", new { })).Body!["active"]!);
        Assert.Equal(HttpStatusCode.NotFound, (await agent.Ask("tools/9999")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await agent.Ask("tools/9999/use")).Status);
        Assert.Equal(["owner"], (await agent.Ask("tools?owner=nobody@x.example")).Fields);
        Assert.StartsWith("name,kind,purpose", (await agent.GetStringAsync(new Uri("/api/v1/tools.csv", UriKind.Relative))).TrimStart('\uFEFF'), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Overlaps_and_launch_schemes()
    {
        using var keeper = await server.Program(Role.Administrator);
        foreach (var name in (string[])["One", "Two"]) await keeper.Send(HttpMethod.Post, "tools", new { name, purpose = "Same" });
        var made = await keeper.Send(HttpMethod.Post, "tool-overlaps", new { tools = new[] { "One", "Two" }, same = "All of it", stays = "One", by = "2030-01-01" });
        Assert.Equal(HttpStatusCode.Created, made.Status);
        var at = made.Location!["/api/v1/".Length..];
        Assert.Equal("Learn.", (string)(await keeper.Send(HttpMethod.Put, at, new { tools = new[] { "One", "Two" }, same = "All of it", plan = "Learn." })).Body!["plan"]!);
        Assert.True((bool)(await keeper.Send(HttpMethod.Post, $"{at}/settlement", new { })).Body!["settled"]!);
        Assert.False((bool)(await keeper.Send(HttpMethod.Delete, $"{at}/settlement")).Body!["settled"]!);
        Assert.Equal(["same", "tools"], (await keeper.Send(HttpMethod.Post, "tool-overlaps", new { })).Fields.Order());
        Assert.Single((await keeper.Ask("tool-overlaps")).Body!["items"]!.AsArray());
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), ((await keeper.Ask(at)).Status, (await keeper.Ask("tool-overlaps/9999")).Status));

        Assert.Equal(["schemes"], (await keeper.Send(HttpMethod.Put, "launch-schemes", new { schemes = new[] { "javascript" } })).Fields);
        var schemes = await keeper.Send(HttpMethod.Put, "launch-schemes", new { schemes = new[] { "ssh", "rdp", "vnc" } });
        Assert.Equal(["rdp", "ssh", "vnc"], schemes.Body!["schemes"]!.AsArray().Select(s => (string)s!));
        using var agent = await server.Program(Role.Agent);
        Assert.Equal(3, (await agent.Ask("launch-schemes")).Body!["schemes"]!.AsArray().Count);
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.Send(HttpMethod.Put, "launch-schemes", new { schemes = new[] { "ssh" } })).Status);
    }

    [Fact]
    public async Task A_session_is_started_and_a_tool_asked_for()
    {
        using var keeper = await server.Program(Role.ServiceCoordinator);
        await keeper.Send(HttpMethod.Post, "tools", new { name = "Console", purpose = "Terminals", link = "https://console.example/{device}?for={ticket}" });
        var kept = (await keeper.Send(HttpMethod.Post, "tools", new { name = "Shell", purpose = "Switches", roles = new[] { "administrator" } })).Body!["id"]!;
        using var agent = await server.Program(Role.Agent);
        var ticket = await agent.Opens("Labels");
        var tools = (await agent.Ask($"tickets/{ticket}/tools")).Body!;
        Assert.Contains(tools["usable"]!.AsArray(), t => (string)t!["name"]! == "Console");
        Assert.Contains(tools["without"]!.AsArray(), t => (string)t!["name"]! == "Shell" && (string)t["you"]! == "others");
        var started = await agent.Send(HttpMethod.Post, $"tickets/{ticket}/sessions", new { tool = "console", device = "NG-LBL-04" });
        Assert.Equal((HttpStatusCode.Created, $"https://console.example/NG-LBL-04?for={TicketNumber.Of(TicketKind.Incident, new(ticket))}"), (started.Status, (string)started.Body!["link"]!));
        Assert.Equal("NG-LBL-04", (string)(await agent.Ask(started.Location!["/api/v1/".Length..])).Body!["device"]!);
        Assert.Equal(["device"], (await agent.Send(HttpMethod.Post, $"tickets/{ticket}/sessions", new { tool = "console", device = "a/b" })).Fields);
        Assert.Equal(["tool"], (await agent.Send(HttpMethod.Post, $"tickets/{ticket}/sessions", new { tool = "Shell", device = "NG-1" })).Fields);
        Assert.Equal(HttpStatusCode.NotFound, (await agent.Ask($"tickets/{ticket}/sessions/999")).Status);
        Assert.Single((await agent.Ask($"tickets/{ticket}/tools")).Body!["sessions"]!.AsArray());

        var asked = await agent.Send(HttpMethod.Post, $"tools/{kept}/requests", new { why = "I would mend it myself.", ticket = $"{ticket}" });
        Assert.Equal((HttpStatusCode.Created, true), (asked.Status, ((string)asked.Body!["number"]!).StartsWith("REQ-", StringComparison.Ordinal)));
        Assert.Equal(["why"], (await agent.Send(HttpMethod.Post, $"tools/{kept}/requests", new { })).Fields);
        Assert.Equal(["ticket"], (await agent.Send(HttpMethod.Post, $"tools/{kept}/requests", new { why = "x", ticket = "INC-999999" })).Fields);
        Assert.Equal(HttpStatusCode.NotFound, (await agent.Send(HttpMethod.Post, "tools/9999/requests", new { why = "x" })).Status);
    }
}
