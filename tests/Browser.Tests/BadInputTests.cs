using System.Text;
using FirstContact.People;
using FirstContact.Policies;
using FirstContact.Tickets;

namespace FirstContact;

/// <summary>What is wrong with a form stands at its fields and on top, with links; what was typed stays. Files do no harm.</summary>
[Collection(Chromium.Name)]
public sealed class BadInputTests(Chromium chromium)
{
    // One red pixel.
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");

    [Fact]
    public async Task Asking_without_a_title()
    {
        await using var customer = await Visitor.Of(chromium, await chromium.Desk(), "Helen", Role.Customer);
        await customer.Open("/portal/ask");
        await customer.Field("description").FillAsync("Nothing prints.");
        await customer.Page.GetByText("The whole site").ClickAsync();
        await customer.Press("Send to the service desk");
        await AssertRefused(customer, "title");
        Assert.Equal("Nothing prints.", await customer.Field("description").InputValueAsync());
        Assert.True(await customer.Page.IsCheckedAsync("[name=impact][value=high]"));
        await LooksTests.AssertLooksWell(customer, "customer/portal_ask refused");

        await customer.Field("title").FillAsync("Nothing prints");
        await customer.Press("Send to the service desk");
        await customer.Sees("We have it");
    }

    [Fact]
    public async Task Quick_entry_for_somebody_unknown()
    {
        await using var agent = await Visitor.Of(chromium, await chromium.Desk(), "Maya", Role.Agent);
        await agent.Open("/tickets/new");
        await agent.Field("customer").FillAsync("nobody@harrow.example");
        await agent.Field("description").FillAsync("Nothing prints.");
        await agent.Press("Open the ticket");
        await AssertRefused(agent, "customer", "title");
        Assert.Equal("nobody@harrow.example", await agent.Field("customer").InputValueAsync());
        await LooksTests.AssertLooksWell(agent, "agent/tickets_new refused");
    }

    [Fact]
    public async Task Every_form_of_the_settings()
    {
        await using var desk = await WebDesk.Start();
        await using var ada = await Visitor.Of(chromium, desk, await desk.Register("Ada Byron", Role.Administrator));
        await Refused("/settings/people/new", "Register", "name", "email");
        await Refused("/settings/people/1", "Save", "name", "email");
        await Refused("/settings/people/1", "Set the password", "password");
        await Refused("/settings/teams", "Add the team", "name");
        await Refused("/settings/teams/1", "Take in", "person");
        await Refused("/settings/units", "Add the unit", "name");
        await Refused("/settings/services/new", "Add the service", "name");
        await Refused("/settings/categories", "Add the category", "name");
        await Refused("/settings/classes/new", "Add the class", "name");
        await Refused("/settings/fields/new", "Add the field", "name", "label");
        await Refused("/settings/desk", "Save", "organisation", "silenceDays", "reopenableDays");
        await Refused("/settings/import", "Look at the file", "file");
        await Refused("/me", "Mark me away", "until");
        await Refused("/me", "Create a token", "tokenName");

        await ada.Open("/settings/classes/1");
        await ada.Field("longestMinutes").FillAsync("an hour");
        await ada.Press("Save");
        await AssertRefused(ada, "longestMinutes");
        Assert.Equal("an hour", await ada.Field("longestMinutes").InputValueAsync());

        async Task Refused(string at, string button, params string[] fields)
        {
            await ada.Open(at);
            Assert.Equal(at.StartsWith("/settings", StringComparison.Ordinal) ? "Settings" : "", string.Join(", ", await ada.Page.Locator(".fc-nav [aria-current=page]").AllInnerTextsAsync()).Trim());
            foreach (var field in fields.Where(f => f != "file")) await ada.Field(field).FillAsync("");
            await ada.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();
            await AssertRefused(ada, fields);
        }
    }

    [Fact]
    public async Task Every_form_of_the_ticket()
    {
        var desk = await chromium.Desk();
        await using var agent = await Visitor.Of(chromium, desk, "Maya", Role.Agent);
        using var program = await desk.Program(agent.Who!);
        var ticket = await program.Opens("Nothing prints", agent.Who!.Email);
        await program.TakesUpTo(ticket, CareStep.Greeting);
        await Refused("?step=classification", "Save the classification", "category");
        await Refused("?step=statement", "Save, and show", "statement");
        await Refused("?step=reproduction", "Save the reproduction", "steps");
        await Refused("?step=proposal", "Add the proposal", "proposal");
        await program.TakesUpTo(ticket, CareStep.Proposal);
        await Refused("?step=selection", "Select it", "reason");
        await Refused("?step=execution", "It is done", "done");
        await Refused("?do=wait", "Let it wait", "reason");
        await Refused("?do=askIn", "Ask in", "person");
        await Refused("?do=skip", "Leave it out", "reason");
        await Refused("?do=details", "Save the details", "title");
        await Refused("?do=cancel", "Cancel the ticket", "reason");
        await agent.Open($"/t/{ticket}");
        await agent.Page.FocusAsync("[name=reply]");
        await agent.Press("Send reply");
        await AssertRefused(agent, "reply");
        await LooksTests.AssertLooksWell(agent, "agent/t refused");

        async Task Refused(string at, string button, params string[] fields)
        {
            await agent.Open($"/t/{ticket}{at}");
            foreach (var field in await agent.Page.Locator("#step textarea:visible, #step input:not([type=hidden], [type=radio], [type=checkbox]):visible").AllAsync()) await field.FillAsync("");
            await agent.Press(button);
            await AssertRefused(agent, fields);
        }
    }

    [Fact]
    public async Task A_picture_is_shown_and_a_page_is_only_kept()
    {
        var desk = await chromium.Desk();
        await using var customer = await Visitor.Of(chromium, desk, "Helen", Role.Customer);
        await using var agent = await Visitor.Of(chromium, desk, "Maya", Role.Agent);
        await customer.Open("/portal/ask");
        await customer.Field("title").FillAsync("See the picture");
        await customer.Page.SetInputFilesAsync("input[type=file]", [
            new FilePayload { Name = "screen.png", MimeType = "image/png", Buffer = Png },
            new FilePayload { Name = "evil.html", MimeType = "text/html", Buffer = Encoding.UTF8.GetBytes("<script>document.title='ran'</script>") },
            new FilePayload { Name = "lie.png", MimeType = "image/png", Buffer = Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>") },
        ]);
        await customer.Press("Send to the service desk");
        await customer.Page.WaitForURLAsync("**/t/*");
        await customer.Sees("screen.png");

        await agent.Open($"/t/{customer.Number}");
        var picture = await agent.Open((await agent.Page.GetByRole(AriaRole.Link, new() { Name = "screen.png" }).GetAttributeAsync("href"))!);
        Assert.Equal(("image/png", "nosniff"), (picture.Headers["content-type"], picture.Headers["x-content-type-options"]));
        Assert.StartsWith("inline", picture.Headers["content-disposition"], StringComparison.Ordinal);
        Assert.StartsWith("sandbox", picture.Headers["content-security-policy"], StringComparison.Ordinal);
        foreach (var name in new[] { "evil.html", "lie.png" })
        {
            await agent.Open($"/t/{customer.Number}");
            var kept = await agent.Page.RunAndWaitForDownloadAsync(() => agent.Page.GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync());
            Assert.Equal(name, kept.SuggestedFilename);
            var answer = await agent.Page.Context.APIRequest.GetAsync(kept.Url);
            Assert.Equal(("application/octet-stream", "nosniff"), (answer.Headers["content-type"], answer.Headers["x-content-type-options"]));
            Assert.StartsWith("attachment", answer.Headers["content-disposition"], StringComparison.Ordinal);
            Assert.StartsWith("sandbox", answer.Headers["content-security-policy"], StringComparison.Ordinal);
        }
    }

    /// <summary>The fields are marked, and the summary on top leads to each.</summary>
    private static async Task AssertRefused(Visitor visitor, params string[] fields)
    {
        await Assertions.Expect(visitor.Page.Locator("main [role=alert]").First).ToBeVisibleAsync();
        var marked = await visitor.Page.Locator("main [aria-invalid=true]").EvaluateAllAsync<string[]>("all => all.map(e => e.name)");
        Assert.Equal(fields.Order(), marked.Order());
        foreach (var field in fields)
        {
            var described = (await visitor.Page.Locator($"main [name={field}][aria-invalid=true]").GetAttributeAsync("aria-describedby"))!.Split(' ');
            Assert.Contains(await visitor.Page.Locator(string.Join(", ", described.Select(d => $"[id='{d}']"))).AllInnerTextsAsync(), t => t.Length > 0);
        }
        foreach (var href in await visitor.Page.Locator(".fc-trouble a").EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href'))"))
            Assert.Equal(1, await visitor.Page.Locator($"[id='{href[1..]}']").CountAsync());
    }
}
