using FirstContact.Classifying;
using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact;

/// <summary>An administrator reads what the desk has learned and lets it act; an agent is told what a call looks like, takes it, and corrects what the desk did by itself.</summary>
[Collection(Chromium.Name)]
public sealed class SuggestionPathTests(Chromium chromium)
{
    [Theory, MemberData(nameof(WebDesk.Engines), MemberType = typeof(WebDesk))]
    public async Task The_desk_suggests_and_is_corrected(string engine)
    {
        // Of its own: on a shared desk it would classify what others have opened.
        await using var desk = await WebDesk.Start(engine);
        await desk.Register("Helen", Role.Customer);
        await desk.Teach(WebDesk.Mail("Helen"));
        await using var administrator = await Visitor.Of(chromium, desk, "Ruth", Role.Administrator);
        await using var agent = await Visitor.Of(chromium, desk, "Maya", Role.Agent);
        using var program = await desk.Program(agent.Who!);

        await administrator.Open("/settings");
        await administrator.Page.GetByRole(AriaRole.Link, new() { Name = "Suggestions" }).First.ClickAsync();
        await administrator.Sees("Right on");
        await LooksTests.AssertLooksWell(administrator, "administrator suggestions");
        await administrator.Field("applyFrom").FillAsync("20");
        await administrator.Press("Save");
        await administrator.Sees("Give a percentage from 50 to 99");
        await LooksTests.AssertLooksWell(administrator, "administrator suggestions refused");
        await administrator.Field("applyFrom").FillAsync("60");
        await administrator.Press("Save");
        await Assertions.Expect(administrator.Page.Locator(".fc-err")).ToHaveCountAsync(0);

        await agent.Open("/tickets/new");
        await agent.Field("title").PressSequentiallyAsync("No wireless network at line 2");
        await agent.Sees("Looks like Network");
        await LooksTests.AssertLooksWell(agent, "agent new ticket suggested");
        await agent.Press("Take Network");
        await Assertions.Expect(agent.Field("category")).ToHaveValueAsync("Network");
        await agent.Field("customer").FillAsync(WebDesk.Mail("Helen"));
        await agent.Field("description").FillAsync("Since the morning");
        await agent.Press("Open the ticket");
        await agent.Sees("agreed with what the desk suggested");

        var jam = await program.Opens(Taught.Jam);
        await agent.Open($"/t/{jam}");
        // The timetable does it within some seconds, and the page hears of it.
        await agent.Sees("The desk classified it by itself: Looks like Printing");
        await LooksTests.AssertLooksWell(agent, "agent classified by itself");
        await agent.Press("No, Doors");
        await agent.Sees("corrected what the desk had done by itself");
        await agent.SeesNot("The desk classified it by itself");
        foreach (var visitor in new[] { administrator, agent }) Assert.DoesNotContain(visitor.Complaints, c => !c.Contains("Failed to load resource", StringComparison.Ordinal));
    }
}
