using FirstContact.People;
using FirstContact.Targets;
using FirstContact.Tickets;

namespace FirstContact;

/// <summary>A coordinator sets a goal and writes down what others reach; a colleague sees it stand, and goes from a number to its tickets.</summary>
[Collection(Chromium.Name)]
public sealed class TargetsPathTests(Chromium chromium)
{
    [Theory, MemberData(nameof(WebDesk.Engines), MemberType = typeof(WebDesk))]
    public async Task From_the_goal_to_its_tickets(string engine)
    {
        var desk = await chromium.Desk(engine);
        await using var ruth = await Visitor.Of(chromium, desk, "Ruth", Role.ServiceCoordinator);
        await using var agent = await Visitor.Of(chromium, desk, "Maya", Role.Agent);
        await using var customer = await Visitor.Of(chromium, desk, "Helen", Role.Customer);
        var (unit, segment) = (chromium.Unique("Hall"), chromium.Unique("Halls"));
        await desk.Done(new AddUnit(unit, segment));
        await desk.Done(new ChangePerson(customer.Who!.Id) { Unit = unit });
        var ticket = await desk.Done(new OpenTicket(TicketKind.Incident, Channel.Phone, "The lamp is out", "All of it.", customer.Who.Email, Policies.Level.Low, Policies.Level.Low));
        await desk.Done(new GreetCustomer(ticket.Id, null));

        await agent.Open("/targets");
        await ruth.Open("/targets");
        await ruth.Page.GetByRole(AriaRole.Link, new() { Name = "Set a goal" }).Or(ruth.Page.GetByRole(AriaRole.Link, new() { Name = "Set the first goal" })).First.ClickAsync();
        await ruth.Field("measure").SelectOptionAsync("firstWord");
        await ruth.Field("percent").FillAsync("many");
        await ruth.Field("segment").SelectOptionAsync(segment);
        await ruth.Field("why").FillAsync("Nobody waits in the dark.");
        await ruth.Press("Set it");
        await ruth.Sees("Say within what time.");
        await ruth.Sees("Give a whole number up to 100.");
        Assert.Equal(("many", "Nobody waits in the dark."), (await ruth.Field("percent").InputValueAsync(), await ruth.Field("why").InputValueAsync()));
        await LooksTests.AssertLooksWell(ruth, "coordinator/goal, refused");
        await ruth.Field("within").FillAsync("30 min");
        await ruth.Field("percent").FillAsync("90");
        await ruth.Press("Set it");
        await ruth.Sees("First word to the customer within 30 min");
        await Patience.Until(async () =>
        {
            await ruth.Page.ReloadAsync();
            return await ruth.Page.GetByText("1 of 1 in time").CountAsync() == 1;
        });
        await ruth.Sees("on goal");
        await LooksTests.AssertLooksWell(ruth, "coordinator/goal");

        await ruth.Open("/targets/figures");
        await ruth.Page.SetViewportSizeAsync(1440, 900);
        await ruth.Field("measure").SelectOptionAsync("firstWord");
        foreach (var (field, typed) in new[] { ("percent", "64.5"), ("within", "30 min"), ("says", "Of all who answered"), ("year", "2015") }) await ruth.Field(field).FillAsync(typed);
        await ruth.Press("Add it");
        await ruth.Sees("a figure without a source is none");
        await ruth.Field("source").FillAsync($"Report {segment}");
        await ruth.Press("Add it");

        // The colleague's page has heard of both, and each number leads to its tickets.
        var row = agent.Page.GetByRole(AriaRole.Row, new() { Name = segment });
        await Assertions.Expect(row).ToContainTextAsync($"Report {segment}");
        await Assertions.Expect(row).ToContainTextAsync("on goal");
        await LooksTests.AssertLooksWell(agent, "agent/targets");
        await agent.Page.SetViewportSizeAsync(1440, 900);
        await row.GetByRole(AriaRole.Link, new() { Name = "1 of 1" }).ClickAsync();
        await agent.Sees("The lamp is out");
        await agent.Sees("in time");
        await LooksTests.AssertLooksWell(agent, "agent/targets, tickets");
        await agent.Page.SetViewportSizeAsync(1440, 900);
        await agent.Page.GetByRole(AriaRole.Link, new() { Name = "late", Exact = true }).ClickAsync();
        await agent.Sees("No tickets here");
        await agent.Open("/targets?period=quarter");
        await agent.Page.GetByRole(AriaRole.Row, new() { Name = "The whole desk" }).GetByRole(AriaRole.Link).First.ClickAsync();
        await agent.Sees("The lamp is out");
        foreach (var visitor in new[] { ruth, agent }) Assert.DoesNotContain(visitor.Complaints, c => !c.Contains("Failed to load resource", StringComparison.Ordinal));
    }
}
