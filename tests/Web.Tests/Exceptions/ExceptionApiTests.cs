using System.Net;
using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Exceptions;

public sealed class ExceptionApiTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task From_the_rule_to_what_all_teams_read()
    {
        using var keeper = await server.Program(Role.ServiceCoordinator);
        using var agent = await server.Program(Role.Agent);
        using var looker = await server.Program(Role.CommitteeMember);
        var me = (string)(await keeper.Ask("me")).Body!["email"]!;
        var made = await keeper.Send(HttpMethod.Post, "processes", new { name = "Catalogue only", why = "Spare parts.", owner = me });
        Assert.Equal((HttpStatusCode.Created, "\"1\"", 0), (made.Status, made.Tag, (int)made.Body!["bent"]!));
        var rule = made.Location!["/api/v1/".Length..];
        Assert.Equal(["name", "owner", "why"], (await keeper.Send(HttpMethod.Post, "processes", new { })).Fields.Order());
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.Send(HttpMethod.Post, "processes", new { name = "x", why = "x", owner = me })).Status);
        Assert.Equal("No image.", (string)(await keeper.Send(HttpMethod.Put, rule, new { name = "Catalogue only", why = "No image.", owner = me })).Body!["why"]!);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await keeper.Send(HttpMethod.Put, rule, new { name = "x", why = "x", owner = me }, match: "\"1\"")).Status);
        Assert.False((bool)(await keeper.Send(HttpMethod.Delete, rule)).Body!["active"]!);
        Assert.True((bool)(await keeper.Send(HttpMethod.Post, $"{rule}/restoration", new { })).Body!["active"]!);
        Assert.Contains((await agent.Ask("processes")).Body!["items"]!.AsArray(), p => (string)p!["name"]! == "Catalogue only");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), ((await agent.Ask(rule)).Status, (await agent.Ask("processes/9999")).Status));

        var ticket = await agent.Opens("A laptop");
        Assert.Equal(["instead", "rule", "why"], (await agent.Send(HttpMethod.Post, $"tickets/{ticket}/exceptions", new { })).Fields.Order());
        var bent = await agent.Send(HttpMethod.Post, $"tickets/{ticket}/exceptions", new { rule = "catalogue only", instead = "I lent one.", why = "The audit.", mayName = true });
        Assert.Equal((HttpStatusCode.Created, "waiting", "Catalogue only"), (bent.Status, (string)bent.Body!["state"]!, (string)bent.Body["rule"]!));
        var at = bent.Location!["/api/v1/".Length..];
        Assert.Equal(HttpStatusCode.NotFound, (await looker.Ask(at)).Status);
        Assert.Equal(["question"], (await keeper.Send(HttpMethod.Post, $"{at}/question", new { })).Fields);
        Assert.Equal("asked", (string)(await keeper.Send(HttpMethod.Post, $"{at}/question", new { question = "Which?" })).Body!["state"]!);
        Assert.Single((await agent.Ask("exceptions/own")).Body!["toAnswer"]!.AsArray());
        Assert.Equal("Mine.", (string)(await agent.Send(HttpMethod.Post, $"{at}/answer", new { answer = "Mine." })).Body!["questions"]![0]!["answer"]!);
        Assert.Equal(["process"], (await keeper.Send(HttpMethod.Put, $"{at}/process", new { process = "None" })).Fields);
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.Send(HttpMethod.Put, rule, new { name = "x", why = "x", owner = me })).Status);
        Assert.Equal("exception.own-exception", (await agent.Send(HttpMethod.Post, $"{at}/ending", new { outcome = "reasonReinforced", told = "x", words = "x" })).Code);
        Assert.Equal(["from", "told", "words"], (await keeper.Send(HttpMethod.Post, $"{at}/ending", new { outcome = "processChanges" })).Fields.Order());
        var ended = await keeper.Send(HttpMethod.Post, $"{at}/ending", new { outcome = "processChanges", told = "A laptop was lent.", words = "Every site keeps two.", from = "2030-01-01" });
        Assert.Equal(("ended", "2030-01-01"), ((string)ended.Body!["state"]!, (string)ended.Body["from"]!));

        var told = (await looker.Ask("exceptions?outcome=processChanges&process=catalogue only")).Body!["items"]![0]!;
        Assert.Equal(("A laptop was lent.", null, true), ((string)told["told"]!, told["ticket"], told["person"] is not null));
        Assert.Null((await looker.Ask(at)).Body!["whole"]);
        Assert.Equal(ticket, (long)(await agent.Ask("exceptions")).Body!["items"]![0]!["ticket"]!);
        Assert.Equal(["outcome"], (await looker.Ask("exceptions?outcome=none")).Fields);
        Assert.False((bool)(await agent.Send(HttpMethod.Put, $"{at}/naming", new { may = false })).Body!["mayName"]!);
        Assert.Null((await looker.Ask("exceptions")).Body!["items"]![0]!["person"]);
        Assert.True((bool)(await agent.Send(HttpMethod.Post, $"{at}/reading", new { })).Body!["endingRead"]!);
        Assert.Equal("exception.ended", (await agent.Send(HttpMethod.Delete, at)).Code);
        Assert.StartsWith("rule,outcome,told,words,from,ended,person", (await looker.GetStringAsync(new Uri("/api/v1/exceptions.csv", UriKind.Relative))).TrimStart('\uFEFF'), StringComparison.Ordinal);
        using var customer = await server.Program(Role.Customer);
        foreach (var path in (string[])["exceptions", "exceptions/own", at, "processes"]) Assert.Equal(HttpStatusCode.Forbidden, (await customer.Ask(path)).Status);
    }
}
