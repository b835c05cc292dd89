using FirstContact.Assignment;
using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact;

/// <summary>A lead lets the desk give tickets out, an agent says when he is at work, gets one, sees why, and asks for the next.</summary>
[Collection(Chromium.Name)]
public sealed class AssignmentPathTests(Chromium chromium)
{
    [Theory, MemberData(nameof(WebDesk.Engines), MemberType = typeof(WebDesk))]
    public async Task A_ticket_finds_somebody_and_says_why(string engine)
    {
        var desk = await chromium.Desk(engine);
        await using var lead = await Visitor.Of(chromium, desk, "Ruth", Role.TeamLead);
        await using var agent = await Visitor.Of(chromium, desk, "Maya", Role.Agent);
        var name = $"Plant {lead.First}";
        var team = (await desk.Desk.Do(new AddTeam(name, "Terminals", ["vpn"]), WebDesk.Itself)).Value!.Id;
        foreach (var member in new[] { lead, agent }) Assert.Null((await desk.Desk.Do(new JoinTeam(team, member.Who!.Email), WebDesk.Itself)).Error);
        using var program = await desk.Program(agent.Who!);

        await lead.Open($"/settings/teams/{team.Value}");
        await lead.Page.GetByRole(AriaRole.Link, new() { Name = "How tickets are given out" }).ClickAsync();
        await lead.Page.GetByLabel("Round robin").CheckAsync();
        await lead.Field("most").FillAsync("none");
        await lead.Page.GetByLabel($"Tickets at once for {lead.Who!.Name}").FillAsync("0");
        await lead.Press("Save how tickets are given out");
        await lead.Sees("Give a number from 1 to 500.");
        await LooksTests.AssertLooksWell(lead, "lead assignment refused");
        await lead.Field("most").FillAsync("5");
        await lead.Press("Save how tickets are given out");
        await Assertions.Expect(lead.Field("most")).ToHaveValueAsync("5");
        await Assertions.Expect(lead.Page.Locator(".fc-err")).ToHaveCountAsync(0);
        await LooksTests.AssertLooksWell(lead, "lead assignment");

        await agent.Open("/me");
        await agent.Page.GetByRole(AriaRole.Link, new() { Name = "Working hours, skills and new tickets" }).ClickAsync();
        await agent.Field("skills").FillAsync("vpn");
        await agent.Field("monday-from").FillAsync("08:00");
        await agent.Press("Save hours and skills");
        await agent.Sees("Give both times, like 08:00 and 16:30, or neither.");
        await LooksTests.AssertLooksWell(agent, "agent availability refused");
        await agent.Field("monday-from").FillAsync("");
        await agent.Press("Save hours and skills");
        await Assertions.Expect(agent.Page.Locator(".fc-err")).ToHaveCountAsync(0);
        await Assertions.Expect(agent.Field("skills")).ToHaveValueAsync("vpn");

        var ticket = await program.Opens($"The terminal is dark {agent.First}");
        Assert.Null((await desk.Desk.Do(new MoveTicket(new(ticket), name), WebDesk.Itself)).Error);
        await agent.Open($"/t/{ticket}");
        // The page hears of it by itself.
        await agent.Page.GetByText("Why me").ClickAsync();
        await Assertions.Expect(agent.Page.GetByText("Next in turn among 1 of 2 who were at work and had room")).ToBeVisibleAsync();
        await LooksTests.AssertLooksWell(agent, "agent why me");

        Assert.Null((await desk.Desk.Do(new ChangeTeamWay(team, WayDetails.Usual with { Way = AssignWay.PullNext }), WebDesk.Itself)).Error);
        var next = await program.Opens($"The scanner is dark {agent.First}");
        Assert.Null((await desk.Desk.Do(new MoveTicket(new(next), name), WebDesk.Itself)).Error);
        await agent.Page.SetViewportSizeAsync(1440, 900);
        await agent.Open("/keys");
        await agent.Page.Keyboard.PressAsync("g");
        await agent.Page.Keyboard.PressAsync("n");
        await agent.Page.WaitForURLAsync($"**/t/{TicketNumber.Of(TicketKind.Incident, new(next))}");
        await agent.Sees("asked for the next one and got it");

        await agent.Page.Keyboard.PressAsync("Control+k");
        await agent.Page.Keyboard.TypeAsync("Next one for");
        await Assertions.Expect(agent.Page.Locator("#palette [aria-selected=true]")).ToContainTextAsync("Next one for me");
        await agent.Page.Keyboard.PressAsync("Enter");
        await agent.Sees("There is no next one.");
        await LooksTests.AssertLooksWell(agent, "agent no next one");
        foreach (var visitor in new[] { lead, agent }) Assert.DoesNotContain(visitor.Complaints, c => !c.Contains("Failed to load resource", StringComparison.Ordinal));
    }
}
