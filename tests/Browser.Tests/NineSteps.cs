using System.Text.RegularExpressions;
using FirstContact.People;
using FirstContact.Policies;
using FirstContact.Tickets;

namespace FirstContact;

/// <summary>
/// The main job on a ticket that both have before them, an agent and its customer, each at a browser and neither ever reloading:
/// from the greeting to the verified close, with a correction, two solutions that did not hold and a reopening on the way.
/// </summary>
internal static class NineSteps
{
    private static readonly string[] Round = ["SolutionSelected", "SolutionExecuted", "CraftVerified", "TicketResolved"];

    public static async Task Walk(Visitor agent, Visitor customer)
    {
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

        await customer.Field("reason").FillAsync("Blank again since noon.");
        await customer.Press("Reopen it");
        await agent.Sees("Select a solution");
        await Step(agent, "Propose");
        await agent.Field("proposal").FillAsync("Take the update back that changes the template");
        await agent.Press("Add the proposal");
        await Solve(agent, customer, "Take the update back");
        await customer.Field("words").FillAsync("Prints again, thank you");
        await customer.Press("It works for me");
        await customer.Sees("Is it back?");
        await agent.Sees("Prints again, thank you");
    }

    /// <param name="before">What had happened until the greeting, and whose doing each was.</param>
    public static async Task AssertJournal(WebDesk desk, string number, Person agent, Person customer, params (string Event, PersonId Actor)[] before)
    {
        Assert.True(TicketNumber.TryParse(number, out var id));
        var view = (await desk.Desk.Ask(new ShowTicket(id), Caller.Desk)).Value!;
        Assert.Equal(TicketStatus.Closed, view.Ticket.Status);
        Assert.All(CareSteps.All, step => Assert.True(view.Ticket.Care.WasTaken(step), $"{step} was not taken."));
        Assert.Equal([true, true, false], view.Ticket.Care.Proposals.Select(p => p.Failed));
        Assert.Equal(before, view.Timeline.Take(before.Length).Select(e => (e.Event.GetType().Name, e.ActorId)));
        var walked = view.Timeline.Skip(before.Length).ToList();
        Assert.Equal(
            [
                "CustomerGreeted", "MessagePosted", "TicketClassified", "ProblemStated", "StatementCorrected", "ProblemStated", "StatementConfirmed", "ReproductionTried", "SolutionProposed", "SolutionProposed",
                .. Round, "CustomerVerified",
                .. Round, "CustomerVerified", "TicketClosed", "TicketReopened", "SolutionProposed",
                .. Round, "CustomerVerified", "TicketClosed",
            ],
            walked.Select(e => e.Event.GetType().Name));
        Assert.Equal(Verification.ByCustomer, walked.Select(e => e.Event).OfType<TicketClosed>().Last().Verification);
        Assert.All(walked, e => Assert.Equal(e.Event is StatementCorrected or StatementConfirmed or CustomerVerified or TicketClosed or TicketReopened ? customer.Id : agent.Id, e.ActorId));
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
        // WaitForURLAsync misses what happens while it begins to wait.
        await Assertions.Expect(agent.Page).ToHaveURLAsync(new Regex("/t/.*step="));
    }
}
