using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact;

/// <summary>The day of an agent without a mouse.</summary>
[Collection(Chromium.Name)]
public sealed class KeyboardTests(Chromium chromium)
{
    [Fact]
    public async Task An_agent_works_by_keyboard_alone()
    {
        var desk = await chromium.Desk();
        var person = await desk.Register($"{chromium.Unique("Maya")} Marsh", Role.Agent);
        var customer = await desk.Register($"{chromium.Unique("Helen")} Marsh", Role.Customer);
        await using var agent = await Visitor.Of(chromium, desk, (Person?)null);
        var keys = agent.Page.Keyboard;
        await agent.Open("/signin");
        await Reach(agent, "email");
        await keys.TypeAsync(person.Email);
        await Reach(agent, "password");
        await keys.TypeAsync(WebDesk.Password);
        await keys.PressAsync("Enter");
        await agent.Sees("Needs me now");

        await Go(agent, "**/tickets/new", "c");
        await Reach(agent, "customer");
        await keys.TypeAsync(customer.Email);
        await Reach(agent, "title");
        var title = $"The keyboard of {customer.Name} sticks";
        await keys.TypeAsync(title);
        await Reach(agent, "description");
        await keys.TypeAsync("The letter e comes thrice.");
        await keys.PressAsync("Control+Enter");
        await agent.Page.WaitForURLAsync("**/t/INC-*");
        await agent.Sees(title);

        await Go(agent, "**/t/INC-*#step", "e");
        await Reach(agent, "category", tabs: 3);
        await Reach(agent, "requestClass");
        await keys.TypeAsync("Hard");
        await keys.PressAsync("Control+Enter");
        await agent.Sees("The problem in our words");

        await agent.Page.EvaluateAsync("document.activeElement.blur()");
        await keys.PressAsync("r");
        await keys.TypeAsync("A new keyboard is on its way.");
        await keys.PressAsync("Control+Enter");
        await Assertions.Expect(agent.Page.Locator(".fc-line")).ToContainTextAsync("A new keyboard is on its way.");

        await keys.PressAsync("Escape");
        await Go(agent, "**/tickets", "g", "q");
        await agent.Sees(title);
        await keys.PressAsync("j");
        await AssertFocusShows(agent);
        await keys.PressAsync("j");
        await keys.PressAsync("k");
        await keys.PressAsync("x");
        await Assertions.Expect(agent.Page.Locator("[data-tally]")).ToHaveTextAsync("1 selected");
        await keys.PressAsync("Enter");
        await agent.Page.WaitForURLAsync("**/t/*");

        // What needs me now is a list as well.
        await desk.Desk.Do(new JoinTeam(TeamId.FirstContact, person.Email), WebDesk.Itself);
        using var program = await desk.Program(customer);
        await program.Opens($"The mouse of {customer.Name} squeaks");
        await Go(agent, "**/", "g", "h");
        await agent.Sees("Nobody has it yet");
        await keys.PressAsync("j");
        await AssertFocusShows(agent);
        await keys.PressAsync("j");
        await keys.PressAsync("k");
        await keys.PressAsync("o");
        await agent.Page.WaitForURLAsync("**/t/*");
        Assert.Empty(agent.Complaints);
    }

    /// <summary>Presses keys that lead somewhere, again if the page was not ready to hear them: a person looks first, a test is too quick.</summary>
    private static async Task Go(Visitor visitor, string to, params string[] keys)
    {
        for (var left = 10; ; left--)
        {
            foreach (var key in keys) await visitor.Page.Keyboard.PressAsync(key);
            try
            {
                await visitor.Page.WaitForURLAsync(to, new() { Timeout = 1000, WaitUntil = WaitUntilState.Commit });
                return;
            }
            catch (TimeoutException) when (left > 0) { }
        }
    }

    /// <summary>Presses Tab until the field has the focus, and sees on each way station where one is.</summary>
    private static async Task Reach(Visitor visitor, string field, int tabs = 60)
    {
        for (var i = 0; i < tabs; i++)
        {
            if (await visitor.Page.EvaluateAsync<string?>("document.activeElement.getAttribute('name')") == field) return;
            await visitor.Page.Keyboard.PressAsync("Tab");
            await AssertFocusShows(visitor);
        }
        Assert.Equal(field, await visitor.Page.EvaluateAsync<string?>("document.activeElement.getAttribute('name')"));
    }

    /// <summary>An outline, a shadow or another border than without the focus: on the element itself or, for what is drawn by its label, around it.</summary>
    private static async Task AssertFocusShows(Visitor visitor) => Assert.Null(await visitor.Page.EvaluateAsync<string?>("""
        () => {
          const at = document.activeElement;
          if (at === document.body) return null;
          const shows = e => { const s = getComputedStyle(e); return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0 || s.boxShadow !== 'none'; };
          for (let e = at; e && e !== document.body; e = e.parentElement) if (shows(e)) return null;
          return at.outerHTML.slice(0, 200);
        }
        """));
}
