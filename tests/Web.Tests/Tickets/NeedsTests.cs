using System.Net;
using FirstContact.People;

namespace FirstContact.Tickets;

public sealed class NeedsTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task A_program_is_told_what_needs_whom_who_wants_it_and_in_which_words()
    {
        var (agent, colleague, customer) = (await server.Browser(Role.Agent), await server.Program(Role.Agent), await server.Program(Role.Customer));
        var api = await server.Program(Role.Agent);
        var (me, who) = ((await api.Ask("me")).Body!, (string)(await colleague.Ask("me")).Body!["name"]!);
        var (asked, checks, called, given) = (await customer.Opens("Asked in"), await customer.Opens("To check"), await customer.Opens("Called"), await customer.Opens("Given"));
        foreach (var id in new[] { asked, checks, called, given }) await colleague.Does(id, "messages", new { visibility = "public", body = "I look at it" });
        await colleague.Does(asked, "colleagues", new { person = $"{me["id"]}", question = "Do you know this?" });
        await colleague.Does(checks, "colleagues", new { person = $"{me["id"]}", question = "Does it hold?", toCheck = true });
        await colleague.Does(called, "messages", new { visibility = "internal", body = $"Ask [@{me["name"]}](/people/{me["id"]}),\n\nwho knows." });
        await colleague.Send(HttpMethod.Put, $"tickets/{given}/assignee", new { person = $"{me["id"]}" });

        var needs = (await api.Ask("needs")).Body!["items"]!.AsArray().Where(n => (string?)n!["reason"] != "unassigned").ToList();
        Assert.Equal(
            [("checkAsked", checks, who, "Does it hold?"), ("askedIn", asked, who, "Do you know this?"), ("mentioned", called, who, $"Ask @{me["name"]}, who knows."), ("givenToMe", given, who, null)],
            needs.Select(n => ((string)n!["reason"]!, (long)n["ticket"]!["id"]!, (string)n["from"]!, (string?)n["about"])));
        Assert.Equal(HttpStatusCode.Forbidden, (await customer.Ask("needs")).Status);
        Assert.DoesNotContain("Does it hold?", (await agent.Open("/")).Text, StringComparison.Ordinal);
    }
}
