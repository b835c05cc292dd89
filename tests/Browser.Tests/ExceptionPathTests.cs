using FirstContact.Exceptions;
using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact;

/// <summary>An agent bends a rule and says so from the ticket; its owner asks, is answered, and changes it; the agent is thanked, and all teams read what came of it.</summary>
[Collection(Chromium.Name)]
public sealed class ExceptionPathTests(Chromium chromium)
{
    [Theory, MemberData(nameof(WebDesk.Engines), MemberType = typeof(WebDesk))]
    public async Task Bent_asked_answered_changed_and_told(string engine)
    {
        var desk = await chromium.Desk(engine);
        await using var owner = await Visitor.Of(chromium, desk, "Tomas", Role.Agent);
        await using var agent = await Visitor.Of(chromium, desk, "Maya", Role.Agent);
        var rule = chromium.Unique("Closing");
        await desk.Desk.Do(new AddProcess(new(rule, "It stood still once.", owner.Who!.Email)), WebDesk.Itself);
        using var program = await desk.Program(agent.Who!);
        var number = TicketNumber.Of(TicketKind.Incident, new(await program.Opens("A new address", agent.Who!.Email)));

        await agent.Open($"/t/{number}");
        await agent.Page.GetByRole(AriaRole.Link, new() { Name = "A rule was bent…" }).ClickAsync();
        await agent.Field("rule").FillAsync(rule[..5]);
        await Assertions.Expect(agent.Page.Locator($"#processes option[value='{rule}']")).ToHaveCountAsync(1);
        await agent.Field("rule").FillAsync(rule);
        await agent.Field("instead").FillAsync("I changed the address on the last day.");
        await LooksTests.AssertLooksWell(agent, "agent/a rule was bent");
        await agent.Press("Say so");
        await agent.Sees("Say why the customer needed it.");
        Assert.Equal("I changed the address on the last day.", await agent.Field("instead").InputValueAsync());
        await agent.Field("why").FillAsync("The lorry stood at the gate.");
        await agent.Press("Say so");
        await agent.Sees($"made an exception to {rule} for the customer");

        await owner.Open("/");
        await owner.Sees("A rule of yours was bent");
        await owner.Page.GetByRole(AriaRole.Link, new() { Name = rule }).First.ClickAsync();
        await owner.Sees("The lorry stood at the gate.");
        await owner.Page.GetByText("something first…").ClickAsync();
        await owner.Page.Locator("[name=question]").FillAsync("How often does that happen?");
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "Ask", Exact = true }).ClickAsync();
        await owner.Sees("a question waits for its answer");

        await agent.Open("/");
        await agent.Sees("How often does that happen?");
        await agent.Page.GetByRole(AriaRole.Link, new() { Name = rule }).First.ClickAsync();
        await agent.Page.Locator("[name=answer]").FillAsync("Each month.");
        await agent.Page.GetByRole(AriaRole.Button, new() { Name = "Answer", Exact = true }).ClickAsync();
        // The owner's page moves by itself.
        await owner.Sees("Each month.");
        await owner.Page.GetByText("The process changes", new() { Exact = true }).First.ClickAsync();
        await owner.Page.Locator("[name=told]").FillAsync($"{agent.First} changed an address.");
        await owner.Page.Locator("[name=words]").FillAsync("Addresses may be changed on every day.");
        await owner.Press("Tell all teams");
        await owner.Sees("All teams read this");
        await owner.Page.Locator("[name=told]").FillAsync("An address had to be changed on the last day.");
        await LooksTests.AssertLooksWell(owner, "owner/your word on it");
        await owner.Press("Tell all teams");
        await owner.Sees("What all teams read");

        await agent.Sees("Thank you.");
        await agent.Press("I have read it");
        await agent.SeesNot("Thank you.");
        await agent.Press("You may name me");
        await agent.Open("/exceptions");
        await agent.Sees("An address had to be changed on the last day.");
        await agent.Sees($"seen by {agent.Who!.Name}, with thanks");
        await LooksTests.AssertLooksWell(agent, "agent/exceptions");
        foreach (var visitor in new[] { owner, agent }) Assert.DoesNotContain(visitor.Complaints, c => !c.Contains("Failed to load resource", StringComparison.Ordinal));
    }
}
