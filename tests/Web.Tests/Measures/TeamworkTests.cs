using System.Net;
using System.Text;
using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Measures;

public sealed class TeamworkTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task What_two_teams_did_is_on_the_page_in_the_api_and_in_the_table_and_each_number_opens_its_tickets()
    {
        var browser = await server.Browser(Role.Agent, Role.ServiceCoordinator);
        using var program = await server.Program(Role.Agent, Role.ServiceCoordinator);
        await server.Desk.Do(new AddTeam("Waves", "", []), WebDesk.Itself);
        var ticket = await program.Opens("Wi-Fi comes and goes");
        await server.Desk.Do(new HandOverTicket(new(ticket), "Waves", new(null, null, "Look at it")), WebDesk.Itself);
        await server.Desk.Do(new ReturnHandover(new(ticket), 1, "Not ours", null) { Lacked = [HandoverItem.Device] }, WebDesk.Itself);

        // While it can still be mended it stands on the ticket, at once.
        var page = await browser.Open($"/t/{ticket}");
        Assert.Contains("Misdelegated.", page.Text, StringComparison.Ordinal);
        Assert.Contains("It goes back and forth", page.Text, StringComparison.Ordinal);

        Assert.Equal(["fault-bounced", "fault-misdelegated"], (await program.Ask($"measures/tickets/{ticket}/faults")).Body!["items"]!.AsArray().Select(f => f!["name"]!.GetValue<string>()).Order());

        await Patience.Until(async () => (await program.Ask("measures/teamwork?team=Waves")).Body?["pairs"]?.AsArray().Count > 0 || (await program.Ask("measures/teamwork")).Body!["pairs"]!.AsArray().Any(p => p!["to"]!["name"]!.GetValue<string>() == "Waves"));
        var pair = (await program.Ask("measures/teamwork")).Body!["pairs"]!.AsArray().Single(p => p!["to"]!["name"]!.GetValue<string>() == "Waves")!;
        Assert.Equal((1, 0, 1, 1), (pair["asked"]!.GetValue<int>(), pair["accepted"]!.GetValue<int>(), pair["returned"]!.GetValue<int>(), pair["bounces"]!.GetValue<int>()));
        var (from, to) = (pair["from"]!["id"]!.GetValue<long>(), pair["to"]!["id"]!.GetValue<long>());
        var behind = await program.Ask($"measures/teamwork/returned-handovers/tickets?fromTeam={from}&toTeam={to}");
        Assert.Equal("Wi-Fi comes and goes", Assert.Single(behind.Body!["items"]!.AsArray())!["title"]!.GetValue<string>());

        Assert.Equal(("Not ours", "device"), ((string?)behind.Body!["items"]![0]!["reason"], (string?)behind.Body["items"]![0]!["lacked"]![0]));
        Assert.Contains("Not ours Missing: which device", (await browser.Open($"/teamwork/returned-handovers?fromTeam={from}&toTeam={to}")).Text, StringComparison.Ordinal);
        Assert.Contains("Wi-Fi comes and goes", (await browser.Open("/teamwork/lacked-device")).Text, StringComparison.Ordinal);

        var figures = await browser.Open("/teamwork");
        Assert.Contains("What was missing", figures.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, figures.Status);
        Assert.Contains($"/teamwork/passed?from=", figures.Html, StringComparison.Ordinal);
        Assert.Contains($"fromTeam={from}&amp;toTeam={to}", figures.Html, StringComparison.Ordinal);
        Assert.Contains("First Contact to Waves", figures.Text, StringComparison.Ordinal);
        foreach (var address in new[] { $"/teamwork/passed?fromTeam={from}&toTeam={to}", "/teamwork/bounced", "/teamwork/fault-misdelegated", "/teamwork/tickets?impact=medium" })
            Assert.Contains("Wi-Fi comes and goes", (await browser.Open(address)).Text, StringComparison.Ordinal);
        Assert.Contains("As a query", (await browser.Open("/teamwork/definitions")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.Open("/teamwork/mine")).Status);
        Assert.Contains("returned-handovers,First Contact > Waves,,1", (await browser.Open("/teamwork.csv")).Html, StringComparison.Ordinal);
        Assert.Equal(Definitions.All.Select(d => d.Name), (await program.Ask("measures/definitions")).Body!["items"]!.AsArray().Select(d => d!["name"]!.GetValue<string>()));
        Assert.Equal(0, (await program.Ask("measures/mine")).Body!["touched"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("/teamwork?from=2026-12-31&to=2026-01-01", "Give days like 2026-11-22")]
    [InlineData("/teamwork?from=yesterday", "Give days like 2026-11-22")]
    [InlineData("/teamwork?team=nobody", "team")]
    [InlineData("/teamwork?segment=nobody", "No business unit has this segment.")]
    [InlineData("/teamwork?impact=huge", "Impact is low, medium or high.")]
    public async Task What_cannot_be_meant_is_said_and_stays_typed(string address, string said)
    {
        var page = await (await server.Browser(Role.Agent)).Open(address);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(said, page.Text, StringComparison.Ordinal);
        using var program = await server.Program(Role.Agent);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await program.Ask($"measures{address}")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await program.Ask($"measures{address.Replace("/teamwork", "/teamwork.csv", StringComparison.Ordinal)}")).Status);
    }

    [Fact]
    public async Task Customers_see_none_of_it_and_unknown_figures_are_missing()
    {
        var customer = await server.Browser(Role.Customer);
        foreach (var address in new[] { "/teamwork", "/teamwork.csv", "/teamwork/mine", "/teamwork/definitions", "/teamwork/bounced" }) Assert.Equal(HttpStatusCode.Forbidden, (await customer.Open(address)).Status);
        using var program = await server.Program(Role.Customer);
        foreach (var route in new[] { "measures/teamwork", "measures/teamwork.csv", "measures/mine", "measures/definitions", "measures/rules", "measures/teamwork/bounced/tickets" }) Assert.Equal(HttpStatusCode.Forbidden, (await program.Ask(route)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await server.Browser(Role.Agent)).Open("/teamwork/luck")).Status);
    }

    [Fact]
    public async Task What_the_figures_go_by_is_changed_by_who_may_and_refused_beside_the_field()
    {
        var browser = await server.Browser(Role.ServiceCoordinator, Role.Agent);
        var form = await browser.Open("/settings/measures");
        var refused = await browser.Send(form, "/settings/measures", ("greet2", "soon"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Give minutes for each priority", refused.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"soon\"", refused.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(form, "/settings/measures", ("greet2", "25"), ($"labels{TeamId.FirstContact.Value}", "first contact, house"))).Status);
        var rules = (await server.Desk.Ask(new ShowMeasureRules(), Caller.Desk)).Value!;
        Assert.Equal(25, rules.Values.GreetMinutes[1]);
        Assert.Equal(["first contact", "house"], Assert.Single(rules.Values.Labels).Labels);
        Assert.DoesNotContain("<form class=\"fc-card", (await (await server.Browser(Role.Agent)).Open("/settings/measures")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task History_comes_in_by_the_api()
    {
        using var program = await server.Program(Role.Administrator);
        const string log = "case,time,status,group\nX-1,2012-05-01 08:00,Accepted,Old House\nX-1,2012-05-01 09:00,Closed,Old House\n";
        var dry = await Post(program, "imports/history?dryRun=true", log);
        Assert.Equal((1, false), (dry.Body!["new"]!.GetValue<int>(), dry.Body["written"]!.GetValue<bool>()));
        Assert.Equal(1, (await Post(program, "imports/history", log)).Body!["new"]!.GetValue<int>());
        Assert.Equal((0, 1), (await Post(program, "imports/history", log)).Body is { } again ? (again["new"]!.GetValue<int>(), again["alreadyHere"]!.GetValue<int>()) : default);
        var wrong = await Post(program, "imports/history", log.Replace("Accepted", "Dancing", StringComparison.Ordinal));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "import.lines-wrong"), (wrong.Status, wrong.Body!["code"]!.GetValue<string>()));
        using var agent = await server.Program(Role.Agent);
        Assert.Equal(HttpStatusCode.Forbidden, (await Post(agent, "imports/history", log)).Status);
    }

    private static async Task<ApiAnswer> Post(HttpClient program, string path, string text)
    {
        using var answer = await program.PostAsync(new Uri($"/api/v1/{path}", UriKind.Relative), new StringContent(text, Encoding.UTF8, "text/csv"));
        return new(answer.StatusCode, null, null, System.Text.Json.Nodes.JsonNode.Parse(await answer.Content.ReadAsStringAsync()));
    }
}
