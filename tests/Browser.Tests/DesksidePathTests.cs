using System.Diagnostics;
using FirstContact.People;
using FirstContact.Services;
using FirstContact.Tickets;

namespace FirstContact;

/// <summary>Somebody stops an expert at his place: written down by keyboard in seconds, led to the desk with a kind word, looked after, or solved there and then.</summary>
[Collection(Chromium.Name)]
public sealed class DesksidePathTests(Chromium chromium)
{
    [Theory, MemberData(nameof(WebDesk.Engines), MemberType = typeof(WebDesk))]
    public async Task Led_to_the_desk_by_keyboard_in_seconds_and_looked_after(string engine)
    {
        var desk = await chromium.Desk(engine);
        await using var expert = await Visitor.Of(chromium, desk, "Ines", Role.Agent);
        await using var customer = await Visitor.Of(chromium, desk, "Helen", Role.Customer);
        var keys = expert.Page.Keyboard;
        await expert.Open("/");
        await expert.Sees("Needs me now");

        // Four keys besides the name and the words.
        var clock = Stopwatch.StartNew();
        await keys.PressAsync("g");
        await keys.PressAsync("w");
        await Assertions.Expect(expert.Page.Locator("#who")).ToBeFocusedAsync();
        await keys.TypeAsync(customer.First.ToLowerInvariant());
        await keys.PressAsync("Tab");
        await keys.TypeAsync("The scanner at gate 4 beeps twice");
        await keys.PressAsync("Enter");
        await expert.Sees("The desk has it, with a kind word.");
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"It took {clock.Elapsed.TotalSeconds:0.0} s.");
        // And the page waits for the next who comes by.
        await Assertions.Expect(expert.Page.Locator("#who")).ToBeFocusedAsync();
        await Assertions.Expect(expert.Page.Locator("#who")).ToHaveValueAsync("");
        await LooksTests.AssertLooksWell(expert, "agent/somebody came by");

        await customer.Open("/portal/tickets");
        await customer.Page.GetByRole(AriaRole.Link, new() { Name = "The scanner at gate 4 beeps twice" }).First.ClickAsync();
        await customer.Sees("so you need not say it again");
        await customer.Sees(expert.Who!.Name);

        // Four hours later.
        await expert.Open("/");
        await expert.SeesNot("You led somebody to the desk");
        await desk.Get<Database>().Commit([new Statement("update walk_up set remind_at = recorded_at where person = @person", ("@person", expert.Who!.Id))]);
        await expert.Open("/");
        await expert.Sees("You led somebody to the desk");
        await expert.Sees("Is it cared for?");
        await LooksTests.AssertLooksWell(expert, "agent/needs me now with somebody to look after");
        await expert.Press("It is cared for");
        await expert.SeesNot("You led somebody to the desk");
        foreach (var visitor in new[] { expert, customer }) Assert.Empty(visitor.Complaints);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Solved_at_once_on_a_phone_with_scripts_and_without(bool scripts)
    {
        var desk = await chromium.Desk();
        var category = chromium.Unique("Scanners");
        await desk.Desk.Do(new AddCategory(category), WebDesk.Itself);
        await using var expert = await Visitor.Of(chromium, desk, "Jonas", Role.Agent, new() { JavaScriptEnabled = scripts, ViewportSize = new() { Width = 390, Height = 844 } });
        var customer = await desk.Register($"{chromium.Unique("Lucy")} Chen", Role.Customer);
        var name = customer.Name.Split(' ')[0];
        await desk.Register($"{name}belle Stone", Role.Customer);

        await expert.Open("/walk-up");
        await expert.Field("who").FillAsync(name);
        await expert.Press("Helped on the spot");
        await expert.Sees("Several people match.");
        await expert.Sees("Say in a few words what it was.");
        if (scripts) await LooksTests.AssertLooksWell(expert, "agent/somebody came by, refused");
        await expert.Field("chosen").SelectOptionAsync(customer.Email);
        await expert.Field("words").FillAsync("The scanner reads nothing");
        await expert.Page.GetByText("Solved at once").ClickAsync();
        await expert.Field("solved").FillAsync("Took the tape off its window");
        await expert.Field("tried").CheckAsync();
        await expert.Press("Helped on the spot");
        await expert.Sees("Choose a category");
        Assert.Equal(("The scanner reads nothing", "Took the tape off its window", true), (await expert.Field("words").InputValueAsync(), await expert.Field("solved").InputValueAsync(), await expert.Field("tried").IsCheckedAsync()));
        await expert.Field("category").SelectOptionAsync(category);
        await expert.Press("Helped on the spot");
        await expert.Sees("Written down, solved and closed.");
        await expert.Page.Locator(".fc-banner.is-ok a").ClickAsync();
        await expert.Sees("Took the tape off its window");
        Assert.True(TicketNumber.TryParse(expert.Number, out var id));
        var ticket = (await desk.Desk.Ask(new ShowTicket(id), Caller.Desk)).Value!.Ticket;
        Assert.Equal((TicketStatus.Closed, customer.Id), (ticket.Status, ticket.Customer));
    }

    [Fact]
    public async Task The_palette_leads_there()
    {
        var desk = await chromium.Desk();
        await using var expert = await Visitor.Of(chromium, desk, "Owen", Role.Agent);
        await expert.Open("/");
        await expert.Page.Keyboard.PressAsync("Control+k");
        await expert.Page.Keyboard.TypeAsync("came by");
        await Assertions.Expect(expert.Page.Locator("#palette [role=option]").First).ToContainTextAsync("Somebody came by");
        await expert.Page.Keyboard.PressAsync("Enter");
        await expert.Page.WaitForURLAsync("**/walk-up");
    }
}
