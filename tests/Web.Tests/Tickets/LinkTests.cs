using System.Net;
using FirstContact.People;

namespace FirstContact.Tickets;

public sealed class LinkTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task A_program_links_two_tickets_and_takes_it_off()
    {
        var api = await server.Program(Role.Agent);
        var (one, other) = (await api.Opens("Labels print blank"), await api.Opens("The template was changed"));
        var linked = await api.Does(one, "relations", new { relation = "causedBy", ticket = $"inc{other}" });
        Assert.Equal(("causedBy", other, "The template was changed", "new"), Relation(linked));
        Assert.Equal(("causes", one, "Labels print blank", "new"), Relation(await api.Ask($"tickets/{other}")));
        Assert.Contains("relations", linked.Body!["actions"]!.AsArray().Select(a => (string)a!));

        Assert.Empty((await api.Send(HttpMethod.Delete, $"tickets/{other}/relations/{one}")).Body!["relations"]!.AsArray());
        var again = await api.Send(HttpMethod.Delete, $"tickets/{one}/relations/{other}");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "link.not-linked"), (again.Status, again.Code));
    }

    [Fact]
    public async Task A_program_is_told_what_is_wrong()
    {
        var (api, customer) = (await server.Program(Role.Agent), await server.Program(Role.Customer));
        var (one, hers) = (await api.Opens("Labels print blank"), await customer.Opens("Mine"));
        var wrong = await api.Send(HttpMethod.Post, $"tickets/{one}/relations", new { });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "relation ticket"), (wrong.Status, string.Join(' ', wrong.Fields)));
        Assert.Equal("link.to-itself", (await api.Send(HttpMethod.Post, $"tickets/{one}/relations", new { relation = "related", ticket = $"{one}" })).Code);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await api.Send(HttpMethod.Post, $"tickets/{one}/relations", new { relation = "related", ticket = $"{hers}" }, match: "\"7\"")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await customer.Send(HttpMethod.Post, $"tickets/{hers}/relations", new { relation = "related", ticket = $"{one}" })).Status);
        Assert.Empty((await api.Ask($"tickets/{one}")).Body!["relations"]!.AsArray());
    }

    [Fact]
    public async Task A_customer_reads_nothing_of_other_tickets()
    {
        var (api, customer) = (await server.Program(Role.Agent), await server.Program(Role.Customer));
        var (hers, secret) = (await customer.Opens("Mine"), await api.Opens("A secret"));
        await api.Does(hers, "relations", new { relation = "related", ticket = $"{secret}" });
        Assert.Empty((await customer.Ask($"tickets/{hers}")).Body!["relations"]!.AsArray());
        Assert.DoesNotContain("secret", (await customer.Ask($"tickets/{hers}/journal")).Body!.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", (await customer.Ask("journal")).Body!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agent_links_by_a_form_and_keeps_what_was_typed()
    {
        var (browser, api) = (await server.Browser(Role.Agent), await server.Program(Role.Agent));
        var (one, other) = (await api.Opens("Labels print blank"), await api.Opens("The template was changed"));
        var (at, links) = ($"/t/{one}?do=link", $"/t/INC-{one:D6}/links");
        var refused = await browser.Send(await browser.Open(at), links, ("relation", "CausedBy"), ("ticket", "INC-999999"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, LinkErrors.Unknown.Message), (refused.Status, refused.Wrong("ticket")));
        Assert.Contains(("ticket", "INC-999999"), refused.Form(links));
        Assert.Contains(("relation", "CausedBy"), refused.Form(links));
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(refused, links, ("ticket", $"{other}"))).Status);

        var page = await browser.Open($"/t/{other}");
        Assert.Contains($"Has caused INC-{one:D6} Labels print blank", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(page, $"/t/INC-{other:D6}/links/removal", ("ticket", $"{one}"))).Status);
        Assert.DoesNotContain("Has caused", (await browser.Open($"/t/{other}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tickets_are_suggested_by_words_and_number()
    {
        var (browser, api) = (await server.Browser(Role.Agent), await server.Program(Role.Agent));
        var one = await api.Opens("Zeppelin <hangar> door stuck");
        Assert.Equal($"<option value=\"INC-{one:D6}\">Zeppelin &lt;hangar&gt; door stuck</option>", await browser.Page($"/suggest/tickets?q=inc{one}"));
        Assert.DoesNotContain("Zeppelin", await (await server.Browser(Role.Customer)).Page("/suggest/tickets?q=zeppelin"), StringComparison.Ordinal);
    }

    private static (string?, long, string?, string?) Relation(ApiAnswer answer) =>
        Assert.Single(answer.Body!["relations"]!.AsArray()) is { } r ? ((string?)r["relation"], (long)r["id"]!, (string?)r["title"], (string?)r["status"]) : default;
}
