using System.Net;
using System.Text.Json.Nodes;
using FirstContact.People;
using FirstContact.Policies;

namespace FirstContact.Tickets;

public sealed class SearchTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task Found_on_the_page_with_the_words_marked_and_everything_encoded()
    {
        var ticket = await Opened("Ribbon <worn>", "The label printer says \"ribbon\" & <stops>");
        await Indexed("ribbon");
        var agent = await server.Browser(Role.Agent, Role.Administrator);
        var page = await agent.Open("/search?q=ribb*%20-toner");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("<mark>Ribbon</mark> &lt;worn&gt;", page.Html, StringComparison.Ordinal);
        Assert.Contains("<mark>ribbon</mark>&quot; &amp; &lt;stops&gt;", page.Html, StringComparison.Ordinal);
        Assert.Contains($"href=\"/t/{ticket.Number}\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"ribb* -toner\"", page.Html, StringComparison.Ordinal);

        var customer = await server.Browser(Role.Customer);
        Assert.Contains("Nothing found", (await customer.Open("/search?q=ribbon")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing found", (await customer.Open("/search")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await agent.Open("/searching")).Status);
    }

    [Fact]
    public async Task What_cannot_be_searched_for_is_said_at_the_field()
    {
        var agent = await server.Browser(Role.Agent, Role.Administrator);
        var page = await agent.Open("/search?q=line%20team:nowhere");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(TicketErrors.TeamUnknown.Message, page.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"line team:nowhere\"", page.Html, StringComparison.Ordinal);
        foreach (var typed in (string[])["%01", "%22", "*", "(((", "%ED%A0%80", "-", "a%22b:c*-d", "%F0%9F%98%80"])
            Assert.Equal(HttpStatusCode.OK, (await agent.Open($"/search?q={typed}")).Status);
    }

    [Fact]
    public async Task Found_by_programs_page_by_page()
    {
        for (var i = 0; i < 3; i++) await Opened($"Gateway {i}", "Drops every connection");
        await Indexed("\"gateway 2\"");
        var program = await server.Program(Role.Agent);
        var first = await program.Ask("search?q=gateway&limit=2&count=true");
        Assert.Equal((HttpStatusCode.OK, 2, 3), (first.Status, Items(first).Count, (int)first.Body!["total"]!));
        Assert.Equal("Gateway", (string?)Items(first)[0]!["title"]![0]!["text"]);
        Assert.True((bool)Items(first)[0]!["title"]![0]!["hit"]!);
        var second = await program.Ask($"search?q=gateway&limit=2&after={(string?)first.Body["next"]}");
        Assert.Single(Items(second));
        Assert.Null(second.Body!["next"]);
        Assert.Equal(3, Items(first).Concat(Items(second)).Select(i => (string?)i!["ticket"]!["number"]).Distinct().Count());

        // The list of tickets takes the same words, in its own order.
        Assert.Equal(3, Items(await program.Ask("tickets?q=gateway%20-nothing")).Count);
        Assert.Empty(Items(await (await server.Program(Role.Customer)).Ask("tickets?q=gateway")));
        Assert.Empty(Items(await (await server.Program(Role.Customer)).Ask("search?q=gateway")));

        foreach (var (wrong, code, field) in ((string, string, string)[])[
            ("search?q=x&limit=0", "filter.limit-invalid", "limit"), ("search?q=x&limit=many", "filter.limit-invalid", "limit"), ("search?q=x&after=x", "filter.cursor-invalid", "after"),
            ("search?q=status:lost", "filter.status-unknown", "status"), ("tickets?q=status:lost", "filter.status-unknown", "status")])
        {
            var refused = await program.Ask(wrong);
            Assert.Equal((HttpStatusCode.UnprocessableEntity, code), (refused.Status, refused.Code));
            Assert.Equal([field], refused.Fields);
        }
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.Anonymous().Ask("search?q=gateway")).Status);
    }

    private Task<Ticket> Opened(string title, string description) => Opened(new OpenTicket(TicketKind.Incident, Channel.Api, title, description, null, Level.Low, Level.Low));

    private async Task<Ticket> Opened(OpenTicket ask)
    {
        var customer = await server.Done(new RegisterPerson("Customer", $"{Guid.NewGuid():N}@harrow.example", Roles: []));
        return await server.Done(ask with { Customer = customer.Email });
    }

    private async Task Indexed(string query)
    {
        for (var tries = 0; tries < 500 && (await server.Desk.Ask(new SearchTickets(query), Caller.Desk)).Value!.Hits.Count == 0; tries++) await Task.Delay(10);
    }

    private static JsonArray Items(ApiAnswer answer) => answer.Body!["items"]!.AsArray();
}
