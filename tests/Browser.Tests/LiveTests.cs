using System.Diagnostics;
using FirstContact.People;
using FirstContact.Policies;
using FirstContact.Tickets;

namespace FirstContact;

/// <summary>What others do reaches an open page within a second, and leaves alone what is being typed there.</summary>
[Collection(Chromium.Name)]
public sealed class LiveTests(Chromium chromium)
{
    private const int Second = 1000;

    [Theory, MemberData(nameof(WebDesk.Engines), MemberType = typeof(WebDesk))]
    public async Task News_comes_within_a_second_and_what_is_typed_stays(string engine)
    {
        var desk = await chromium.Desk(engine);
        await using var agent = await Visitor.Of(chromium, desk, "Maya", Role.Agent);
        await Check(agent, desk);
    }

    [Fact]
    public async Task News_comes_from_another_node_within_a_second()
    {
        var here = await chromium.Desk("postgres");
        await using var there = await WebDesk.StartOn(here.Database);
        await using var agent = await Visitor.Of(chromium, here, "Maya", Role.Agent);
        await Check(agent, there);
    }

    private async Task Check(Visitor agent, WebDesk there)
    {
        using var colleague = await there.Program(await there.Register(chromium.Unique("Colin"), Role.Agent));
        var ticket = await colleague.Opens("The scanner beeps twice", agent.Who!.Email);
        await Listening(agent, () => agent.Open($"/t/{ticket}"));
        await agent.Page.FillAsync("[name=reply]", "Half a reply");
        await agent.Field("body").FillAsync("Half a greeting");
        await agent.Mark();

        var i = 0;
        await Patience.Once(within: TimeSpan.FromMilliseconds(Second), async () =>
        {
            await colleague.Does(ticket, "messages", new { visibility = "internal", body = $"Seen this before, number {++i}" });
            var clock = Stopwatch.StartNew();
            // Looked for with every frame: what waits for a page by itself looks ever more seldom, and would measure its own pauses.
            await agent.Page.EvaluateAsync("words => new Promise(seen => { const look = () => document.querySelector('main').textContent.includes(words) ? seen() : requestAnimationFrame(look); look(); })", $"number {i}")
                .WaitAsync(TimeSpan.FromSeconds(10));
            return clock.Elapsed;
        });
        Assert.Equal("Half a reply", await agent.Page.InputValueAsync("[name=reply]"));
        Assert.Equal("Half a greeting", await agent.Field("body").InputValueAsync());
        await agent.AssertStayed();
    }

    [Fact]
    public async Task News_is_fetched_anew_although_the_pointer_had_the_page_fetched_before()
    {
        var desk = await chromium.Desk();
        await using var customer = await Visitor.Of(chromium, desk, "Helen", Role.Customer);
        using var agent = await desk.Program(await desk.Register(chromium.Unique("Maya"), Role.Agent));
        var ticket = await agent.Opens("The scanner beeps while you wait", customer.Who!.Email);
        await customer.Open("/portal");
        // The pointer comes upon the link anew, as when the row beneath it is exchanged, and the link is followed at once: then the
        // ticket's own page is fetched once more a moment after it was opened, and kept.
        var before = customer.Page.WaitForRequestAsync(request => request.Headers.GetValueOrDefault("x-sec-purpose") == "prefetch");
        await Listening(customer, () => customer.Page.GetByRole(AriaRole.Link, new() { Name = "The scanner beeps while you wait" })
            .EvaluateAsync("link => { for (let i = 0; i < 2; i++) link.dispatchEvent(new MouseEvent('mouseenter')); link.click(); }"));
        await (await before).ResponseAsync();

        await agent.Does(ticket, "messages", new { visibility = "public", body = "Which scanner is it?" });
        await customer.Sees("Which scanner is it?");
    }

    [Fact]
    public async Task A_stale_form_says_what_changed_and_keeps_what_was_typed()
    {
        var desk = await chromium.Desk();
        await using var agent = await Visitor.Of(chromium, desk, "Maya", Role.Agent);
        using var colleague = await desk.Program(await desk.Register(chromium.Unique("Colin"), Role.Agent));
        var ticket = await colleague.Opens("The scanner beeps twice", agent.Who!.Email);
        await colleague.TakesUpTo(ticket, CareStep.Classification);
        await Listening(agent, () => agent.Open($"/t/{ticket}"));
        await agent.Field("statement").FillAsync("It beeps twice for each parcel.");

        // The colleague takes this very step: the form stays the form of the step that one is at work on.
        await colleague.Takes(ticket, CareStep.Statement, new { statement = "It beeps for no reason." });
        await agent.Sees("It beeps for no reason.");
        Assert.Equal("It beeps twice for each parcel.", await agent.Field("statement").InputValueAsync());
        Assert.Equal(0, await agent.Page.Locator("#step [name=steps]").CountAsync());

        await agent.Press($"Save, and show {agent.First}");
        await agent.Sees("What is new since you looked");
        await Assertions.Expect(agent.Page.Locator(".fc-banner[role=alert]")).ToContainTextAsync("stated the problem");
        Assert.Equal("It beeps twice for each parcel.", await agent.Field("statement").InputValueAsync());
        await agent.Press($"Save, and show {agent.First}");
        await agent.Sees("Reproduce it");
        await Assertions.Expect(agent.Page.Locator(".fc-line")).ToContainTextAsync("It beeps twice for each parcel.");
    }

    [Theory, InlineData(503), InlineData(0)]
    public async Task A_desk_that_cannot_answer_just_now_takes_nothing_away(int status)
    {
        var desk = await chromium.Desk();
        await using var agent = await Visitor.Of(chromium, desk, "Maya", Role.Agent);
        using var colleague = await desk.Program(await desk.Register(chromium.Unique("Colin"), Role.Agent));
        var ticket = await colleague.Opens("The scanner beeps twice", agent.Who!.Email);
        await Listening(agent, () => agent.Open($"/t/{ticket}?do=details"));
        await agent.Mark();
        await agent.Field("title").FillAsync("It beeps three times");

        // News that cannot be fetched, and words that do not get through.
        var asked = new TaskCompletionSource();
        var answers = false;
        await agent.Page.RouteAsync(url => url.Contains("/t/", StringComparison.Ordinal), async route =>
        {
            asked.TrySetResult();
            if (answers) await route.ContinueAsync();
            else if (status == 0) await route.AbortAsync("connectionrefused");
            else await route.FulfillAsync(new() { Status = status, ContentType = "text/html", Body = "<h1>Busy</h1>" });
        });
        await colleague.Does(ticket, "messages", new { visibility = "internal", body = "Seen this before" });
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(10));
        var unsent = agent.Page.Locator("[data-unsent]");
        await agent.Press("Save the details");
        await Assertions.Expect(unsent).ToBeVisibleAsync();
        Assert.Equal("It beeps three times", await agent.Field("title").InputValueAsync());

        // It comes by itself once it can be had, and the form is sent by pressing again.
        answers = true;
        await agent.Sees("Seen this before");
        Assert.Equal("It beeps three times", await agent.Field("title").InputValueAsync());
        await agent.Press("Save the details");
        await agent.Sees("What is new since you looked");
        await agent.Press("Save the details");
        await Assertions.Expect(agent.Page.Locator("h1")).ToHaveTextAsync("It beeps three times");
        await Assertions.Expect(unsent).ToBeHiddenAsync();
        await agent.AssertStayed();
    }

    /// <summary>Opens a page and waits until its line to the desk is up: what happens before that is on the page already.</summary>
    private static async Task Listening(Visitor visitor, Func<Task> open) =>
        await visitor.Page.RunAndWaitForResponseAsync(open, response => response.Url.Contains("/live?", StringComparison.Ordinal));
}
