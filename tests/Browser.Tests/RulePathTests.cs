using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact;

/// <summary>An administrator builds a rule from what was chosen so far, tries it on what has happened, and sees it work.</summary>
[Collection(Chromium.Name)]
public sealed class RulePathTests(Chromium chromium)
{
    [Theory, MemberData(nameof(WebDesk.Engines), MemberType = typeof(WebDesk))]
    public async Task A_rule_is_built_tried_and_works(string engine)
    {
        var desk = await chromium.Desk(engine);
        await using var administrator = await Visitor.Of(chromium, desk, "Ruth", Role.Administrator);
        await using var agent = await Visitor.Of(chromium, desk, "Maya", Role.Agent);
        using var program = await desk.Program(agent.Who!);
        var word = administrator.First.ToLowerInvariant();
        await program.Opens($"Labels print blank {word}");
        await administrator.Open("/settings");
        await administrator.Page.GetByRole(AriaRole.Link, new() { Name = "Rules What" }).ClickAsync();
        await administrator.Page.GetByRole(AriaRole.Link, new() { Name = "Add a rule" }).ClickAsync();
        await administrator.Field("name").FillAsync($"Labels {word}");
        await administrator.Page.GetByLabel("it is opened").CheckAsync();
        await administrator.Page.FillAsync("[name='if.q']", word);

        // Only the fields of what was chosen are there, and one more row when one is used.
        var rows = administrator.Page.Locator("fieldset.fc-then:visible");
        await Assertions.Expect(rows).ToHaveCountAsync(1);
        await administrator.Page.SelectOptionAsync("[name='then[0].do']", "Tag");
        await Assertions.Expect(rows).ToHaveCountAsync(2);
        await Assertions.Expect(administrator.Page.Locator("[name='then[0].team']")).ToBeHiddenAsync();
        await administrator.Page.FillAsync("[name='then[0].tags']", word);
        await administrator.Page.SelectOptionAsync("[name='then[1].do']", "Note");
        await administrator.Page.FillAsync("[name='then[1].words']", "Look at {{ticket.number}} first.");

        await administrator.Press("Try it on past tickets");
        await administrator.Sees("What it would have done");
        await administrator.Sees("Nothing was written.");
        Assert.Equal(word, await administrator.Page.InputValueAsync("[name='then[0].tags']"));
        await administrator.Press("Add the rule");
        await administrator.Sees($"if it says {word}");

        var ticket = await program.Opens($"Labels print blank {word} again");
        await agent.Open($"/t/{ticket}");
        await agent.Sees($"Rule Labels {word}");
        await agent.Sees($"Look at {TicketNumber.Of(TicketKind.Incident, new(ticket))} first.");
        await administrator.Page.GetByRole(AriaRole.Row, new() { Name = $"Labels {word}" }).GetByRole(AriaRole.Link).Last.ClickAsync();
        await administrator.Sees($"tagged it {word}");
        foreach (var visitor in new[] { administrator, agent }) Assert.DoesNotContain(visitor.Complaints, c => !c.Contains("Failed to load resource", StringComparison.Ordinal));
    }
}
