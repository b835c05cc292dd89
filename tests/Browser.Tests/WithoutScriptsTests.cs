using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact;

/// <summary>A browser that runs no scripts can do all of it; it only has to load pages itself.</summary>
[Collection(Chromium.Name)]
public sealed class WithoutScriptsTests(Chromium chromium)
{
    [Fact]
    public async Task From_signing_in_to_the_verified_close()
    {
        var desk = await chromium.Desk();
        await using var customer = await SignIn(desk, "Helen", Role.Customer);
        await using var agent = await SignIn(desk, "Maya", Role.Agent);
        await customer.Open("/portal/ask");
        await customer.Field("title").FillAsync("Labels print blank");
        await customer.Press("Send to the service desk");
        await customer.Sees("We have it");
        var at = $"/t/{customer.Number}";

        await agent.Open(at);
        await agent.Press("Greet");
        await agent.Field("requestClass").SelectOptionAsync("Software");
        await agent.Press("Save the classification");
        await agent.Field("statement").FillAsync("All labels are blank.");
        await agent.Press("Save, and show");
        await customer.Open(at);
        await customer.Press("Yes, that is it");
        await agent.Field("steps").FillAsync("Open an order\nPress Print label");
        // What the customer did meanwhile is told, and the form is still there to be sent again.
        await agent.Press("Save the reproduction");
        await agent.Sees("agreed with the statement");
        Assert.Equal("Open an order\nPress Print label", await agent.Field("steps").InputValueAsync());
        await agent.Press("Save the reproduction");
        await agent.Field("proposal").FillAsync("Put back the template");
        await agent.Press("Add the proposal");
        await agent.Field("reason").FillAsync("It worked on Friday");
        await agent.Press("Select it");
        await agent.Press("It is done");
        foreach (var step in await agent.Page.Locator("#step [name=replayed]").AllAsync()) await step.CheckAsync();
        await agent.Field("how").FillAsync("Replayed");
        await agent.Press("Record the check");
        await agent.Press("Ask ");
        await agent.Sees("Record what");
        await agent.Page.FillAsync("[name=reply]", "Please try it.");
        await agent.Press("Send reply");
        await agent.Sees("Please try it.");

        await customer.Open(at);
        await customer.Press("It works for me");
        await customer.Sees("Is it back?");
        Assert.True(TicketNumber.TryParse(customer.Number, out var id));
        Assert.Equal(TicketStatus.Closed, (await desk.Desk.Ask(new ShowTicket(id), Caller.Desk)).Value!.Ticket.Status);
    }

    [Fact]
    public async Task Settings_are_changed()
    {
        await using var desk = await WebDesk.Start();
        await using var ada = await SignIn(desk, "Ada", Role.Administrator);
        await ada.Open("/settings/desk");
        await ada.Field("organisation").FillAsync("  ");
        await ada.Page.Locator("main form button").Last.ClickAsync();
        await Assertions.Expect(ada.Page.Locator("#organisation")).ToHaveAttributeAsync("aria-invalid", "true");
        await ada.Field("organisation").FillAsync("Harrow Works");
        await ada.Page.Locator("main form button").Last.ClickAsync();
        await ada.Open("/portal");
        await Assertions.Expect(ada.Page.Locator(".fc-pbar")).ToContainTextAsync("Harrow Works");
    }

    private async Task<Visitor> SignIn(WebDesk desk, string name, Role role)
    {
        var person = await desk.Register($"{chromium.Unique(name)} Marsh", role);
        var visitor = await Visitor.Of(chromium, desk, (Person?)null, new() { JavaScriptEnabled = false, ViewportSize = new() { Width = 1440, Height = 900 } });
        await visitor.Open("/signin");
        await visitor.Page.FillAsync("#email", person.Email);
        await visitor.Page.FillAsync("#password", WebDesk.Password);
        await visitor.Press("Sign in");
        await Assertions.Expect(visitor.Page.Locator("body")).ToContainTextAsync(person.Name);
        return visitor;
    }
}
