using FirstContact.People;
using FirstContact.Policies;
using FirstContact.Services;
using FirstContact.Tickets;

namespace FirstContact;

/// <summary>What solved the like before is taken over with one click, and what was tried goes along when the ticket is handed over.</summary>
[Collection(Chromium.Name)]
public sealed class ExperiencePathTests(Chromium chromium)
{
    [Theory, MemberData(nameof(WebDesk.Engines), MemberType = typeof(WebDesk))]
    public async Task What_solved_the_like_before_is_taken_over(string engine)
    {
        await using var desk = await WebDesk.Start(engine);
        await desk.Desk.Do(new AddCategory("Printing"), WebDesk.Itself);
        await using var agent = await Visitor.Of(chromium, desk, "Maya", Role.Agent);
        using var program = await desk.Program(agent.Who!);
        var before = await program.Opens("Labels come out blank at line 1");
        var on = new TicketId(before);
        foreach (var step in new ICommand<Ticket>[]
        {
            new GreetCustomer(on, "by phone"), new ClassifyTicket(on, "Printing", null, null), new StateProblem(on, "Blank labels"), new ReproduceProblem(on, Reproduced.Reproduced, ["Print"], null),
            new ProposeSolution(on, "Turn the ribbon", ProposalSource.Experience, null), new SelectSolution(on, 1, "cheap"), new ExecuteSolution(on, "Turned it"), new VerifyCraft(on, CraftOutcome.Works, null, ["Print"]),
            new ResolveTicket(on, null, null), new VerifyByCustomer(on, CustomerOutcome.Works, null, false),
        }) Assert.Null((await desk.Desk.Do(step, WebDesk.Itself)).Error);

        var now = await program.Opens("Labels come out blank at line 3");
        Assert.Null((await desk.Desk.Do(new ClassifyTicket(new(now), "Printing", null, null), WebDesk.Itself)).Error);
        await agent.Open($"/t/{now}?step=proposal");
        await agent.Sees("Solved before");
        await LooksTests.AssertLooksWell(agent, "agent solved before");
        await agent.Press("Take it over: Turn the ribbon");
        await agent.Page.WaitForURLAsync($"**/t/{TicketNumber.Of(TicketKind.Incident, new(now))}");
        await Assertions.Expect(agent.Page.Locator("#tried")).ToContainTextAsync("Turn the ribbon");
        Assert.Equal(TicketNumber.Of(TicketKind.Incident, on), Assert.Single((await desk.Desk.Ask(new ShowTicket(new(now)), Caller.Desk)).Value!.Ticket.Care.Proposals).Reference);
        await LooksTests.AssertLooksWell(agent, "agent what was tried");
        Assert.DoesNotContain(agent.Complaints, c => !c.Contains("Failed to load resource", StringComparison.Ordinal));
    }
}
