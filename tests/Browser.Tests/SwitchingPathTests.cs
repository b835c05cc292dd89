using FirstContact.Assignment;
using FirstContact.People;
using FirstContact.Switching;

namespace FirstContact;

/// <summary>A team offers a day, somebody at the front books it, both are told, it is written down, and what was learned is the person's.</summary>
[Collection(Chromium.Name)]
public sealed class SwitchingPathTests(Chromium chromium)
{
    [Theory, MemberData(nameof(WebDesk.Engines), MemberType = typeof(WebDesk))]
    public async Task Offered_booked_and_learned_from(string engine)
    {
        var desk = await chromium.Desk(engine);
        await using var host = await Visitor.Of(chromium, desk, "Ines", Role.Agent);
        await using var guest = await Visitor.Of(chromium, desk, "Maya", Role.Agent);
        var name = chromium.Unique("Plant");
        var team = (await desk.Desk.Do(new AddTeam(name, "Terminals", ["label templates"]), WebDesk.Itself)).Value!;
        await desk.Desk.Do(new JoinTeam(team.Id, host.Who!.Email), WebDesk.Itself);
        await desk.Desk.Do(new JoinTeam(TeamId.FirstContact, guest.Who!.Email), WebDesk.Itself);

        await host.Open("/");
        await host.Page.Keyboard.PressAsync("g");
        await host.Page.Keyboard.PressAsync("r");
        await host.Sees("Sit with another team for a day");
        await host.Page.GetByRole(AriaRole.Link, new() { Name = "Offer a day" }).ClickAsync();
        await host.Field("date").FillAsync("2020-02-02");
        await host.Field("place").FillAsync("Gate 2");
        await host.Press("Offer the day");
        await host.Sees("That day is over. Choose one that is still to come.");
        await host.Sees("Say what can be seen.");
        Assert.Equal("Gate 2", await host.Field("place").InputValueAsync());
        await host.Field("date").FillAsync(Kit.Times.Field(SystemClock.Instance.GetCurrentInstant().InUtc().Date));
        await host.Field("see").FillAsync("How a label gets to the printer");
        await host.Press("Offer the day");
        await host.Sees("Nobody has booked yet.");
        await host.Open("/");

        await guest.Open("/role-switching");
        await guest.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = name }).GetByRole(AriaRole.Link).First.ClickAsync();
        await guest.Field("wish").FillAsync("The queue");
        await guest.Press("Book a place");
        await guest.Sees("would like to see: The queue");
        await guest.Sees("full");
        await LooksTests.AssertLooksWell(guest, "agent/role switching, booked");

        // The host's page has moved by itself; the news is read and gone.
        await host.Sees($"{guest.Who!.Name} comes, and would like to see: The queue");
        await host.Press("I have read it");
        await host.SeesNot("would like to see: The queue");

        await guest.Page.GetByRole(AriaRole.Link, new() { Name = "Write down what was seen…" }).ClickAsync();
        await guest.Press("Write it down");
        await guest.Sees("Say what was seen.");
        await guest.Field("seen").FillAsync("Most are empty rows.");
        await guest.Page.GetByLabel(guest.Who!.Name).Last.FillAsync("label templates");
        await LooksTests.AssertLooksWell(guest, "agent/role switching, record");
        await guest.Press("Write it down");
        await guest.Sees("Most are empty rows.");
        await guest.Page.GetByText("Write down what follows…").ClickAsync();
        await guest.Field("text").FillAsync("Article on empty rows");
        await guest.Field("owner").FillAsync(host.Who!.Email);
        await guest.Field("due").FillAsync(Kit.Times.Field(SystemClock.Instance.GetCurrentInstant().InUtc().Date.PlusDays(2)));
        await guest.Press("Add it");
        await guest.Sees("What follows: 1 open");
        Assert.Equal(["label templates"], (await desk.Desk.Ask(new ShowAvailability(guest.Who!.Email), Caller.Desk)).Value!.Time.Skills);

        await host.Sees("Article on empty rows");
        await LooksTests.AssertLooksWell(host, "agent/needs beside tickets");
        await host.Page.GetByRole(AriaRole.Link, new() { Name = "Article on empty rows" }).ClickAsync();
        await host.Press("It is done");
        await host.Sees("Open it again");
        await guest.Open($"/role-switching?when=past&team={Uri.EscapeDataString(name)}");
        await guest.Sees($"First Contact with {name}");
        foreach (var visitor in new[] { host, guest }) Assert.DoesNotContain(visitor.Complaints, c => !c.Contains("Failed to load resource", StringComparison.Ordinal));
    }
}
