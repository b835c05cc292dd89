using FirstContact.People;

namespace FirstContact;

/// <summary>The main job, from the first word to the verified close: an agent and a customer, each at a browser, neither ever reloading.</summary>
[Collection(Chromium.Name)]
public sealed class MainPathTests(Chromium chromium)
{
    [Theory, MemberData(nameof(WebDesk.Engines), MemberType = typeof(WebDesk))]
    public async Task An_agent_and_a_customer_take_a_ticket_to_its_verified_close(string engine)
    {
        var desk = await chromium.Desk(engine);
        await using var agent = await Visitor.Of(chromium, desk, "Maya", Role.Agent);
        await using var customer = await Visitor.Of(chromium, desk, "Helen", Role.Customer);
        var title = $"Labels print blank for {customer.First}";
        await agent.Open("/tickets?sort=opened");
        await agent.Mark();

        await customer.Open("/portal");
        await customer.Mark();
        await customer.Page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = "Ask for help" }).ClickAsync();
        await customer.Field("title").FillAsync(title);
        await customer.Field("description").FillAsync("Since this morning every label comes out white.");
        await customer.Press("Send to the service desk");
        await customer.Sees("We have it");
        var number = customer.Number;

        // A list with rows does not move by itself: there the new one waits to be shown.
        var news = agent.Page.Locator("[data-news]");
        await Assertions.Expect(news.Or(agent.Page.GetByRole(AriaRole.Link, new() { Name = title })).First).ToBeVisibleAsync();
        if (await news.IsVisibleAsync()) await news.ClickAsync();
        await agent.Sees(title);
        await agent.Page.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await NineSteps.Walk(agent, customer);
        await customer.AssertStayed();
        await agent.AssertStayed();
        Assert.Empty(agent.Complaints.Concat(customer.Complaints.Where(c => !c.Contains("422", StringComparison.Ordinal))));
        await NineSteps.AssertJournal(desk, number, agent.Who!, customer.Who!, ("TicketOpened", customer.Who!.Id));
    }
}
