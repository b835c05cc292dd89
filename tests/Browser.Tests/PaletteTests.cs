using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact;

/// <summary>One key finds tickets, people and settings, and does what the page can do; another leads on to the next.</summary>
[Collection(Chromium.Name)]
public sealed class PaletteTests(Chromium chromium)
{
    [Fact]
    public async Task It_finds_and_it_does()
    {
        var desk = await chromium.Desk();
        await using var agent = await Visitor.Of(chromium, desk, "Maya", Role.Agent);
        using var colleague = await desk.Program(await desk.Register(chromium.Unique("Colin"), Role.Agent));
        var word = chromium.Unique("forklift").ToLowerInvariant();
        var ticket = await colleague.Opens($"The {word} beeps", agent.Who!.Email);
        var keys = agent.Page.Keyboard;
        await agent.Open("/tickets");

        await Palette(agent);
        await keys.TypeAsync(TicketNumber.Of(TicketKind.Incident, new(ticket)));
        await Assertions.Expect(Chosen(agent)).ToContainTextAsync($"The {word} beeps");
        await agent.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(agent.Page.Locator("#palette")).ToBeHiddenAsync();

        await Palette(agent);
        await keys.TypeAsync(agent.Who.Name);
        await Assertions.Expect(agent.Page.Locator("#palette [role=option]", new() { HasText = agent.Who.Email }).First).ToBeVisibleAsync();
        await keys.PressAsync("Escape");

        await agent.Open($"/tickets?customer={Uri.EscapeDataString(agent.Who.Email)}");
        await keys.PressAsync("j");
        await keys.PressAsync("x");
        await Palette(agent);
        await keys.TypeAsync("assign to m");
        await Assertions.Expect(Chosen(agent)).ToContainTextAsync("Assign to me");
        await keys.PressAsync("Enter");
        await agent.Sees("1 assigned to me");

        // Enter before the answer is there means the first row of it.
        await Palette(agent);
        await keys.TypeAsync(TicketNumber.Of(TicketKind.Incident, new(ticket)));
        await keys.PressAsync("Enter");
        await agent.Page.WaitForURLAsync($"**/t/{TicketNumber.Of(TicketKind.Incident, new(ticket))}");

        await agent.Open("/keys");
        await agent.Sees("Search or run");
        Assert.Empty(agent.Complaints);
    }

    [Fact]
    public async Task Shift_j_leads_on_to_the_next_that_needs_me_and_home_at_the_end()
    {
        var desk = await chromium.Desk();
        await using var agent = await Visitor.Of(chromium, desk, "Maya", Role.Agent);
        using var self = await desk.Program(agent.Who!);
        var (first, second) = (await self.Opens("First to promise", agent.Who!.Email), await self.Opens("Second to promise", agent.Who.Email));
        foreach (var (ticket, hours) in new[] { (first, 1), (second, 2) })
        {
            await self.Send(HttpMethod.Put, $"tickets/{ticket}/assignee", new { person = "me" });
            await self.Does(ticket, "messages", new { visibility = "public", body = "I look into it.", promise = (desk.Get<NodaTime.IClock>().GetCurrentInstant() + NodaTime.Duration.FromHours(hours)).ToString("uuuu-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture) });
        }
        await agent.Open($"/t/{first}");
        await agent.Page.Keyboard.PressAsync("Shift+J");
        await agent.Sees("Second to promise");
        await agent.Page.Keyboard.PressAsync("Shift+J");
        await agent.Sees("First to promise");
        Assert.Empty(agent.Complaints);
    }

    private static ILocator Chosen(Visitor agent) => agent.Page.Locator("#palette [aria-selected=true]");

    private static async Task Palette(Visitor agent)
    {
        // The script may come a moment after the page.
        for (var left = 10; left > 0 && !await agent.Page.Locator("#palette").IsVisibleAsync(); left--) await agent.Page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(agent.Page.Locator("#palette")).ToBeVisibleAsync();
    }
}
