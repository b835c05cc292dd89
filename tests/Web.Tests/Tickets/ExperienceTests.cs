using System.Net;
using FirstContact.People;
using FirstContact.Services;

namespace FirstContact.Tickets;

public sealed class ExperienceTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task What_solved_the_like_before_is_taken_over_with_one_click_and_names_where_it_comes_from()
    {
        await server.Done(new AddCategory("Printing"));
        using var api = await server.Program(Role.Agent);
        var agent = await server.Browser(Role.Agent);
        var before = await api.Opens("Labels come out blank at line 1");
        foreach (var (step, body) in new (string, object)[]
        {
            ("greeting", new { how = "by phone" }), ("classification", new { category = "Printing" }), ("statement", new { statement = "Blank" }), ("reproduction", new { outcome = "reproduced", steps = new[] { "Print" } }),
            ("proposal", new { proposal = "Turn the ribbon" }), ("selection", new { proposal = "1", reason = "cheap" }), ("execution", new { done = "Turned it" }), ("craftVerification", new { outcome = "works", how = "Printed" }),
        }) Assert.Equal(HttpStatusCode.OK, (await api.Send(HttpMethod.Post, $"tickets/{before}/care/{step}", body)).Status);
        await api.Send(HttpMethod.Post, $"tickets/{before}/resolution", new { solution = "Ribbon" });
        await api.Send(HttpMethod.Post, $"tickets/{before}/care/customerVerification", new { outcome = "works" });

        var now = await api.Opens("Labels come out blank at line 3");
        await api.Send(HttpMethod.Post, $"tickets/{now}/care/classification", new { category = "Printing" });
        var found = (await api.Ask($"tickets/{now}/experience")).Body!["items"]![0]!;
        Assert.Equal(("Turn the ribbon", $"INC-{before:D6}", 1, 1, 0), ((string?)found["solution"], (string?)found["mostLike"]!["number"], (int)found["held"]!, (int)found["verified"]!, (int)found["failed"]!));

        var page = await agent.Open($"/t/{now}?step=proposal");
        Assert.Contains("Turn the ribbon held once, confirmed by the customer", page.Text, StringComparison.Ordinal);
        var taken = await agent.Send(page, $"/t/INC-{now:D6}/care/proposal");
        Assert.Equal(HttpStatusCode.SeeOther, taken.Status);
        var after = await agent.Open($"/t/{now}?step=proposal");
        Assert.Contains($"as in <a href=\"/t/INC-{before:D6}\">", after.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Solved before", after.Text, StringComparison.Ordinal);
        Assert.Equal("proposed", (string?)(await api.Ask($"tickets/{now}/tried")).Body!["items"]![0]!["outcome"]);
        Assert.Equal("verified", (string?)(await api.Ask($"tickets/{before}/tried")).Body!["items"]![0]!["outcome"]);
    }

    [Fact]
    public async Task It_is_nothing_for_customers()
    {
        using var api = await server.Program(Role.Customer);
        var mine = await api.Opens("Labels come out blank");
        Assert.Equal(HttpStatusCode.Forbidden, (await api.Ask($"tickets/{mine}/experience")).Status);
        Assert.Empty((await api.Ask($"tickets/{mine}/tried")).Body!["items"]!.AsArray());
    }
}
