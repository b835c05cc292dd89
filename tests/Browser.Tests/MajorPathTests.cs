using FirstContact.People;
using FirstContact.Services;
using FirstContact.Tickets;

namespace FirstContact;

/// <summary>Many have the same: an agent declares it, everybody reads it, those who wait hear the news on their tickets, and it is looked back at.</summary>
[Collection(Chromium.Name)]
public sealed class MajorPathTests(Chromium chromium)
{
    [Theory, MemberData(nameof(WebDesk.Engines), MemberType = typeof(WebDesk))]
    public async Task Declared_told_over_and_looked_back_at(string engine)
    {
        var desk = await chromium.Desk(engine);
        await using var agent = await Visitor.Of(chromium, desk, "Maya", Role.Agent);
        await using var customer = await Visitor.Of(chromium, desk, "Helen", Role.Customer);
        var (service, title) = (chromium.Unique("Wireless"), chromium.Unique("No wireless in the halls"));
        await desk.Done(new AddService(service, "Waves", null, null));
        using var program = await desk.Program(agent.Who!);
        var own = TicketNumber.Of(TicketKind.Incident, new(await program.Opens("The wireless is gone", customer.Who!.Email)));
        await customer.Open($"/t/{own}");

        await agent.Open($"/t/{own}");
        await agent.Page.GetByRole(AriaRole.Link, new() { Name = "Many have this…" }).ClickAsync();
        await agent.Field("title").FillAsync(title);
        await agent.Page.GetByLabel(service).CheckAsync();
        await agent.Press("Declare a major incident");
        await agent.Sees("Say where those who work on it meet: a room, a number, a link.");
        await agent.Sees("Say what those whom it concerns are to know.");
        Assert.Equal(title, await agent.Field("title").InputValueAsync());
        Assert.True(await agent.Page.GetByLabel(service).IsCheckedAsync());
        await LooksTests.AssertLooksWell(agent, "agent/major, refused");
        await agent.Field("bridge").FillAsync("Room 3");
        await agent.Field("words").FillAsync("Plug in a cable meanwhile.");
        await agent.Press("Declare a major incident");
        await agent.Sees("Tickets that wait for it");

        // The customer's page says it by itself: above all, and on the ticket.
        await Assertions.Expect(customer.Page.Locator(".fc-banner", new() { HasText = title })).ToContainTextAsync("Plug in a cable meanwhile.");
        await Assertions.Expect(customer.Page.Locator("#main [id^=e]", new() { HasText = title })).ToContainTextAsync("Plug in a cable meanwhile.");
        Assert.Equal(0, await customer.Page.GetByText("Room 3").CountAsync());

        await agent.Press("Tell the news");
        await agent.Sees("Say what those whom it concerns are to know.");
        await agent.Field("words").FillAsync("We have found it.");
        await agent.Press("Tell the news");
        await agent.Sees("told the news: We have found it.");
        await LooksTests.AssertLooksWell(agent, "agent/major, running");
        await Assertions.Expect(customer.Page.Locator(".fc-banner", new() { HasText = title })).ToContainTextAsync("We have found it.");
        await agent.Open("/");
        await agent.Sees("A major incident that you lead");
        await agent.Page.GetByRole(AriaRole.Link, new() { Name = title }).Last.ClickAsync();
        await agent.Field("words").FillAsync("A switch was changed.");
        await agent.Press("It works again: tell so");
        await agent.Sees("over, to be looked back at");
        await Assertions.Expect(customer.Page.Locator(".fc-banner", new() { HasText = title })).ToHaveCountAsync(0);
        await customer.Sees("It works again");

        await agent.Field("happened").FillAsync("The switch stopped at nine.");
        await agent.Field("what-1").FillAsync("Test the second switch");
        await agent.Press("Keep it");
        await agent.Sees("Say why it happened.");
        Assert.Equal("Test the second switch", await agent.Field("what-1").InputValueAsync());
        await agent.Field("causes").FillAsync("It was never tested.");
        await agent.Field("owner-1").FillAsync(agent.Who!.Email);
        await agent.Press("Keep it");
        await agent.Sees("over, looked back at");
        await LooksTests.AssertLooksWell(agent, "agent/major, looked back at");
        await agent.Page.GetByRole(AriaRole.Button, new() { Name = "Done: Test the second switch" }).ClickAsync();
        await agent.Sees("ticked off: Test the second switch");
        foreach (var visitor in new[] { agent, customer }) Assert.DoesNotContain(visitor.Complaints, c => !c.Contains("Failed to load resource", StringComparison.Ordinal));
    }
}
