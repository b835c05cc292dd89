using System.Net;
using System.Text.Json.Nodes;
using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Webhooks;

public sealed class WebhookApiTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task From_the_first_delivery_to_the_removal()
    {
        await using var receiver = await Receiver.Start();
        using var program = await server.Program(Role.Administrator);
        Assert.Contains((await program.Ask("event-types")).Body!["items"]!.AsArray(), t => (string)t!["name"]! == "ticket.opened" && (string)t["kind"]! == "ticket.*");

        var added = await program.Send(HttpMethod.Post, "webhooks", new { name = "Board", url = receiver.Url, events = new[] { "ticket.opened" } });
        Assert.Equal((HttpStatusCode.Created, "\"1\""), (added.Status, added.Tag));
        var at = added.Location!["/api/v1/".Length..];
        Assert.StartsWith("whsec_", (string)added.Body!["secret"]!, StringComparison.Ordinal);
        Assert.Null((await program.Ask(at)).Body!["secret"]);
        Assert.Equal("Board", (string?)(await program.Ask("webhooks")).Body!["items"]![0]!["name"]);

        var ticket = await program.Opens("Labels print blank");
        await Patience.Until(() => Task.FromResult(receiver.Got.Count == 1));
        var told = JsonNode.Parse(receiver.Got[0].Body)!;
        // The ticket and the entry are what the API says of them, but for what has happened since.
        var shown = (await program.Ask($"tickets/{ticket}")).Body!;
        Assert.Equal(shown.ToJsonString(), Without(told["data"]!["ticket"]!, shown).ToJsonString());
        var feed = (await program.Ask("journal?limit=500")).Body!["items"]!.AsArray().Single(e => (string)e!["event"]! == "ticket.opened" && (long)e["key"]! == ticket)!;
        Assert.Equal(feed.ToJsonString(), told["data"]!["entry"]!.ToJsonString());

        await Patience.Until(async () => (string?)(await program.Ask($"{at}/deliveries")).Body!["items"]![0]!["state"] == "delivered");
        var delivery = (await program.Ask($"{at}/deliveries?state=delivered&limit=1")).Body!["items"]![0]!;
        Assert.Equal((receiver.Got[0].Id, 200), ((string)delivery["message"]!, (int)delivery["status"]!));
        var one = $"{at}/deliveries/{(long)delivery["id"]!}";
        Assert.Equal(receiver.Got[0].Body, (string?)(await program.Ask(one)).Body!["body"]);
        Assert.Equal(HttpStatusCode.OK, (await program.Send(HttpMethod.Post, $"{one}/attempts", new { })).Status);
        await Patience.Until(() => Task.FromResult(receiver.Got.Count == 2));
        Assert.Equal(receiver.Got[0].Id, receiver.Got[1].Id);

        Assert.Equal(HttpStatusCode.OK, (await program.Send(HttpMethod.Post, $"{at}/tests", new { })).Status);
        await Patience.Until(() => Task.FromResult(receiver.Got.Count == 3));
        Assert.Equal(HttpStatusCode.Conflict, (await program.Send(HttpMethod.Post, $"{at}/deliveries/failed/attempts", new { })).Status);

        var rotated = await program.Send(HttpMethod.Post, $"{at}/secrets", new { keepHours = 2, secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" });
        Assert.Equal((HttpStatusCode.Created, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", 2), (rotated.Status, (string)rotated.Body!["secret"]!, rotated.Body["secrets"]!.AsArray().Count));
        Assert.Single((await program.Send(HttpMethod.Delete, $"{at}/secrets/old")).Body!["secrets"]!.AsArray());

        var off = await program.Send(HttpMethod.Delete, $"{at}/activation");
        Assert.Equal((false, "hand"), ((bool)off.Body!["active"]!, (string)off.Body["offBecause"]!));
        Assert.True((bool)(await program.Send(HttpMethod.Post, $"{at}/activation", new { })).Body!["active"]!);
        var now = await program.Ask(at);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await program.Send(HttpMethod.Patch, at, new { name = "Wall" }, match: "\"1\"")).Status);
        var changed = await program.Send(HttpMethod.Patch, at, new { name = "Wall", events = new[] { "ticket.*" }, hubSignature = true }, match: now.Tag);
        Assert.Equal(("Wall", receiver.Url, "ticket.*", true), ((string)changed.Body!["name"]!, (string)changed.Body["url"]!, (string)changed.Body["events"]![0]!, (bool)changed.Body["hubSignature"]!));
        Assert.Equal(HttpStatusCode.NoContent, (await program.Send(HttpMethod.Delete, at)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await program.Ask(at)).Status);
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_once_and_where()
    {
        using var program = await server.Program(Role.Administrator);
        var wrong = await program.Send(HttpMethod.Post, "webhooks", new { name = "", url = "ftp://x", events = new[] { "ticket.opened" }, secret = "soap" });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "webhook.name-missing"), (wrong.Status, wrong.Code));
        Assert.Equal(["name", "secret", "url"], wrong.Fields.Order());
        Assert.Equal(["events"], (await program.Send(HttpMethod.Post, "webhooks", new { name = "X", url = "https://x.example/", events = new[] { "ticket.eaten" } })).Fields);
        Assert.Equal("webhook.url-inside", (await program.Send(HttpMethod.Post, "webhooks", new { name = "X", url = "https://10.0.0.1/" })).Code);
        Assert.Equal(HttpStatusCode.NotFound, (await program.Ask("webhooks/999")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await program.Ask("webhooks/999/deliveries")).Status);

        var made = await program.Send(HttpMethod.Post, "webhooks", new { name = "Sound", url = "https://x.example/" }, key: "once");
        var at = made.Location!["/api/v1/".Length..];
        Assert.Equal("webhook.secret-told-once", (await program.Send(HttpMethod.Post, "webhooks", new { name = "Sound", url = "https://x.example/" }, key: "once")).Code);
        Assert.Equal(["keepHours"], (await program.Send(HttpMethod.Post, $"{at}/secrets", new { keepHours = 721 })).Fields);
        Assert.Equal(["secret"], (await program.Send(HttpMethod.Post, $"{at}/secrets", new { secret = "whsec_" })).Fields);
        Assert.Equal("delivery.state-unknown", (await program.Ask($"{at}/deliveries?state=lost")).Code);
        Assert.Equal("delivery.limit-invalid", (await program.Ask($"{at}/deliveries?limit=many")).Code);
        Assert.Equal("delivery.cursor-invalid", (await program.Ask($"{at}/deliveries?after=yesterday")).Code);
        Assert.Equal("webhook.delivery-not-found", (await program.Ask($"{at}/deliveries/999")).Code);
    }

    [Fact]
    public async Task Others_than_administrators_hear_nothing_of_them()
    {
        using var administrator = await server.Program(Role.Administrator);
        var hidden = (await administrator.Send(HttpMethod.Post, "webhooks", new { name = "Hidden", url = "https://chat.example/secret-path" })).Location!["/api/v1/".Length..];
        using var agent = await server.Program(Role.Agent);
        foreach (var path in new[] { "webhooks", hidden, $"{hidden}/deliveries" }) Assert.Equal(HttpStatusCode.Forbidden, (await agent.Ask(path)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.Send(HttpMethod.Delete, hidden)).Status);
        // An address may hold a secret: the feed of an agent does not tell it.
        Assert.DoesNotContain((await agent.Ask("journal?limit=500")).Body!["items"]!.AsArray(), e => (string)e!["subject"]! == "webhook");
        Assert.Contains((await administrator.Ask("journal?limit=500")).Body!["items"]!.AsArray(), e => (string)e!["event"]! == "webhook.added");
    }

    /// <summary>What was told, with the members that the caller's own rights decide about as the other has them.</summary>
    private static JsonNode Without(JsonNode told, JsonNode shown)
    {
        var same = told.DeepClone();
        same["actions"] = shown["actions"]!.DeepClone();
        return same;
    }
}
