using FirstContact.People;

namespace FirstContact;

/// <summary>A call that nobody took is written down, called back in vain, and reached; an event is planned, its test fails, and the calendar and the morning page say so.</summary>
[Collection(Chromium.Name)]
public sealed class ParkedPathTests(Chromium chromium)
{
    [Theory, MemberData(nameof(WebDesk.Engines), MemberType = typeof(WebDesk))]
    public async Task Missed_called_back_planned_and_tested(string engine)
    {
        var desk = await chromium.Desk(engine);
        await using var agent = await Visitor.Of(chromium, desk, "Maya", Role.Agent);
        var caller = await desk.Register(chromium.Unique("Helen") + " Marsh", Role.Customer);
        await desk.Desk.Do(new JoinTeam(TeamId.FirstContact, agent.Who!.Email), WebDesk.Itself);

        await agent.Open("/calls/new");
        await agent.Field("number").FillAsync("nobody");
        await agent.Press("To be called back");
        await agent.Sees("Give a number of 3 to 20 digits");
        await agent.Field("number").FillAsync("4357");
        await agent.Field("person").FillAsync(caller.Email);
        await LooksTests.AssertLooksWell(agent, "agent/a missed call");
        await agent.Press("To be called back");
        await agent.Sees("One missed call");
        var number = agent.Number;
        await agent.Press("Called back, not reached");
        await agent.Sees("tried once");
        await agent.Open("/");
        await agent.Sees("Somebody waits to be called back");
        await agent.Page.GetByRole(AriaRole.Link, new() { Name = $"Missed call from {caller.Name}" }).First.ClickAsync();
        await LooksTests.AssertLooksWell(agent, "agent/to be called back");
        await agent.Press("Called back, reached");
        await agent.Sees("Called back, and reached.");
        Assert.Equal(number, agent.Number);

        var title = chromium.Unique("Board");
        await agent.Open("/events/new");
        await agent.Field("title").FillAsync(title);
        await agent.Field("place").FillAsync("Harbour House");
        await agent.Press("Plan it");
        await agent.Sees("Say when it begins.");
        var starts = SystemClock.Instance.GetCurrentInstant().ToDateTimeUtc().AddHours(6);
        await agent.Field("starts").FillAsync(starts.ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture));
        await agent.Field("testAt").FillAsync(starts.AddHours(-5).ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture));
        await agent.Field("contact").FillAsync("Grace, 4357");
        await LooksTests.AssertLooksWell(agent, "agent/an event");
        await agent.Press("Plan it");
        await agent.Sees("Nobody has tested it yet.");
        await agent.Page.Locator("[name=words]").FillAsync("No sound");
        await agent.Press("It does not work");
        await agent.Sees("tested it: it does not work. No sound");
        await LooksTests.AssertLooksWell(agent, "agent/one event");
        await agent.Open("/");
        await agent.Sees("and the test failed: No sound");
        foreach (var view in new[] { "month", "week" })
        {
            await agent.Open($"/events?view={view}&day={starts:yyyy-MM-dd}");
            await agent.Sees(title);
            await LooksTests.AssertLooksWell(agent, $"agent/events by {view}");
        }
        await agent.Page.Keyboard.PressAsync("j");
        await agent.Page.WaitForURLAsync(u => !u.Contains($"{starts:yyyy-MM-dd}", StringComparison.Ordinal));
        await agent.Page.SetViewportSizeAsync(390, 844);
        await agent.Open($"/events?view=month&day={starts:yyyy-MM-dd}");
        await agent.Sees(title);
        await LooksTests.AssertLooksWell(agent, "agent/events on a phone");
        Assert.DoesNotContain(agent.Complaints, c => !c.Contains("Failed to load resource", StringComparison.Ordinal));
    }
    /// <summary>The same on a telephone that runs no scripts; what is on the calendar is reached with Tab and Enter alone.</summary>
    [Fact]
    public async Task Without_scripts_on_a_phone()
    {
        var desk = await chromium.Desk();
        await using var agent = await Visitor.Of(chromium, desk, "Maya", Role.Agent, new() { JavaScriptEnabled = false, ViewportSize = new() { Width = 390, Height = 844 } });
        await agent.Open("/calls/new");
        await agent.Field("number").FillAsync("4358");
        await agent.Press("To be called back");
        await agent.Sees("One missed call");
        await agent.Press("Called back, reached");
        await agent.Sees("Say who it was");
        await agent.Field("caller").FillAsync(agent.Who!.Email);
        await agent.Page.GetByText("What was said…").ClickAsync();
        await agent.Field("callWords").FillAsync("The forklift again.");
        await agent.Press("Called back, reached");
        await agent.Sees("The forklift again.");

        var (title, day) = (chromium.Unique("Audit"), "2098-03-05");
        await agent.Open($"/events/new?day={day}");
        await agent.Field("title").FillAsync(title);
        await agent.Field("place").FillAsync("Eastmoor");
        await agent.Field("contact").FillAsync("4357");
        await agent.Field("testAt").FillAsync("2098-03-04T15:00");
        await agent.Press("Plan it");
        await agent.Open($"/events?view=month&day={day}");
        var (test, audit) = (agent.Page.GetByRole(AriaRole.Link, new() { Name = $"Test: {title}" }), agent.Page.GetByRole(AriaRole.Link, new() { Name = $"09:00 {title}" }));
        await test.FocusAsync();
        await agent.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(audit).ToBeFocusedAsync();
        var box = (await audit.BoundingBoxAsync())!;
        Assert.True(box is { Height: >= 40, X: >= 0 } && box.X + box.Width <= 390, $"{box.X} {box.Width} {box.Height}");
        await agent.Page.Keyboard.PressAsync("Enter");
        await agent.Sees("Nobody has tested it yet.");
        await agent.Press("Tested: it works");
        await agent.Sees("tested it: it works");
    }
}
