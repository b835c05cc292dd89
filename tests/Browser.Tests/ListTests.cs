using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact;

/// <summary>The queue while others work on it too: nothing jumps, and what was done to many is undone by one key.</summary>
[Collection(Chromium.Name)]
public sealed class ListTests(Chromium chromium)
{
    [Fact]
    public async Task New_rows_wait_and_what_was_done_to_many_is_undone_by_a_key()
    {
        var desk = await chromium.Desk();
        await using var agent = await Visitor.Of(chromium, desk, "Maya", Role.Agent);
        using var colleague = await desk.Program(await desk.Register(chromium.Unique("Colin"), Role.Agent));
        var tag = chromium.Unique("line").ToLowerInvariant();
        var (one, two) = (await Tagged("The first label is blank"), await Tagged("The second label is blank"));
        var rows = agent.Page.Locator(".fc-list tbody tr");
        await agent.Open($"/tickets?tag={tag}");
        await Assertions.Expect(rows).ToHaveCountAsync(2);
        await agent.Mark();

        await Tagged("The third label is blank");
        await Assertions.Expect(agent.Page.Locator("[data-news]")).ToHaveTextAsync("1 new · show");
        await Assertions.Expect(rows).ToHaveCountAsync(2);
        await colleague.Does(two, "cancellation", new { reason = "It printed again." });
        await Assertions.Expect(agent.Page.Locator($"#t{two}")).ToHaveClassAsync("is-gone");
        await agent.Page.Keyboard.PressAsync(".");
        await Assertions.Expect(rows).ToHaveCountAsync(2);
        await agent.Sees("The third label is blank");
        await agent.AssertStayed();

        await agent.Page.Keyboard.PressAsync("j");
        await agent.Page.Keyboard.PressAsync("x");
        await agent.Page.Keyboard.PressAsync("j");
        await agent.Page.Keyboard.PressAsync("x");
        await Assertions.Expect(agent.Page.Locator("[data-tally]")).ToHaveTextAsync("2 selected");
        await agent.Page.Keyboard.PressAsync("a");
        await agent.Sees("2 assigned to me");
        await Assertions.Expect(agent.Page.Locator($"#t{one} .fc-av")).ToHaveCountAsync(1);
        await agent.Page.Keyboard.PressAsync("z");
        await agent.Sees("2 put back");
        await Assertions.Expect(agent.Page.Locator($"#t{one} .fc-av")).ToHaveCountAsync(0);

        await agent.Page.GetByText("Save as view").First.ClickAsync();
        await agent.Page.FillAsync("#name", $"Labels of {tag}");
        await agent.Page.Locator("form[action='/views'] button").ClickAsync();
        await Assertions.Expect(agent.Page.GetByRole(AriaRole.Link, new() { Name = $"Labels of {tag} 2" })).ToBeVisibleAsync();
        await Tagged("The fourth label is blank");
        await Assertions.Expect(agent.Page.GetByRole(AriaRole.Link, new() { Name = $"Labels of {tag} 3" })).ToBeVisibleAsync();
        Assert.Empty(agent.Complaints);

        async Task<long> Tagged(string title)
        {
            var id = await colleague.Opens(title, agent.Who!.Email);
            await colleague.Send(HttpMethod.Patch, $"tickets/{id}", new { tags = new[] { tag } });
            return id;
        }
    }
}
