using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact;

/// <summary>Two teams in two browsers hand a ticket over, return it, hand it again and resolve it; the ticket, the figures and the journal tell the same story.</summary>
[Collection(Chromium.Name)]
public sealed class MeasuresPathTests(Chromium chromium)
{
    [Theory, MemberData(nameof(WebDesk.Engines), MemberType = typeof(WebDesk))]
    public async Task What_two_teams_do_is_seen_while_it_can_be_mended_and_counted_after(string engine)
    {
        var desk = await chromium.Desk(engine);
        await using var first = await Visitor.Of(chromium, desk, "Maya", Role.Agent);
        await using var other = await Visitor.Of(chromium, desk, "Owen", Role.Agent);
        var name = $"Waves {other.First}";
        var team = (await desk.Desk.Do(new AddTeam(name, "Wi-Fi", []), WebDesk.Itself)).Value!.Id;
        Assert.Null((await desk.Desk.Do(new JoinTeam(TeamId.FirstContact, first.Who!.Email), WebDesk.Itself)).Error);
        Assert.Null((await desk.Desk.Do(new JoinTeam(team, other.Who!.Email), WebDesk.Itself)).Error);
        using var program = await desk.Program(first.Who!);
        var (title, ticket) = ($"Wi-Fi comes and goes {first.First}", 0L);
        ticket = await program.Opens(title);

        await first.Open($"/t/{ticket}");
        Assert.Null((await desk.Desk.Do(new HandOverTicket(new(ticket), name, new(null, null, "Look at it")), WebDesk.Itself)).Error);
        await other.Open($"/t/{ticket}");
        await other.Page.GetByText("Give it back with a reason…").ClickAsync();
        await other.Page.Locator("[name=returnReason]").FillAsync("We cannot tell which room");
        await other.Press("Return it to First Contact");

        // Both pages hear of it by themselves, and say what can still be mended.
        await first.Sees("Misdelegated.");
        await first.Sees("It goes back and forth");
        await LooksTests.AssertLooksWell(first, "agent mending");
        await first.Page.SetViewportSizeAsync(1440, 900);

        Assert.Null((await desk.Desk.Do(new HandOverTicket(new(ticket), name, new(null, null, "It is room 4")), WebDesk.Itself)).Error);
        await other.Press("Accept it");
        await other.Sees($"{name} has it now");

        // The figures follow within seconds.
        await Patience.Until(async () =>
        {
            await first.Open("/teamwork");
            var row = first.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = $"First Contact to {name}" });
            return await row.CountAsync() > 0 && await row.GetByRole(AriaRole.Cell).Nth(1).TextContentAsync() == "1";
        });
        var pair = first.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = $"First Contact to {name}" });
        await Assertions.Expect(pair.GetByRole(AriaRole.Cell).Nth(0)).ToHaveTextAsync("2");
        await Assertions.Expect(pair.GetByRole(AriaRole.Cell).Nth(1)).ToHaveTextAsync("1");
        await Assertions.Expect(pair.GetByRole(AriaRole.Cell).Nth(2)).ToHaveTextAsync("1");
        await LooksTests.AssertLooksWell(first, "agent teamwork told");
        await first.Page.SetViewportSizeAsync(1440, 900);
        await pair.GetByRole(AriaRole.Cell).Nth(2).GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(first.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Handovers returned");
        await Assertions.Expect(first.Page.GetByText(title)).ToBeVisibleAsync();
        await LooksTests.AssertLooksWell(first, "agent behind");
        await first.Page.GetByRole(AriaRole.Link, new() { Name = "As a query" }).ClickAsync();
        await Assertions.Expect(first.Page.GetByRole(AriaRole.Heading, new() { Name = "Handovers returned" })).ToBeVisibleAsync();
    }
}
