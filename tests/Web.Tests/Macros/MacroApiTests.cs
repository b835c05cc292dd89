using System.Net;
using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Macros;

public sealed class MacroApiTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task Text_blocks_are_made_found_changed_and_retired()
    {
        using var keeper = await server.Program(Role.ServiceCoordinator);
        var made = await keeper.Send(HttpMethod.Post, "text-blocks", new { name = "Send the log", shortcut = "LOG", body = "Dear {{customer.firstName}}, the log of {{ticket.number}}, {{service.name}}?" });
        Assert.Equal((HttpStatusCode.Created, "\"1\"", "log", 2), (made.Status, made.Tag, (string)made.Body!["shortcut"]!, made.Body["uses"]!.AsArray().Count));
        var at = made.Location!["/api/v1/".Length..];
        var ticket = await keeper.Opens("Labels");
        using var agent = await server.Program(Role.Agent);
        var found = (await agent.Ask($"tickets/{ticket}/text-blocks?q=log")).Body!["items"]!.AsArray().Single(b => (string)b!["name"]! == "Send the log")!;
        Assert.Contains("(no service yet)?", (string)found["text"]!, StringComparison.Ordinal);
        Assert.Equal(["use"], (await agent.Ask($"tickets/{ticket}/text-blocks?use=song")).Fields);
        Assert.Equal(HttpStatusCode.OK, (await agent.Ask($"tickets/{ticket}/text-blocks?use=note")).Status);

        Assert.Equal(HttpStatusCode.PreconditionFailed, (await keeper.Send(HttpMethod.Patch, at, new { name = "x" }, match: "\"9\"")).Status);
        var changed = await keeper.Send(HttpMethod.Patch, at, new { uses = new[] { "note" } });
        Assert.Equal(("Send the log", "note"), ((string)changed.Body!["name"]!, (string)changed.Body["uses"]!.AsArray().Single()!));
        Assert.Equal(["body"], (await keeper.Send(HttpMethod.Patch, at, new { body = "{{ticket.colour}}" })).Fields);
        Assert.False((bool)(await keeper.Send(HttpMethod.Delete, at)).Body!["active"]!);
        Assert.True((bool)(await keeper.Send(HttpMethod.Post, $"{at}/restoration", new { })).Body!["active"]!);
        Assert.Equal(HttpStatusCode.OK, (await agent.Ask(at)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await agent.Ask("text-blocks/99999")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.Send(HttpMethod.Delete, at)).Status);
        using var customer = await server.Program(Role.Customer);
        foreach (var path in new[] { "text-blocks", "macros", "ticket-templates", $"tickets/{ticket}/text-blocks" }) Assert.Equal(HttpStatusCode.Forbidden, (await customer.Ask(path)).Status);
    }

    [Fact]
    public async Task Macros_are_made_previewed_run_and_undone()
    {
        using var keeper = await server.Program(Role.ServiceCoordinator);
        var made = await keeper.Send(HttpMethod.Post, "macros", new { name = "To First Contact", actions = new object[] { new { @do = "tag", to = "seen" }, new { @do = "wait", to = "customer", words = "A word of {{customer.firstName}}", @for = "P2D" } } });
        Assert.Equal((HttpStatusCode.Created, "P2D"), (made.Status, (string)made.Body!["actions"]![1]!["for"]!));
        var at = made.Location!["/api/v1/".Length..];
        using var agent = await server.Program(Role.Agent);
        var ticket = await agent.Opens("Labels");
        var preview = await agent.Send(HttpMethod.Post, $"tickets/{ticket}/macros/to%20first%20contact?preview", new { });
        Assert.Equal((HttpStatusCode.OK, true, 2), (preview.Status, (bool)preview.Body!["runs"]!, preview.Body["lines"]!.AsArray().Count));
        Assert.Equal("seen", (string)preview.Body["lines"]![0]!["changes"]![0]!["to"]!);
        Assert.Equal("new", (string)(await agent.Ask($"tickets/{ticket}")).Body!["status"]!);

        Assert.Equal(HttpStatusCode.PreconditionFailed, (await agent.Send(HttpMethod.Post, $"tickets/{ticket}/{at}", new { }, match: "\"9\"")).Status);
        var run = await agent.Send(HttpMethod.Post, $"tickets/{ticket}/{at}", new { }, match: $"\"{(int)preview.Body["ticketVersion"]!}\"");
        Assert.Equal(HttpStatusCode.Created, run.Status);
        Assert.Equal("waiting", (string)(await agent.Ask($"tickets/{ticket}")).Body!["status"]!);
        Assert.Contains((await agent.Ask($"tickets/{ticket}/journal")).Body!["items"]!.AsArray(), e => (string)e!["event"]! == "ticket.macro-applied" && (string)e["sentence"]! == "ran the macro To First Contact");
        Assert.True((bool)(await agent.Send(HttpMethod.Delete, run.Location!["/api/v1/".Length..])).Body!["undone"]!);
        Assert.Equal("inProgress", (string)(await agent.Ask($"tickets/{ticket}")).Body!["status"]!);

        // On many at once, each with its result.
        var many = await agent.Send(HttpMethod.Post, "tickets/actions", new { tickets = new[] { $"{ticket}", "INC-999999" }, macro = "to first contact" });
        Assert.Equal(HttpStatusCode.Created, many.Status);
        Assert.Equal([true, false], many.Body!["items"]!.AsArray().Select(i => (bool)i!["done"]!));
        Assert.Equal(["macro"], (await agent.Send(HttpMethod.Post, "tickets/actions", new { tickets = new[] { $"{ticket}" }, macro = "none" })).Fields);

        var changed = await keeper.Send(HttpMethod.Patch, at, new { actions = new[] { new { @do = "reopen", words = "x" } } });
        Assert.Equal("To First Contact", (string)changed.Body!["name"]!);
        Assert.Equal("ticket.still-open", (await agent.Send(HttpMethod.Post, $"tickets/{ticket}/{at}", new { })).Code);
        Assert.False((bool)(await keeper.Send(HttpMethod.Delete, at)).Body!["active"]!);
        Assert.Equal("macro.not-found", (await agent.Send(HttpMethod.Post, $"tickets/{ticket}/{at}", new { })).Code);
        Assert.Equal("macro.not-found", (await agent.Send(HttpMethod.Post, $"tickets/{ticket}/macros/none?preview=true", new { })).Code);
        Assert.True((bool)(await keeper.Send(HttpMethod.Post, $"{at}/restoration", new { })).Body!["active"]!);
        Assert.Equal(["actions", "name"], (await keeper.Send(HttpMethod.Post, "macros", new { })).Fields.Order());
        Assert.Equal(["actions[0].do"], (await keeper.Send(HttpMethod.Post, "macros", new { name = "x", actions = new[] { new { to = "y" } } })).Fields);
        Assert.Equal(["actions[0].do"], (await keeper.Send(HttpMethod.Post, "macros", new { name = "x", actions = new[] { new { @do = "webhook", to = "y" } } })).Fields);
        Assert.Equal(HttpStatusCode.NotFound, (await keeper.Ask("macros/99999")).Status);
        Assert.Equal(HttpStatusCode.OK, (await keeper.Ask(at)).Status);
    }

    [Fact]
    public async Task A_ticket_is_opened_with_a_template_and_what_is_said_itself_goes_first()
    {
        using var keeper = await server.Program(Role.ServiceCoordinator);
        var made = await keeper.Send(HttpMethod.Post, "ticket-templates", new { name = "Starter", kind = "request", title = "New starter", description = "Who?", urgency = "high", tags = new[] { "starter" }, tasks = new[] { "Laptop", "Account" } });
        Assert.Equal(HttpStatusCode.Created, made.Status);
        var at = made.Location!["/api/v1/".Length..];
        using var agent = await server.Program(Role.Agent);
        var opened = await agent.Send(HttpMethod.Post, "tickets", new { template = "starter", title = "New starter: Ravi", channel = "phone" });
        Assert.Equal(HttpStatusCode.Created, opened.Status);
        Assert.Equal(("request", "New starter: Ravi", "Who?", "high", "starter", 2), ((string)opened.Body!["kind"]!, (string)opened.Body["title"]!, (string)opened.Body["description"]!, (string)opened.Body["urgency"]!, (string)opened.Body["tags"]![0]!, opened.Body["tasks"]!.AsArray().Count));
        Assert.Equal(["template"], (await agent.Send(HttpMethod.Post, "tickets", new { template = "none", title = "x", description = "x" })).Fields);
        Assert.Equal(["tasks"], (await agent.Send(HttpMethod.Post, "tickets", new { title = "x", description = "x", tasks = new[] { new string('x', 501) } })).Fields);
        using var customer = await server.Program(Role.Customer);
        Assert.Equal(["template"], (await customer.Send(HttpMethod.Post, "tickets", new { template = "starter", title = "x", description = "x" })).Fields);
        Assert.Equal(["tags"], (await customer.Send(HttpMethod.Post, "tickets", new { title = "x", description = "x", tags = new[] { "mine" } })).Fields);

        var changed = await keeper.Send(HttpMethod.Patch, at, new { urgency = (string?)null, tasks = new[] { "Laptop" } });
        Assert.Equal((null, 1, "New starter"), ((string?)changed.Body!["urgency"], changed.Body["tasks"]!.AsArray().Count, (string)changed.Body["title"]!));
        Assert.Equal(["name", "title"], (await keeper.Send(HttpMethod.Post, "ticket-templates", new { })).Fields.Order());
        Assert.False((bool)(await keeper.Send(HttpMethod.Delete, at)).Body!["active"]!);
        Assert.Equal(["template"], (await agent.Send(HttpMethod.Post, "tickets", new { template = "starter", title = "x", description = "x" })).Fields);
        Assert.True((bool)(await keeper.Send(HttpMethod.Post, $"{at}/restoration", new { })).Body!["active"]!);
        Assert.Equal(HttpStatusCode.OK, (await agent.Ask(at)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await agent.Ask("ticket-templates/99999")).Status);
    }
}
