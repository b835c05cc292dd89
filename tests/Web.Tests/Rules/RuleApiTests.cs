using System.Net;
using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Rules;

public sealed class RuleApiTests(TestServer server) : IClassFixture<TestServer>
{
    private static readonly object Opened = new { kind = "event", events = new[] { "ticket.opened" } };

    [Fact]
    public async Task Made_tried_run_changed_and_removed()
    {
        using var program = await server.Program(Role.Administrator);
        var before = await program.Opens("Labels print blank");
        var body = new
        {
            name = "Labels", when = Opened, @if = new Dictionary<string, string> { ["team"] = "first contact", ["status"] = "new" },
            then = new object[] { new { @do = "tag", to = "printer" }, new { @do = "wait", to = "supplier", words = "Ribbon for {{ticket.number}}", @for = "P2D" } },
        };
        var trial = await program.Send(HttpMethod.Post, "rules/trials", body);
        Assert.Equal(HttpStatusCode.OK, trial.Status);
        var line = trial.Body!["items"]!.AsArray().Single(i => (long)i!["ticket"]! == before)!;
        Assert.Equal(["tagged it printer", $"set it to wait for the supplier: Ribbon for {(string)line["number"]!}"], line["done"]!.AsArray().Select(d => (string)d!));
        Assert.Empty((await program.Ask($"tickets/{before}")).Body!["tags"]!.AsArray());

        var made = await program.Send(HttpMethod.Post, "rules", body);
        Assert.Equal((HttpStatusCode.Created, "\"1\""), (made.Status, made.Tag));
        var at = made.Location!["/api/v1/".Length..];
        Assert.Equal(("First Contact", "P2D", true), ((string)made.Body!["if"]!["team"]!, (string)made.Body["then"]![1]!["for"]!, (bool)made.Body["active"]!));
        var ticket = await program.Opens("Labels print blank again");
        await Patience.Until(async () => (string?)(await program.Ask($"tickets/{ticket}")).Body!["status"] == "waiting");
        var run = (await program.Ask($"{at}/runs?limit=1")).Body!["items"]![0]!;
        Assert.Equal((ticket, 1, 2), ((long)run["ticket"]!, (int)run["version"]!, run["done"]!.AsArray().Count));
        var entries = (await program.Ask($"tickets/{ticket}/journal")).Body!["items"]!.AsArray();
        Assert.Contains(entries, e => (string)e!["event"]! == "ticket.rule-applied" && (string)e["sentence"]! == "applied the rule Labels, version 1");
        Assert.Equal("Labels", (string?)entries.Single(e => (string)e!["event"]! == "ticket.tags-changed")!["rule"]);

        Assert.Equal(HttpStatusCode.PreconditionFailed, (await program.Send(HttpMethod.Patch, at, new { name = "x" }, match: "\"9\"")).Status);
        var changed = await program.Send(HttpMethod.Patch, at, new { when = new { kind = "after", since = "lastWord", after = "PT36H" } });
        Assert.Equal(("Labels", "after", "P1DT12H", "new"), ((string)changed.Body!["name"]!, (string)changed.Body["when"]!["kind"]!, (string)changed.Body["when"]!["after"]!, (string)changed.Body["if"]!["status"]!));
        var daily = await program.Send(HttpMethod.Patch, at, new { when = new { kind = "schedule", days = new[] { "monday" }, time = "07:30" } });
        Assert.Equal(("UTC", "monday"), ((string)daily.Body!["when"]!["zone"]!, (string)daily.Body["when"]!["days"]![0]!));
        Assert.Equal(["schedule", "after", "event"], (await program.Ask($"{at}/versions")).Body!["items"]!.AsArray().Select(v => (string)v!["when"]!["kind"]!));

        var copy = await program.Send(HttpMethod.Post, $"{at}/copies", new { });
        Assert.Equal((HttpStatusCode.Created, "Labels (2)", false), (copy.Status, (string)copy.Body!["name"]!, (bool)copy.Body["active"]!));
        var copied = copy.Location!["/api/v1/".Length..];
        var places = ((int)(await program.Ask(at)).Body!["place"]!, (int)copy.Body["place"]!);
        Assert.Equal(places.Item1, (int)(await program.Send(HttpMethod.Post, $"{copied}/moves", new { up = true })).Body!["place"]!);
        Assert.False((bool)(await program.Send(HttpMethod.Delete, $"{at}/activation")).Body!["active"]!);
        Assert.True((bool)(await program.Send(HttpMethod.Post, $"{at}/activation", new { })).Body!["active"]!);
        foreach (var one in new[] { at, copied })
        {
            Assert.Equal(HttpStatusCode.NoContent, (await program.Send(HttpMethod.Delete, one)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await program.Ask(one)).Status);
        }
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_once_and_where()
    {
        using var program = await server.Program(Role.Administrator);
        var wrong = await program.Send(HttpMethod.Post, "rules", new
        {
            name = "", when = new { kind = "after", after = "two days" }, @if = new Dictionary<string, string> { ["colour"] = "red", ["team"] = "Nobody" },
            then = new object[] { new { @do = "note" }, new { @do = "wait", to = "godot", words = "x", @for = "P0D" } },
        });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "rule.name-missing"), (wrong.Status, wrong.Code));
        Assert.Equal(["if.colour", "if.status", "if.team", "name", "then[0].words", "then[1].for", "then[1].to", "when.after", "when.since"], wrong.Fields.Order(StringComparer.Ordinal));
        Assert.Equal(["when.kind"], (await program.Send(HttpMethod.Post, "rules", "{\"name\":\"x\",\"when\":{\"kind\":\"never\"}}")).Fields);
        Assert.Equal(["then"], (await program.Send(HttpMethod.Post, "rules", "{\"name\":\"x\",\"then\":[{\"do\":\"eat\"}]}")).Fields);
        Assert.Equal(["then", "when.events"], (await program.Send(HttpMethod.Post, "rules", "{\"name\":\"x\"}")).Fields.Order());
        foreach (var path in new[] { "rules/999", "rules/999/runs", "rules/999/versions" }) Assert.Equal(HttpStatusCode.NotFound, (await program.Ask(path)).Status);
        var made = await program.Send(HttpMethod.Post, "rules", new { name = "Sound", when = Opened, then = new[] { new { @do = "resume" } } });
        var at = made.Location!["/api/v1/".Length..];
        Assert.Equal("rule-run.limit-invalid", (await program.Ask($"{at}/runs?limit=many")).Code);
        Assert.Equal("rule-run.cursor-invalid", (await program.Ask($"{at}/runs?after=x")).Code);
        Assert.Equal("rule.name-taken", (await program.Send(HttpMethod.Post, "rules", new { name = "sound", when = Opened, then = new[] { new { @do = "resume" } } })).Code);
    }

    [Fact]
    public async Task Agents_read_what_administrators_make_and_customers_do_not()
    {
        using var administrator = await server.Program(Role.Administrator);
        var at = (await administrator.Send(HttpMethod.Post, "rules", new { name = "Readable", when = Opened, then = new[] { new { @do = "resume" } } })).Location!["/api/v1/".Length..];
        using var agent = await server.Program(Role.Agent);
        foreach (var path in new[] { "rules", at, $"{at}/runs", $"{at}/versions" }) Assert.Equal(HttpStatusCode.OK, (await agent.Ask(path)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.Send(HttpMethod.Delete, at)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.Send(HttpMethod.Post, "rules/trials", new { when = Opened, then = new[] { new { @do = "resume" } } })).Status);
        using var customer = await server.Program(Role.Customer);
        Assert.Equal(HttpStatusCode.Forbidden, (await customer.Ask("rules")).Status);
    }
}
