using FirstContact.People;
using FirstContact.Policies;
using FirstContact.Tickets;

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

        await agent.Sees(title);
        await agent.Page.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await agent.Field("body").FillAsync("Good morning, I have this and stay with it.");
        await agent.Press($"Greet {customer.First}");
        await customer.Sees("I have this and stay with it");
        await customer.Sees("is on it");

        await agent.Field("requestClass").SelectOptionAsync("Software");
        await agent.Press("Save the classification");
        await agent.Field("statement").FillAsync("The labels of one printer are blank.");
        await agent.Press($"Save, and show {customer.First}");
        await customer.Sees("The labels of one printer are blank.");
        await customer.Field("correction").FillAsync("It is all the printers of line 2.");
        await customer.Press("Correct it");
        await agent.Sees("It is all the printers of line 2.");
        await Step(agent, "State");
        await agent.Field("statement").FillAsync("All printers of line 2 print blank labels.");
        await agent.Press($"Save, and show {customer.First}");
        await customer.Press("Yes, that is it");
        await agent.Sees("agreed with the statement");

        await agent.Field("steps").FillAsync("Open an order\nPress Print label");
        await agent.Press("Save the reproduction");
        await agent.Field("proposal").FillAsync("Restart the print queue");
        await agent.Press("Add the proposal");
        await agent.Sees("Select a solution");
        await Step(agent, "Propose");
        await agent.Field("proposal").FillAsync("Put back the label template of Friday");
        await agent.Press("Add the proposal");
        await agent.Sees("Put back the label template of Friday");

        await Solve(agent, customer, "Restart the print queue");
        await customer.Field("words").FillAsync("It still does not print.");
        await customer.Press("It works for me");
        await customer.Sees("your words sound as if it does not");
        Assert.Equal("It still does not print.", await customer.Field("words").InputValueAsync());
        await customer.Press("Not yet");
        await customer.Sees("said: not yet");
        await agent.Sees("said: not yet");
        await agent.Sees("tried, did not work");

        await Solve(agent, customer, "Put back the label template of Friday");
        await customer.Press("It works for me");
        await customer.Sees("Is it back?");
        await agent.Sees("Closed");
        await customer.AssertStayed();

        await customer.Field("reason").FillAsync("Blank again since noon.");
        await customer.Press("Reopen it");
        await agent.Sees("Select a solution");
        await Step(agent, "Propose");
        await agent.Field("proposal").FillAsync("Take the update back that changes the template");
        await agent.Press("Add the proposal");
        await Solve(agent, customer, "Take the update back");
        await customer.Field("words").FillAsync("Prints again, thank you");
        await customer.Press("It works for me");
        await customer.Sees("Done");
        await agent.Sees("said: it works");
        await agent.AssertStayed();
        Assert.Empty(agent.Complaints.Concat(customer.Complaints.Where(c => !c.Contains("422", StringComparison.Ordinal))));
        await AssertJournal(desk, number, agent.Who!, customer.Who!);
    }

    /// <summary>From the choice to the customer's question: chosen, done, replayed, asked.</summary>
    private static async Task Solve(Visitor agent, Visitor customer, string solution)
    {
        await agent.Page.Locator("#step label", new() { HasText = solution }).ClickAsync();
        await agent.Field("reason").FillAsync("Quickest to try and to take back.");
        await agent.Press("Select it");
        await agent.Field("done").FillAsync($"Done: {solution}.");
        await agent.Press("It is done");
        await agent.Sees("Replay the steps");
        foreach (var step in await agent.Page.Locator("#step [name=replayed]").AllAsync()) await step.CheckAsync();
        await agent.Field("how").FillAsync("Replayed at the printer of line 2");
        await agent.Press("Record the check");
        await agent.Field("solution").FillAsync($"{solution} did it.");
        await agent.Press($"Ask {customer.First} to check");
        await customer.Sees("Does it work for you?");
        await Assertions.Expect(customer.Page.Locator(".fc-track [aria-current=step]")).ToHaveTextAsync("Please check");
    }

    private static async Task Step(Visitor agent, string step)
    {
        await agent.Page.Locator(".fc-care").GetByRole(AriaRole.Link, new() { Name = step }).First.ClickAsync();
        await agent.Page.WaitForURLAsync("**/t/*step=*");
    }

    private static async Task AssertJournal(WebDesk desk, string number, Person agent, Person customer)
    {
        Assert.True(TicketNumber.TryParse(number, out var id));
        var view = (await desk.Desk.Ask(new ShowTicket(id), Caller.Desk)).Value!;
        Assert.Equal(TicketStatus.Closed, view.Ticket.Status);
        Assert.All(CareSteps.All, step => Assert.True(view.Ticket.Care.WasTaken(step), $"{step} was not taken."));
        Assert.Equal([true, true, false], view.Ticket.Care.Proposals.Select(p => p.Failed));
        Assert.Equal(
            [
                "TicketOpened", "CustomerGreeted", "MessagePosted", "TicketClassified", "ProblemStated", "StatementCorrected", "ProblemStated", "StatementConfirmed", "ReproductionTried", "SolutionProposed", "SolutionProposed",
                .. Round, "CustomerVerified",
                .. Round, "CustomerVerified", "TicketClosed", "TicketReopened", "SolutionProposed",
                .. Round, "CustomerVerified", "TicketClosed",
            ],
            view.Timeline.Select(e => e.Event.GetType().Name));
        Assert.Equal(Verification.ByCustomer, view.Timeline.Select(e => e.Event).OfType<TicketClosed>().Last().Verification);
        Assert.All(view.Timeline, e => Assert.Equal(e.Event is TicketOpened or StatementCorrected or StatementConfirmed or CustomerVerified or TicketClosed or TicketReopened ? customer.Id : agent.Id, e.ActorId));
    }

    private static readonly string[] Round = ["SolutionSelected", "SolutionExecuted", "CraftVerified", "TicketResolved"];
}
