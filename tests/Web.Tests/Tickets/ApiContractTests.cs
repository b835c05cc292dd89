using System.Net;
using System.Text.Json.Nodes;
using FirstContact.People;
using FirstContact.Policies;

namespace FirstContact.Tickets;

/// <summary>What people script against: the ticket by the API alone, as the contract has it.</summary>
public sealed class ApiContractTests
{
    [Theory, MemberData(nameof(WebDesk.Engines), MemberType = typeof(WebDesk))]
    public async Task Nine_steps_to_the_verified_close(string engine)
    {
        await using var desk = await WebDesk.Start(engine);
        var helen = await desk.Register("Helen Marsh", Role.Customer);
        using var agent = await desk.Program(await desk.Register("Maya Lindqvist", Role.Agent));
        using var customer = await desk.Program(helen);
        var opened = await agent.Send(HttpMethod.Post, "tickets", new
        {
            kind = "incident", title = "Labels print blank", description = "All white.", channel = "phone", impact = "high", urgency = "medium", customer = new { email = helen.Email }, requestClass = "Software",
        });
        Assert.Equal(HttpStatusCode.Created, opened.Status);
        var id = (long)opened.Body!["id"]!;
        Assert.Equal(($"/api/v1/tickets/{id}", "\"1\"", $"INC-{id:D6}", "new", "greeting"), (opened.Location, opened.Tag, (string?)opened.Body["number"], (string?)opened.Body["status"], (string?)opened.Body["care"]!["next"]));

        await ApiStory.AssertComesToItsVerifiedClose(agent, customer, id);

        var reopened = await customer.Send(HttpMethod.Delete, $"tickets/{id}/closure", new { reason = "Blank again" });
        Assert.Equal((HttpStatusCode.OK, "inProgress"), (reopened.Status, (string?)reopened.Body!["status"]));
        var journal = await agent.Ask($"tickets/{id}/journal");
        Assert.Equal("ticket.reopened", (string?)journal.Body!["items"]!.AsArray()[^1]!["event"]);
        Assert.DoesNotContain((await customer.Ask($"tickets/{id}/journal")).Body!["items"]!.AsArray(), e => (string?)e!["event"] is "ticket.reproduction-tried" or "ticket.solution-proposed");
    }

    [Theory, MemberData(nameof(WebDesk.Engines), MemberType = typeof(WebDesk))]
    public async Task Keys_tags_numbers_and_pages(string engine)
    {
        await using var desk = await WebDesk.Start(engine);
        var helen = await desk.Register("Helen Marsh", Role.Customer);
        using var agent = await desk.Program(await desk.Register("Maya Lindqvist", Role.Agent));
        using var customer = await desk.Program(helen);
        using var stranger = await desk.Program(await desk.Register("Omar Said", Role.Customer));

        // The same key does once; with something else it is refused.
        var ask = new { kind = "incident", title = "Once", description = "Only once.", channel = "api" };
        var first = await customer.Send(HttpMethod.Post, "tickets", ask, key: "k1");
        var again = await customer.Send(HttpMethod.Post, "tickets", ask, key: "k1");
        Assert.Equal((HttpStatusCode.Created, (long)first.Body!["id"]!), (again.Status, (long)again.Body!["id"]!));
        Assert.Equal(HttpStatusCode.Conflict, (await customer.Send(HttpMethod.Post, "tickets", ask with { title = "Twice" }, key: "k1")).Status);
        var id = (long)first.Body["id"]!;
        await agent.Send(HttpMethod.Post, $"tickets/{id}/messages", new { visibility = "public", body = "Said once" }, key: "m1");
        await agent.Send(HttpMethod.Post, $"tickets/{id}/messages", new { visibility = "public", body = "Said once" }, key: "m1");
        Assert.Single((await customer.Ask($"tickets/{id}/messages")).Body!["items"]!.AsArray());

        // By id or number, in any spelling.
        foreach (var spelling in new[] { $"{id}", $"INC-{id:D6}", $"inc{id}", $"Inc-{id}", $"%23{id}" }) Assert.Equal(HttpStatusCode.OK, (await customer.Ask($"tickets/{spelling}")).Status);
        foreach (var nothing in new[] { "999999", "nonsense", "-1", "0", "99999999999999999999", "INC-" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await agent.Ask($"tickets/{nothing}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await agent.Send(HttpMethod.Post, $"tickets/{nothing}/messages", new { visibility = "public", body = "x" })).Status);
        }

        // Whoever sends the request is 'me', in a body and in an address.
        Assert.Equal("Maya Lindqvist", (string?)(await agent.Send(HttpMethod.Post, $"tickets/{id}/watchers", new { person = "me" })).Body!["watchers"]![0]!["name"]);
        Assert.Empty((await agent.Send(HttpMethod.Delete, $"tickets/{id}/watchers/me")).Body!["watchers"]!.AsArray());

        // What one may not see is not there; what one may see and not do is forbidden; and who nobody knows is told to say so.
        foreach (var path in new[] { $"tickets/{id}", $"tickets/{id}/journal", $"tickets/{id}/messages" }) Assert.Equal(HttpStatusCode.NotFound, (await stranger.Ask(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Send(HttpMethod.Post, $"tickets/{id}/messages", new { visibility = "public", body = "x" })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await customer.Takes(id, CareStep.Greeting)).Status);
        Assert.Empty((await stranger.Ask("tickets")).Body!["items"]!.AsArray());
        using var nobody = new HttpClient { BaseAddress = desk.Address };
        Assert.Equal((HttpStatusCode.Unauthorized, "not-signed-in"), await nobody.Ask("tickets") is var no ? (no.Status, no.Code) : default);

        // Pages by cursor; each says where the next is; the total only when it is asked for.
        for (var i = 0; i < 4; i++) await customer.Opens($"Ticket {i}");
        var (seen, after) = (new List<long>(), "?limit=2&sort=opened&count=true");
        while (true)
        {
            using var answer = await customer.GetAsync(new Uri($"/api/v1/tickets{after}", UriKind.Relative));
            var page = JsonNode.Parse(await answer.Text())!;
            Assert.Equal(5, (int)page["total"]!);
            seen.AddRange(page["items"]!.AsArray().Select(t => (long)t!["id"]!));
            if (page["next"] is null)
            {
                Assert.False(answer.Headers.Contains("Link"));
                break;
            }
            var link = answer.Headers.GetValues("Link").Single();
            Assert.EndsWith("; rel=\"next\"", link, StringComparison.Ordinal);
            after = link[link.IndexOf('?', StringComparison.Ordinal)..link.IndexOf('>', StringComparison.Ordinal)];
        }
        Assert.Equal(5, seen.Distinct().Count());
        Assert.Null((await customer.Ask("tickets?limit=2")).Body!["total"]);

        // The feed goes on from where one stopped and shows no more than one may see; on PostgreSQL a transaction anywhere on the server may hold an entry back for a moment.
        await Patience.Until(async () => (await customer.Ask("journal?limit=200")).Body!["items"]!.AsArray().Count(e => (string?)e!["event"] == "ticket.opened") == 5);
        var feed = new List<JsonNode>();
        for (var from = ""; ;)
        {
            var page = await customer.Ask($"journal?limit=3{from}");
            feed.AddRange(page.Body!["items"]!.AsArray().Select(e => e!.DeepClone()));
            if (page.Body["items"]!.AsArray().Count == 0) break;
            from = $"&after={page.Body["next"]}";
        }
        Assert.Equal(5, feed.Count(e => (string?)e["event"] == "ticket.opened"));
        Assert.Empty((await customer.Ask($"journal?after={feed[^1]["position"]}")).Body!["items"]!.AsArray());
        using (var end = await customer.GetAsync(new Uri($"/api/v1/journal?after={feed[^1]["position"]}", UriKind.Relative))) Assert.False(end.Headers.Contains("Link"));
        var none = (await stranger.Ask("journal")).Body!;
        Assert.Empty(none["items"]!.AsArray());
        await stranger.Opens("At last");
        var news = none;
        await Patience.Until(async () => (news = (await stranger.Ask($"journal?after={none["next"]}")).Body!)["items"]!.AsArray().Count > 0);
        Assert.Equal("ticket.opened", (string?)Assert.Single(news["items"]!.AsArray())!["event"]);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "after"), await agent.Ask("journal?after=nonsense") is var wrong ? (wrong.Status, wrong.Fields.Single()) : default);
    }

    [Fact]
    public async Task Health_and_figures_need_no_token()
    {
        await using var desk = await WebDesk.Start();
        using var nobody = new HttpClient { BaseAddress = desk.Address };
        foreach (var path in new[] { "/health/live", "/health/ready", "/metrics", "/openapi/v1.json" }) Assert.Equal(HttpStatusCode.OK, (await nobody.GetAsync(new Uri(path, UriKind.Relative))).StatusCode);
        Assert.Contains("\nfirstcontact_journal_entries_total ", await nobody.GetStringAsync(new Uri("/metrics", UriKind.Relative)), StringComparison.Ordinal);
    }
}
