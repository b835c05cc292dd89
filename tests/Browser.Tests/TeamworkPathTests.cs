using System.Text.Json.Nodes;
using FirstContact.Guides;
using FirstContact.People;
using FirstContact.Policies;
using FirstContact.Services;
using FirstContact.Tickets;

namespace FirstContact;

/// <summary>
/// Two teams in two browsers: handed over, given back, handed again, judged, sent to and fro, brought together, a third asked in, solved, verified, and what
/// that teaches the front. The page, the figures and the journal tell the same story.
/// </summary>
[Collection(Chromium.Name)]
public sealed class TeamworkPathTests(Chromium chromium)
{
    [Theory, MemberData(nameof(WebDesk.Engines), MemberType = typeof(WebDesk))]
    public async Task Two_teams_work_as_one(string engine)
    {
        var desk = await chromium.Desk(engine);
        await using var maya = await Visitor.Of(chromium, desk, "Maya", Role.Agent);
        await using var owen = await Visitor.Of(chromium, desk, "Owen", Role.Agent);
        await using var ruth = await Visitor.Of(chromium, desk, "Ruth", Role.Administrator);
        await using var helen = await Visitor.Of(chromium, desk, "Helen", Role.Customer);
        var (front, network, plant) = ($"Front {maya.First}", $"Network {maya.First}", $"Plant {maya.First}");
        foreach (var (team, who) in new[] { (front, maya), (network, owen), (plant, ruth) })
        {
            var id = (await desk.Desk.Do(new AddTeam(team, "", team == plant ? [$"labels {maya.First}"] : [], team == front), WebDesk.Itself)).Value!.Id;
            Assert.Null((await desk.Desk.Do(new JoinTeam(id, who.Who!.Email), WebDesk.Itself)).Error);
        }

        // Who brings the two together.
        await ruth.Open("/settings/bridges");
        await ruth.Page.Locator("[name='bridges[0].team']").SelectOptionAsync(network);
        await ruth.Page.Locator("[name='bridges[0].with']").SelectOptionAsync(front);
        await ruth.Page.Locator("[name='bridges[0].person']").FillAsync("nobody@harrow.example");
        await ruth.Press("Save who brings teams together");
        await ruth.Sees("Nobody who works here has this address.");
        await LooksTests.AssertLooksWell(ruth, "administrator bridges refused");
        await ruth.Page.Locator("[name='bridges[0].person']").FillAsync(ruth.Who!.Email);
        await ruth.Press("Save who brings teams together");
        await Assertions.Expect(ruth.Page.Locator(".fc-err")).ToHaveCountAsync(0);

        using var program = await desk.Program(maya.Who!);
        using var asker = await desk.Program(helen.Who!);
        var ticket = await asker.Opens($"The terminal is dark {maya.First}");
        var at = $"/t/{TicketNumber.Of(TicketKind.Incident, new(ticket))}";
        Assert.Null((await desk.Desk.Do(new MoveTicket(new(ticket), front), WebDesk.Itself)).Error);
        await desk.Desk.Do(new AssignTicket(new(ticket), maya.Who!.Email), WebDesk.Itself);
        await program.TakesUpTo(ticket, CareStep.Statement);

        await HandsOver(maya, at, network, "Look at the switch");
        await maya.Sees($"{network} to accept");
        await owen.Open("/");
        await owen.Page.GetByRole(AriaRole.Link, new() { Name = $"The terminal is dark {maya.First}" }).ClickAsync();
        await owen.Sees("All printers of line 2 print blank labels.");
        await LooksTests.AssertLooksWell(owen, "agent handed over with the record");
        await owen.Page.SetViewportSizeAsync(1440, 900);
        await owen.Page.GetByText("Give it back with a reason…").ClickAsync();
        await owen.Page.Locator("#handover").GetByLabel("which device").CheckAsync();
        await LooksTests.AssertLooksWell(owen, "agent gives back");
        await owen.Page.SetViewportSizeAsync(1440, 900);
        await owen.Page.Locator("[name=returnReason]").FillAsync("We cannot tell which terminal it is");
        await owen.Press($"Return it to {front}");
        await maya.Sees($"{network} gave it back: We cannot tell which terminal it is");
        await maya.Sees("Missing: which device");
        await LooksTests.AssertLooksWell(maya, "agent got it back");
        await maya.Page.SetViewportSizeAsync(1440, 900);
        await HandsOver(maya, at, network, "It is terminal 4: look at its switch");
        await owen.Sees("It is terminal 4: look at its switch");
        await owen.Press("Accept it");
        await owen.Sees("Was all there that you needed?");
        await owen.Page.GetByText("Something was missing…").ClickAsync();
        await owen.Page.Locator("#judge").GetByLabel("which device").CheckAsync();
        await LooksTests.AssertLooksWell(owen, "agent judges a handover");
        await owen.Page.SetViewportSizeAsync(1440, 900);
        await owen.Press("This was missing");
        await owen.Sees("something was missing when");

        // Told before it is sent back, and seen as it happens.
        await HandsOver(owen, at, front, "It is the terminal itself", told: "handing it back makes it go back and forth");
        await maya.Sees("It would go back and forth");
        await maya.Press("Accept it");
        await maya.Sees($"It goes back and forth: {front}, {network}, {front} again.");
        await LooksTests.AssertLooksWell(maya, "agent bounce");
        await maya.Page.SetViewportSizeAsync(1440, 900);
        await ruth.Open("/");
        await ruth.Sees("Two teams send it back and forth");
        await LooksTests.AssertLooksWell(ruth, "lead needs me now");
        await ruth.Page.SetViewportSizeAsync(1440, 900);
        await ruth.Open(at);
        await ruth.Page.Locator("[name=agreed]").FillAsync("The port is looked at before it comes back.");
        await ruth.Press("Write down what was agreed");
        await maya.Sees("together: The port is looked at before it comes back.");

        // A third is asked in, by keys, and owns nothing by it.
        await maya.Open("/keys");
        await maya.Open(at);
        await maya.Page.Keyboard.PressAsync("i");
        await maya.Page.GetByText("Whoever knows about it").ClickAsync();
        await LooksTests.AssertLooksWell(maya, "agent asks in");
        await maya.Page.SetViewportSizeAsync(1440, 900);
        await maya.Field("skill").FillAsync($"labels {maya.First}");
        await maya.Field("question").FillAsync("Which template does line 3 print?");
        await maya.Press("Ask in");
        await ruth.Sees("Which template does line 3 print?");
        await LooksTests.AssertLooksWell(ruth, "agent asked in");
        await ruth.Page.SetViewportSizeAsync(1440, 900);
        await ruth.Page.Keyboard.PressAsync("Shift+I");
        await ruth.Page.Keyboard.TypeAsync("Version 11.");
        await ruth.Page.Keyboard.PressAsync("Control+Enter");
        await maya.Sees("Version 11.");
        await maya.Sees("helped");

        // Another team solves it, and says what the front would have needed.
        Assert.Null((await desk.Desk.Do(new MoveTicket(new(ticket), plant), WebDesk.Itself)).Error);
        await program.TakesUpTo(ticket, CareStep.CustomerVerification);
        await ruth.Sees("What would first contact have needed to solve this?");
        await LooksTests.AssertLooksWell(ruth, "agent asked what the front needs");
        await ruth.Page.SetViewportSizeAsync(1440, 900);
        await ruth.Page.Locator("[name=frontWords]").FillAsync($"The template {maya.First}");
        await ruth.Page.Locator("#front").GetByRole(AriaRole.Button, new() { Name = "Training" }).ClickAsync();
        await ruth.Sees("says that first contact would have needed training");

        // The customer has had one contact throughout, and says that it works.
        await helen.Open(at);
        await helen.Press("It works for me");
        await helen.SeesNot("It works for me");
        await TellTheSame(desk, program, ruth, ticket, front, network, plant);
        await ruth.Open("/push-to-front");
        await LooksTests.AssertLooksWell(ruth, "push to front");
        await ruth.Page.SetViewportSizeAsync(1440, 900);
        await ruth.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { NameRegex = new("^Training") }).First.ClickAsync();
        await ruth.Sees($"The template {maya.First}");
        await ruth.Field("state").SelectOptionAsync("Doing");
        await ruth.Press("Save what becomes of it");
        await ruth.Sees("Say who does it.");
        await LooksTests.AssertLooksWell(ruth, "gap refused");
        foreach (var visitor in new[] { maya, owen, ruth }) Assert.DoesNotContain(visitor.Complaints, c => !c.Contains("Failed to load resource", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Questions_sort_out_what_is_wrong()
    {
        var desk = await chromium.Desk();
        await using var kofi = await Visitor.Of(chromium, desk, "Kofi", Role.ServiceCoordinator);
        await using var helen = await Visitor.Of(chromium, desk, "Helen", Role.Customer);
        var (printers, ribbons) = ($"Printers {kofi.First}", $"Ribbons {kofi.First}");
        var id = (await desk.Desk.Do(new AddCategory(printers), WebDesk.Itself)).Value!.Id;
        Assert.Null((await desk.Desk.Do(new AddCategory(ribbons), WebDesk.Itself)).Error);

        await kofi.Open("/settings/guides");
        await LooksTests.AssertLooksWell(kofi, "guides");
        await kofi.Page.SetViewportSizeAsync(1440, 900);
        await kofi.Page.GetByRole(AriaRole.Link, new() { Name = printers }).ClickAsync();
        await kofi.Page.Locator("[name='questions[0].text']").FillAsync("What comes out?");
        await kofi.Page.Locator("[name='questions[0].kind']").SelectOptionAsync("Choice");
        await kofi.Page.Locator("[name='questions[0].options']").FillAsync("Nothing");
        await kofi.Press("Save the questions");
        await kofi.Sees("Give at least two to choose from, one a line.");
        await LooksTests.AssertLooksWell(kofi, "guide refused");
        await kofi.Page.SetViewportSizeAsync(1440, 900);
        await kofi.Page.Locator("[name='questions[0].options']").FillAsync($"Nothing\nA blank label > {ribbons}");
        await kofi.Press("Save the questions");
        await kofi.Page.WaitForURLAsync("**/settings/guides");

        await helen.Open("/portal/ask");
        await helen.Field("title").FillAsync("Labels print blank");
        await helen.Field("category").SelectOptionAsync(printers);
        await helen.Field($"guide-{id.Value}-1").SelectOptionAsync("A blank label");
        await helen.Field("since").FillAsync("Monday");
        await LooksTests.AssertLooksWell(helen, "portal ask with questions");
        await helen.Press("Send to the service desk");
        await helen.Sees("We have it");

        await kofi.Open($"/t/{helen.Number}");
        await kofi.Sees($"The answers point to {ribbons}.");
        await LooksTests.AssertLooksWell(kofi, "answers point elsewhere");
        await kofi.Page.SetViewportSizeAsync(1440, 900);
        await kofi.Press($"Sort it under {ribbons}");
        await kofi.SeesNot("The answers point to");
        await kofi.Open($"/t/{helen.Number}?do=understanding");
        await kofi.Field("place").FillAsync("Line 3");
        await LooksTests.AssertLooksWell(kofi, "understanding form");
        await kofi.Press("Save what came out");
        await kofi.Sees("noted the place Line 3, since Monday");
        foreach (var visitor in new[] { kofi, helen }) Assert.DoesNotContain(visitor.Complaints, c => !c.Contains("Failed to load resource", StringComparison.Ordinal));
    }

    /// <summary>Asked 2, returned 1, accepted 1 and found wanting, back again, a third asked in and then given it: on the page, in the API and in the journal.</summary>
    private static async Task TellTheSame(WebDesk desk, HttpClient program, Visitor reader, long ticket, string front, string network, string plant)
    {
        var told = await Figures();
        await Patience.Until(async () => (told = await Figures())["shared"]!.AsArray().Any(s => (int)s!["works"]! != 0));
        foreach (var (figure, expected) in new (string, double)[]
        {
            ("tickets", 1), ("resolved", 1), ("first-contact-share", 0), ("handovers-per-ticket", 4), ("asked", 3), ("accepted", 2), ("returned-handovers", 1), ("judged", 1), ("complete-share", 0), ("lacked-device", 2), ("help-given", 1), ("bounced", 1), ("moved", 2), ("reopened", 0),
        })
            Assert.Equal((figure, expected), (figure, told["figures"]![figure]!.GetValue<double>()));
        Assert.Equal((2, 1, 1, 1, 0), Pair(front, network, p => ((int)p["asked"]!, (int)p["accepted"]!, (int)p["returned"]!, (int)p["judged"]!, (int)p["complete"]!)));
        Assert.Equal((1, 1, 0), Pair(network, front, p => ((int)p["asked"]!, (int)p["accepted"]!, (int)p["returned"]!)));
        Assert.Equal((0, 1, 1), Pair(front, plant, p => ((int)p["asked"]!, (int)p["moved"]!, (int)p["helped"]!)));

        await reader.Open($"/teamwork?from=&team={Uri.EscapeDataString(front)}");
        var row = reader.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = $"{front} to {network}" }).GetByRole(AriaRole.Cell);
        foreach (var (cell, figure) in new[] { (0, "2"), (1, "1"), (2, "1"), (3, "0"), (4, "0"), (6, "0 of 1"), (7, "0") }) await Assertions.Expect(row.Nth(cell)).ToHaveTextAsync(figure);
        await LooksTests.AssertLooksWell(reader, "teamwork of handovers with care");
        await reader.Page.SetViewportSizeAsync(1440, 900);
        await row.Nth(2).GetByRole(AriaRole.Link).ClickAsync();
        await reader.Sees("We cannot tell which terminal it is");
        await reader.Sees("Missing: which device");
        await LooksTests.AssertLooksWell(reader, "returned with its reason");
        await reader.Page.SetViewportSizeAsync(1440, 900);

        string[] story = ["ticket.handed-over", "ticket.handover-returned", "ticket.handed-over", "ticket.handover-accepted", "ticket.handover-judged", "ticket.handed-over", "ticket.handover-accepted", "ticket.bounced", "ticket.bounce-settled", "ticket.skill-asked-in", "ticket.help-given", "ticket.moved", "ticket.resolved", "ticket.front-answered", "ticket.customer-verified", "ticket.closed"];
        // It was given to its first team and its owner as the story began; what follows is told in this order.
        Assert.Equal(story, (await desk.Desk.Ask(new ShowTicket(new(ticket)), Caller.Desk)).Value!.Timeline.Select(e => e.Name).SkipWhile(n => n != story[0]).Where(story.Contains));

        async Task<JsonNode> Figures() => (await program.Ask($"measures/teamwork?team={Uri.EscapeDataString(front)}")).Body!;

        T Pair<T>(string from, string to, Func<JsonNode, T> of) => of(told["pairs"]!.AsArray().Single(p => (string?)p!["from"]!["name"] == from && (string?)p["to"]!["name"] == to)!);
    }

    private static async Task HandsOver(Visitor agent, string at, string team, string asked, string? told = null)
    {
        await agent.Open(at);
        await agent.Page.Locator(".fc-modes label:has([value=handover])").ClickAsync();
        if (told is not null) await Assertions.Expect(agent.Page.Locator(".fc-compose")).ToContainTextAsync(told);
        await agent.Page.Locator("[name=handTo]").SelectOptionAsync(team);
        await agent.Page.Locator("[name=handAsked]").FillAsync(asked);
        await agent.Press("Hand it over");
        await agent.Sees("hands it to");
    }
}
