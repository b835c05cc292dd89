using System.Net;
using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Measures;

public sealed class TrainingTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task Departments_then_persons_then_tickets_on_pages_in_the_api_and_as_tables()
    {
        var unit = (await server.Done(new AddUnit("Finishing", "Production"))).Id.Value;
        await server.Done(new Services.AddCategory("Scanners"));
        var people = new List<Person>();
        foreach (var name in new[] { "Paula", "Quentin", "Rosa" }) people.Add(await server.Done(new RegisterPerson($"{name} Finch", WebDesk.Mail($"{name} Finch"), Unit: "Finishing", Roles: [Role.Customer])));
        foreach (var who in new[] { 0, 0, 1, 2 })
            await server.Done(new OpenTicket(TicketKind.Incident, Channel.Phone, $"Scanner of {people[who].Name}", "It beeps.", people[who].Email, Policies.Level.Low, Policies.Level.Low) { Category = "Scanners" });
        using var program = await server.Program(Role.ServiceCoordinator);
        await Patience.Until(async () => (await program.Ask("measures/training")).Body!["departments"]!.AsArray().Any(d => d!["counts"]!["tickets"]!.GetValue<int>() == 4));

        var answer = (await program.Ask("measures/training?months=3")).Body!;
        var department = answer["departments"]!.AsArray().Single(d => d!["id"]!.GetValue<long>() == unit)!;
        Assert.Equal(("Finishing", "Production", 3), ((string)department["name"]!, (string)department["segment"]!, (int)department["people"]!));
        Assert.Equal(("Scanners", 4, 1), answer["needs"]!.AsArray().Single()! is var need ? ((string)need["subject"]!["name"]!, (int)need["subject"]!["counts"]!["tickets"]!, (int)need["subject"]!["counts"]!["again"]!) : default);
        Assert.DoesNotContain("Finch", answer.ToJsonString(), StringComparison.Ordinal);
        var history = (await program.Ask($"measures/training/departments/{unit}?months=3")).Body!;
        Assert.Equal(["Paula Finch", "Quentin Finch", "Rosa Finch"], history["askers"]!.AsArray().Select(a => (string)a!["name"]!));
        Assert.Single((await program.Ask($"measures/training/tickets/asked-again?months=3&unit={unit}&person={people[0].Id.Value}")).Body!["items"]!.AsArray());
        Assert.Equal(TrainingDefinitions.All.Select(d => d.Name), (await program.Ask("measures/training/definitions")).Body!["items"]!.AsArray().Select(d => (string)d!["name"]!));

        var browser = await server.Browser(Role.ServiceCoordinator);
        var page = await browser.Open("/training?months=3");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains($"href=\"/training/{unit}?months=3\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Finch", page.Text, StringComparison.Ordinal);
        Assert.Contains("Paula Finch", (await browser.Open($"/training/{unit}?months=3&sort=solved")).Text, StringComparison.Ordinal);
        Assert.Contains("Scanner of Rosa Finch", (await browser.Open($"/training/tickets/asked?months=3&unit={unit}")).Text, StringComparison.Ordinal);
        Assert.Contains("Solved themselves", (await browser.Open("/training/definitions")).Text, StringComparison.Ordinal);
        Assert.Contains("Finishing,Production,3,Scanners,4,", (await browser.Open("/training.csv?months=3")).Html, StringComparison.Ordinal);
        Assert.Contains("Finishing,Paula Finch,Scanners,2,", (await browser.Open($"/training/{unit}.csv?months=3")).Html, StringComparison.Ordinal);
        Assert.Contains("Finishing,Paula Finch,Scanners,2,", await (await program.GetAsync(new Uri($"/api/v1/measures/training/departments/{unit}.csv?months=3", UriKind.Relative))).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        // The navigation leads there, for who may.
        Assert.Contains("href=\"/training\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/training\"", (await (await server.Browser(Role.Agent, Role.TeamLead)).Open("/")).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?months=5", "Look at the last 3, 6 or 12 months.", "months")]
    [InlineData("?months=soon", "Look at the last 3, 6 or 12 months.", "months")]
    [InlineData("?sort=luck", "Sort by asked, described or solved.", "sort")]
    [InlineData("?sort=1", "Sort by asked, described or solved.", "sort")]
    public async Task What_cannot_be_meant_is_said(string query, string said, string field)
    {
        var browser = await server.Browser(Role.Administrator);
        using var program = await server.Program(Role.Administrator);
        foreach (var path in new[] { "/training", "/training/0" })
        {
            var page = await browser.Open(path + query);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
            Assert.Contains(said, page.Text, StringComparison.Ordinal);
        }
        foreach (var path in new[] { "measures/training", "measures/training.csv", "measures/training/departments/none" })
        {
            var answer = await program.Ask(path + query);
            Assert.Equal((HttpStatusCode.UnprocessableEntity, field), (answer.Status, Assert.Single(answer.Fields)));
            Assert.Equal(field == "sort" ? "measure.order-unknown" : "measure.months-unknown", answer.Code);
        }
    }

    [Fact]
    public async Task Others_see_none_of_it_and_what_is_not_there_is_missing()
    {
        foreach (var role in new[] { Role.Customer, Role.Agent, Role.TeamLead, Role.KnowledgeManager })
        {
            var browser = await server.Browser(role);
            foreach (var address in new[] { "/training", "/training.csv", "/training/0", "/training/0.csv", "/training/definitions", "/training/tickets/asked" }) Assert.Equal((address, HttpStatusCode.Forbidden), (address, (await browser.Open(address)).Status));
            using var program = await server.Program(role);
            foreach (var route in new[] { "measures/training", "measures/training.csv", "measures/training/departments/none", "measures/training/departments/none.csv", "measures/training/definitions", "measures/training/tickets/asked" }) Assert.Equal((route, HttpStatusCode.Forbidden), (route, (await program.Ask(route)).Status));
        }
        var planner = await server.Browser(Role.Administrator);
        Assert.Equal(HttpStatusCode.NotFound, (await planner.Open("/training/99999")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await planner.Open("/training/tickets/luck")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await planner.Open("/training/tickets/asked?after=x")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await planner.Open("/training/tickets/asked?limit=0")).Status);
        using var few = await server.Program(Role.Administrator);
        Assert.Equal((HttpStatusCode.Conflict, "measure.too-few-asked"), (await few.Ask("measures/training/tickets/asked?unit=0&person=99999")) is var refused ? (refused.Status, refused.Code) : default);
    }

    [Fact]
    public async Task Whoever_asked_says_that_he_has_solved_it_himself()
    {
        using var own = await server.Program(Role.Customer);
        var ticket = await own.Opens("Mail comes twice");
        var refused = await own.Send(HttpMethod.Post, $"tickets/{ticket}/cancellation", new { solvedByCustomer = true });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "reason"), (refused.Status, Assert.Single(refused.Fields)));
        Assert.Equal(HttpStatusCode.OK, (await own.Send(HttpMethod.Post, $"tickets/{ticket}/cancellation", new { reason = "Two rules did it", solvedByCustomer = true })).Status);
        var story = await (await server.Browser(Role.Agent)).Open($"/t/{ticket}");
        Assert.Contains("cancelled it, solved without the desk: Two rules did it", story.Text, StringComparison.Ordinal);
    }
}
