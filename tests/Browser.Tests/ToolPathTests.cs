using FirstContact.People;
using FirstContact.Tickets;
using FirstContact.Tools;

namespace FirstContact;

/// <summary>A coordinator keeps a tool from First Contact, an agent there reads why and asks for it, gets it, and starts a session from a ticket.</summary>
[Collection(Chromium.Name)]
public sealed class ToolPathTests(Chromium chromium)
{
    [Theory, MemberData(nameof(WebDesk.Engines), MemberType = typeof(WebDesk))]
    public async Task Withheld_asked_for_given_and_started(string engine)
    {
        var desk = await chromium.Desk(engine);
        await using var coordinator = await Visitor.Of(chromium, desk, "Ruth", Role.ServiceCoordinator);
        await using var agent = await Visitor.Of(chromium, desk, "Maya", Role.Agent);
        await desk.Desk.Do(new JoinTeam(TeamId.FirstContact, agent.Who!.Email), WebDesk.Itself);
        using var program = await desk.Program(agent.Who!);
        var name = chromium.Unique("Farhand");
        var number = TicketNumber.Of(TicketKind.Incident, new(await program.Opens("Labels print blank", agent.Who!.Email)));
        // The program itself is not on this machine: a page of the web takes its place.
        var pages = new List<string>();
        await agent.Page.Context.RouteAsync("https://console.example/**", route => { if (!route.Request.Url.EndsWith("/favicon.ico", StringComparison.Ordinal)) pages.Add(route.Request.Url); return route.FulfillAsync(new() { Body = "there" }); });

        await coordinator.Open("/tools/new");
        await coordinator.Field("name").FillAsync(name);
        await coordinator.Field("purpose").FillAsync("Remote control");
        await coordinator.Field("link").FillAsync("javascript:alert(1)");
        await coordinator.Press("Add the tool");
        await coordinator.Sees("A link begins with http, https");
        await coordinator.Field("link").FillAsync("https://console.example/{device}?for={ticket}");
        await coordinator.Press("Add the tool");
        await coordinator.Sees("It is withheld from no team.");
        await coordinator.Page.GetByText("Write down a team that must do without…").ClickAsync();
        await coordinator.Page.SelectOptionAsync("[name=team]", new SelectOptionValue { Label = "First Contact" });
        await coordinator.Field("why").FillAsync("No list says which machines stand alone.");
        await coordinator.Press("Write it down");
        await coordinator.Sees($"{coordinator.Who!.Name}");
        await coordinator.Sees("Give it to First Contact");

        await agent.Open($"/t/{number}");
        await agent.Page.GetByRole(AriaRole.Link, new() { Name = "Tools…" }).ClickAsync();
        await agent.Sees($"Withheld from First Contact by {coordinator.Who!.Name}");
        await agent.Sees("No list says which machines stand alone.");
        await LooksTests.AssertLooksWell(agent, "agent/tools of a ticket");
        await agent.Page.GetByRole(AriaRole.Link, new() { Name = $"Ask for it… {name}" }).ClickAsync();
        await agent.Press("Ask for it");
        await agent.Sees("Say why.");
        await agent.Field("why").FillAsync("Helen waits for Network.");
        await agent.Press("Ask for it");
        await agent.Sees("Helen waits for Network.");
        await agent.Sees($"is withheld from First Contact since");

        // The coordinator's page has moved by itself.
        await coordinator.Sees("Asked for once since then");
        await coordinator.Press("Give it to First Contact");
        await coordinator.Sees("gave it to First Contact, which had been without it for 0 days");

        await agent.Open($"/t/{number}/tools");
        await agent.Press($"Start {name}");
        await agent.Sees("Say on which device.");
        await agent.Field("device").FillAsync("NG LBL-04");
        var opens = agent.Page.Context.WaitForPageAsync();
        await agent.Press($"Start {name}");
        await agent.Sees($"A session with {name} on NG LBL-04 is written down on the ticket.");
        await (await opens).WaitForLoadStateAsync();
        Assert.Equal([$"https://console.example/NG%20LBL-04?for={number}"], pages);
        // Coming back to the page opens nothing a second time.
        await agent.Page.ReloadAsync();
        await agent.Sees($"A session with {name} on NG LBL-04 is written down on the ticket.");
        Assert.Single(pages);
        await agent.Page.GetByRole(AriaRole.Link, new() { Name = "Back to the ticket" }).ClickAsync();
        await agent.Sees($"started a session with {name} on NG LBL-04");
        await coordinator.Sees("Sessions this month: 1");
        foreach (var visitor in new[] { coordinator, agent }) Assert.DoesNotContain(visitor.Complaints, c => !c.Contains("Failed to load resource", StringComparison.Ordinal));
    }
}
