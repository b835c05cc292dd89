using System.Net;
using FirstContact.People;

namespace FirstContact.Tickets;

public sealed class SnoozingTests(TestServer server) : IClassFixture<TestServer>
{
    private static string Tomorrow => (SystemClock.Instance.GetCurrentInstant() + Duration.FromDays(1)).ToString();

    [Fact]
    public async Task A_program_puts_a_ticket_aside_and_wakes_it()
    {
        var (api, customer) = (await server.Program(Role.Agent), await server.Program(Role.Customer));
        var id = await customer.Opens("Labels print blank");
        var aside = await api.Does(id, "snooze", new { until = Tomorrow });
        Assert.NotNull(aside.Body!["snooze"]!["until"]);
        Assert.Null((await customer.Ask($"tickets/{id}")).Body!["snooze"]);
        Assert.Equal([id], (await api.Ask("tickets?snoozed=me")).Body!["items"]!.AsArray().Select(t => (long)t!["id"]!));
        await customer.Does(id, "messages", new { visibility = "public", body = "Printer 7" });
        Assert.Equal("customerSpoke", (string?)(await api.Ask($"tickets/{id}")).Body!["snooze"]!["why"]);
        Assert.Null((await api.Send(HttpMethod.Delete, $"tickets/{id}/snooze")).Body!["snooze"]);

        Assert.Equal((HttpStatusCode.Conflict, "snooze.not-snoozed"), await api.Send(HttpMethod.Delete, $"tickets/{id}/snooze") is var again ? (again.Status, again.Code) : default);
        var waits = await api.Send(HttpMethod.Post, $"tickets/{id}/snooze", new { });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "snooze.customer-waits", "until"), (waits.Status, waits.Code, Assert.Single(waits.Fields)));
        Assert.Equal(["until"], (await api.Send(HttpMethod.Post, $"tickets/{id}/snooze", new { until = "2020-01-01T00:00:00Z" })).Fields);
        Assert.Equal(["snoozed"], (await api.Ask("tickets?snoozed=her")).Fields);
        Assert.Equal(HttpStatusCode.Forbidden, (await customer.Send(HttpMethod.Post, $"tickets/{id}/snooze", new { })).Status);
    }

    [Fact]
    public async Task An_agent_puts_it_aside_by_a_form_and_finds_it_again()
    {
        var (browser, api) = (await server.Browser(Role.Agent), await server.Program(Role.Agent));
        var id = await api.Opens("Labels print blank");
        var (at, snooze) = ($"/t/{id}", $"/t/INC-{id:D6}/snooze");
        var form = await browser.Open($"{at}?do=snooze");
        foreach (var (pick, until) in new[] { ("at", "2020-01-01T09:00"), ("at", "soon"), ("at", ""), ("never", "") })
        {
            var refused = await browser.Send(snooze, [.. form.Form(snooze).Where(f => f.Name is not ("pick" or "until")), ("pick", pick), ("until", until)]);
            Assert.Equal((HttpStatusCode.UnprocessableEntity, SnoozeErrors.Passed.Message), (refused.Status, refused.Wrong(pick == "at" ? "until" : "pick")));
            if (until.Length > 4) Assert.Contains(("until", until), refused.Form(snooze));
        }
        // A time that was refused before still stands there; another choice is meant all the same.
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(snooze, [.. form.Form(snooze).Where(f => f.Name is not ("pick" or "until")), ("pick", "tomorrow"), ("until", "2020-01-01T09:00")])).Status);
        Assert.Contains("You have put it aside until", (await browser.Open(at)).Text, StringComparison.Ordinal);
        Assert.Contains("1 put aside", (await browser.Open("/")).Text, StringComparison.Ordinal);
        var list = await browser.Open("/tickets?snoozed=me");
        Assert.Contains($"INC-{id:D6}", list.Text, StringComparison.Ordinal);
        Assert.Contains("Put aside by me", list.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(await browser.Open(at), $"{snooze}/end")).Status);
        Assert.DoesNotContain("put aside", (await browser.Open("/")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(snooze, [.. form.Form(snooze).Where(f => f.Name is not ("pick" or "until" or "version" or "once")), ("pick", "hour")])).Status);
    }

    [Fact]
    public async Task My_own_list_leaves_it_out()
    {
        var agent = await server.Program(Role.Agent);
        var id = await agent.Opens("Labels print blank");
        await agent.Send(HttpMethod.Put, $"tickets/{id}/assignee", new { person = "me" });
        await agent.Does(id, "snooze", new { until = Tomorrow });
        Assert.Single((await agent.Ask("tickets?assignee=me")).Body!["items"]!.AsArray());
        Assert.Empty((await agent.Ask("tickets?assignee=me&snoozed=no")).Body!["items"]!.AsArray());
    }
}
