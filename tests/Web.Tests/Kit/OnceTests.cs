using System.Net;
using FirstContact.People;
using FirstContact.Rules;
using FirstContact.Tickets;

namespace FirstContact.Kit;

/// <summary>People press twice: what a form adds is there once, and the second press is told the same as the first.</summary>
public sealed class OnceTests(TestServer server) : IClassFixture<TestServer>
{
    public static TheoryData<string, string, string> Forms => new()
    {
        { "fields", "/settings/fields", "name=twice&label=Twice&kind=Text" },
        { "macros", "/settings/macros", "name=Twice&actions%5B0%5D.do=Tag&actions%5B0%5D.tags=seen" },
        { "text-blocks", "/settings/text-blocks", "name=Twice&body=Hello&uses=Note" },
        { "ticket-templates", "/settings/ticket-templates", "name=Twice&title=Twice" },
        { "rules", "/settings/rules", "name=Twice&when.kind=Event&when.event=ticket.opened&then%5B0%5D.do=Tag&then%5B0%5D.tags=seen" },
        { "webhooks", "/settings/webhooks", "name=Twice&url=https%3A%2F%2Fhooks.example%2Fa" },
        { "classes", "/settings/classes", "name=Twice" },
        { "services", "/settings/services", "name=Twice&team=First+Contact" },
        { "categories", "/settings/categories", "name=Twice" },
        { "teams", "/settings/teams", "name=Twice&purpose=Twice" },
        { "units", "/settings/units", "name=Twice&segment=Twice" },
        { "people?q=twice", "/settings/people", "name=Twice&email=twice%40x.example&roles=Customer" },
    };

    [Theory, MemberData(nameof(Forms))]
    public async Task A_form_that_is_pressed_twice_adds_one(string api, string path, string typed)
    {
        var (browser, program) = (await server.Browser(Role.Administrator), await server.Program(Role.Administrator));
        var page = await browser.Open(path is "/settings/categories" or "/settings/teams" or "/settings/units" ? path : $"{path}/new");
        (string, string)[] fields = [.. typed.Split('&').Select(f => f.Split('=')).Select(f => (WebUtility.UrlDecode(f[0]), WebUtility.UrlDecode(f[1])))];
        var answers = await Task.WhenAll(browser.Send(page, path, fields), browser.Send(page, path, fields));
        answers = [.. answers, await browser.Send(page, path, fields)];
        if (api != "webhooks") Assert.All(answers, a => Assert.True(a.Status == HttpStatusCode.SeeOther, $"{a.Status}: {a.Text}"));
        else Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
        Assert.Single((await program.Ask(api)).Body!["items"]!.AsArray(), i => $"{i!["name"] ?? i["label"]}{i["details"]?["name"]}{i["webhook"]?["name"]}".Contains("wice", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_said_twice_is_said_once()
    {
        var (agent, customer, program) = (await server.Browser(Role.Agent), await server.Browser(Role.Customer), await server.Program(Role.Agent));
        var at = (await customer.Send(await customer.Open("/portal/ask"), "/portal/ask", ("title", "Labels print blank"), ("description", "All of them"))).Location!;
        var path = $"{at.Split('?')[0]}/messages";
        await Twice(customer, ("reply", "At gate 4"));
        await Twice(agent, ("mode", "note"), ("note", "The ribbon"));
        await Twice(agent, ("mode", "call"), ("call", "I called"));
        await Twice(agent, ("mode", "reply"), ("reply", "Look now"));
        Assert.Equal(["At gate 4", "The ribbon", "I called", "Look now"], (await program.Ask($"tickets/{at[3..]}/messages")).Body!["items"]!.AsArray().Select(m => (string?)m!["body"]));
        // What was sent is sent; other words on the same page would be lost without a word.
        var page = await agent.Open(at);
        await agent.Send(page, path, ("mode", "note"), ("note", "One"));
        var other = await agent.Send(page, path, ("mode", "note"), ("note", "Another"));
        Assert.Equal((HttpStatusCode.Conflict, true), (other.Status, other.Text.Contains("sent before, and with other words", StringComparison.Ordinal)));
        Assert.Contains(("note", "Another"), other.Form(path));

        async Task Twice(Browser browser, params (string, string)[] typed)
        {
            var page = await browser.Open(at);
            Assert.All(await Task.WhenAll(browser.Send(page, path, typed), browser.Send(page, path, typed)), a => Assert.Equal(HttpStatusCode.SeeOther, a.Status));
        }
    }

    [Fact]
    public async Task A_rule_is_copied_once()
    {
        var (browser, program) = (await server.Browser(Role.Administrator), await server.Program(Role.Administrator));
        var rule = await server.Done(new AddRule(new("To be copied", new(TriggerKind.Event) { Events = ["ticket.opened"] }, [], [new(TicketVerb.Tag) { To = "seen" }])));
        var page = await browser.Open($"/settings/rules/{rule.Key}");
        var copies = await Task.WhenAll(browser.Send(page, $"/settings/rules/{rule.Key}/copy"), browser.Send(page, $"/settings/rules/{rule.Key}/copy"));
        Assert.Equal(copies[0].Location, copies[1].Location);
        Assert.Equal(2, (await program.Ask("rules")).Body!["items"]!.AsArray().Count(r => ((string)r!["name"]!).StartsWith("To be copied", StringComparison.Ordinal)));
    }
}
