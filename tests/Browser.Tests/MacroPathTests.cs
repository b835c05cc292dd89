using FirstContact.Macros;
using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact;

/// <summary>An agent looks at what a macro would do, runs it, and takes it back; and runs it on rows of the queue from the palette.</summary>
[Collection(Chromium.Name)]
public sealed class MacroPathTests(Chromium chromium)
{
    [Theory, MemberData(nameof(WebDesk.Engines), MemberType = typeof(WebDesk))]
    public async Task Previewed_run_and_undone(string engine)
    {
        var desk = await chromium.Desk(engine);
        await using var coordinator = await Visitor.Of(chromium, desk, "Ruth", Role.ServiceCoordinator);
        await using var agent = await Visitor.Of(chromium, desk, "Maya", Role.Agent);
        using var program = await desk.Program(agent.Who!);
        var word = coordinator.First.ToLowerInvariant();
        var ticket = await program.Opens($"Labels print blank {word}", agent.Who!.Email);

        await coordinator.Open("/settings/macros/new");
        await coordinator.Field("name").FillAsync($"Ribbon {word}");
        var rows = coordinator.Page.Locator("fieldset.fc-then:visible");
        await Assertions.Expect(rows).ToHaveCountAsync(1);
        await coordinator.Page.SelectOptionAsync("[name='actions[0].do']", "Tag");
        await Assertions.Expect(rows).ToHaveCountAsync(2);
        await coordinator.Page.FillAsync("[name='actions[0].tags']", word);
        await coordinator.Page.SelectOptionAsync("[name='actions[1].do']", "Note");
        await coordinator.Page.FillAsync("[name='actions[1].words']", "Look at {{ticket.numbr}} first.");
        await coordinator.Press("Add the macro");
        await coordinator.Sees("There is no variable {{ticket.numbr}}.");
        await coordinator.Page.FillAsync("[name='actions[1].words']", "Look at {{ticket.number}} first.");
        await coordinator.Press("Add the macro");
        await coordinator.Sees($"Ribbon {word}");

        var number = TicketNumber.Of(TicketKind.Incident, new(ticket));
        await agent.Open($"/t/{number}");
        await agent.Page.Locator("summary", new() { HasText = "Macros" }).ClickAsync();
        await agent.Page.GetByRole(AriaRole.Link, new() { Name = $"Ribbon {word}" }).ClickAsync();
        await agent.Sees($"What this macro would do to {number}");
        await agent.Sees($"Look at {number} first.");
        await LooksTests.AssertLooksWell(agent, "agent/macro preview");
        // On a phone the menu stands within the screen.
        await agent.Page.SetViewportSizeAsync(390, 844);
        await agent.Open($"/t/{number}");
        await agent.Page.Locator("summary", new() { HasText = "Macros" }).ClickAsync();
        var menu = (await agent.Page.Locator(".fc-acts .is-macros > div").BoundingBoxAsync())!;
        Assert.True(menu.X >= 0 && menu.X + menu.Width <= 390, $"{menu.X} {menu.Width}");
        await agent.Page.GetByRole(AriaRole.Link, new() { Name = $"Ribbon {word}" }).ClickAsync();
        await agent.Page.SetViewportSizeAsync(1440, 900);
        await agent.Press("Run the macro");
        var toast = agent.Page.Locator(".fc-toast");
        await Assertions.Expect(toast).ToContainTextAsync($"run through 'Ribbon {word}'");
        await agent.Sees($"ran the macro Ribbon {word}");
        Assert.Equal([word], (await program.Ask($"tickets/{ticket}")).Body!["tags"]!.AsArray().Select(t => (string)t!));
        await toast.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(toast).ToContainTextAsync("Put back");
        Assert.Empty((await program.Ask($"tickets/{ticket}")).Body!["tags"]!.AsArray());

        // The palette knows the macros of the ticket at hand, and on the queue those for the chosen rows.
        await Palette(agent, $"macro: ribbon {word}");
        await agent.Sees($"What this macro would do to {number}");
        await agent.Open($"/tickets?q={word}");
        await agent.Page.Locator($"#t{ticket} input[type=checkbox]").CheckAsync();
        await Palette(agent, $"macro: ribbon {word}");
        await agent.Sees($"1 run through 'Ribbon {word}'");
        Assert.Equal([word], (await program.Ask($"tickets/{ticket}")).Body!["tags"]!.AsArray().Select(t => (string)t!));
        foreach (var visitor in new[] { coordinator, agent }) Assert.DoesNotContain(visitor.Complaints, c => !c.Contains("Failed to load resource", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_template_fills_the_form_and_keeps_what_was_typed()
    {
        var desk = await chromium.Desk();
        await using var agent = await Visitor.Of(chromium, desk, "Maya", Role.Agent);
        var name = chromium.Unique("Badge");
        await desk.Desk.Do(new AddTicketTemplate(new(name, null) { Title = "Lost badge", Description = "When was it last used?", Tasks = ["Block it"] }), WebDesk.Itself);
        await agent.Open("/tickets/new");
        await agent.Field("title").FillAsync("Badge of Ravi");
        await agent.Page.SelectOptionAsync("[name=template]", new SelectOptionValue { Label = name });
        await agent.Press("Fill in");
        await Assertions.Expect(agent.Field("description")).ToHaveValueAsync("When was it last used?");
        await Assertions.Expect(agent.Field("title")).ToHaveValueAsync("Badge of Ravi");
        await Assertions.Expect(agent.Field("tasks")).ToHaveValueAsync("Block it");
        await agent.Field("customer").FillAsync(agent.Who!.Email);
        await agent.Press("Open the ticket");
        await agent.Sees("Block it");
        Assert.Empty(agent.Complaints);
    }

    [Fact]
    public async Task A_text_block_is_put_into_what_one_writes()
    {
        var desk = await chromium.Desk();
        await using var agent = await Visitor.Of(chromium, desk, "Maya", Role.Agent);
        using var program = await desk.Program(agent.Who!);
        var word = chromium.Unique("hello").ToLowerInvariant();
        await desk.Desk.Do(new AddTextBlock(new($"Greeting {word}", word, "Dear {{customer.firstName}}, {{ticket.number}} is with me.", null, [BlockUse.Reply])), WebDesk.Itself);
        await desk.Desk.Do(new AddTextBlock(new($"Facts {word}", null, "Only among ourselves.", null, [BlockUse.Note])), WebDesk.Itself);
        var ticket = await program.Opens("Labels print blank", agent.Who!.Email);
        await agent.Open($"/t/{ticket}");
        var box = agent.Page.Locator("textarea[name=reply]");
        await box.ClickAsync();
        await agent.Page.Keyboard.TypeAsync($"::{word}");
        await Assertions.Expect(agent.Page.GetByRole(AriaRole.Option, new() { Name = $"Greeting {word}" })).ToBeVisibleAsync();
        await Assertions.Expect(agent.Page.Locator(".fc-expand [role=option]")).ToHaveCountAsync(1);
        await agent.Page.Keyboard.PressAsync("Enter");
        var greeting = $"Dear {agent.First}, {TicketNumber.Of(TicketKind.Incident, new(ticket))} is with me.";
        await Assertions.Expect(box).ToHaveValueAsync(new System.Text.RegularExpressions.Regex(greeting));

        // Enter before the answer to the last letter is there means what comes with it.
        await box.FillAsync("");
        await agent.Page.Keyboard.TypeAsync($"::{word[..^1]}");
        await Assertions.Expect(agent.Page.Locator(".fc-expand [role=option]").First).ToBeVisibleAsync();
        await agent.Page.RouteAsync("**/text-blocks?*", async route => { await Task.Delay(500); await route.ContinueAsync(); });
        await agent.Page.Keyboard.TypeAsync(word[^1..]);
        await agent.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(box).ToHaveValueAsync(new System.Text.RegularExpressions.Regex(greeting));
        Assert.DoesNotContain(agent.Complaints, c => !c.Contains("Failed to load resource", StringComparison.Ordinal));
    }

    private static async Task Palette(Visitor agent, string typed)
    {
        // The script may come a moment after the page.
        for (var left = 10; left > 0 && !await agent.Page.Locator("#palette").IsVisibleAsync(); left--) await agent.Page.Keyboard.PressAsync("Control+k");
        await agent.Page.Keyboard.TypeAsync(typed);
        await Assertions.Expect(agent.Page.Locator("#palette [aria-selected=true]")).ToContainTextAsync(typed, new() { IgnoreCase = true });
        await agent.Page.Keyboard.PressAsync("Enter");
    }
}
