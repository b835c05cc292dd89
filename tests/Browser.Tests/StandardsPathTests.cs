using FirstContact.Agreements;
using FirstContact.Calendars;
using FirstContact.People;
using FirstContact.Standards;
using FirstContact.Tickets;
using Period = FirstContact.Agreements.Period;

namespace FirstContact;

/// <summary>What is promised runs on a ticket and says why; the desk publishes it with what it keeps, and a customer says what he thinks of it.</summary>
[Collection(Chromium.Name)]
public sealed class StandardsPathTests(Chromium chromium)
{
    [Theory, MemberData(nameof(WebDesk.Engines), MemberType = typeof(WebDesk))]
    public async Task Promised_counted_published_and_talked_about(string engine)
    {
        var desk = await chromium.Desk(engine);
        await using var ruth = await Visitor.Of(chromium, desk, "Ruth", Role.ServiceCoordinator);
        await using var customer = await Visitor.Of(chromium, desk, "Helen", Role.Customer);
        var (unit, hours, title) = (chromium.Unique("Hall"), chromium.Unique("Always"), chromium.Unique("For the hall"));
        await desk.Done(new AddUnit(unit, ""));
        await desk.Done(new ChangePerson(customer.Who!.Id) { Unit = unit });
        var always = (await desk.Done(new DrawCalendar(new(hours, "UTC", [.. Enumerable.Repeat("all day", 7)])))).Named;
        var agreement = (await desk.Done(new StartAgreement(AgreementKind.Service, new(title, null, PartyKind.Unit, unit, ruth.Who!.Email, customer.Who.Email), false,
            new() { Targets = [new(1, Measure.FirstResponse, [], Duration.FromHours(2), 90, Period.Month, always), new(2, Measure.Resolution, [], Duration.FromHours(30), 80, Period.Month, always)] }))).Id;
        await desk.Done(new SetAgreementStart(agreement, SystemClock.Instance.GetCurrentInstant().InUtc().Date, false));
        await desk.Done(new PutDraft(agreement));
        foreach (var (side, who) in new[] { (Side.Provider, ruth), (Side.Receiver, customer) })
            await desk.Done(new SignDraft(agreement, side, 1), new(new(who.Who!.Id, who.Who.Name, DeskModule.RoleBook.Permissions(who.Who.Roles), new HashSet<long>()), "page"));
        using var program = await desk.Program(ruth.Who);
        var on = new TicketId(await program.Opens("The lamp is out", customer.Who.Email));
        var number = TicketNumber.Of(TicketKind.Incident, on);
        // Its clocks are counted a moment after it was opened.
        await Patience.Until(async () => (await desk.Desk.Ask(new Clocks.ListTicketClocks(on), Caller.Desk)).Value!.Count > 0);

        await customer.Open($"/t/{number}");
        await customer.Sees("We aim to answer by");
        await customer.Page.GetByRole(AriaRole.Link, new() { Name = "Why this time" }).First.ClickAsync();
        await customer.Sees("What we promised you");
        await LooksTests.AssertLooksWell(customer, "customer/why this time");
        await ruth.Open($"/t/{number}");
        await ruth.Page.Locator("details", new() { HasText = "Promised" }).GetByRole(AriaRole.Link, new() { Name = "Solution" }).ClickAsync();
        await ruth.Sees("Counted of 30 h");
        await LooksTests.AssertLooksWell(ruth, "agent/why this time");
        await ruth.Open("/misses");
        await ruth.Sees("Missed promises");

        // Published, once it says what the desk stands for.
        await ruth.Open("/settings/standards");
        await ruth.Field("open").SelectOptionAsync("everybody");
        await ruth.Page.GetByLabel(title).CheckAsync();
        await ruth.Press("Save");
        await ruth.Sees("Say what the desk stands for before anybody reads it.");
        Assert.True(await ruth.Page.GetByLabel(title).IsCheckedAsync());
        await LooksTests.AssertLooksWell(ruth, "coordinator/standards, refused");
        await ruth.Field("philosophy").FillAsync("We stay until it **works**.");
        await ruth.Press("Save");
        await ruth.Open("/standards");
        await ruth.Sees("Somebody answers you within 2 h");

        await customer.Open("/standards");
        await customer.Field("words").FillAsync("Mostly, but not at night.");
        await customer.Press("Say it");
        await customer.Sees("Say whether we keep what we promise.");
        Assert.Equal("Mostly, but not at night.", await customer.Field("words").InputValueAsync());
        await customer.Field("kept").SelectOptionAsync("mostly");
        await customer.Press("Say it");
        await customer.Sees(unit);
        await ruth.Open("/");
        await ruth.Sees("Somebody said what he thinks of our standards");
        await ruth.Page.GetByRole(AriaRole.Link, new() { Name = "Mostly, but not at night." }).First.ClickAsync();
        var said = ruth.Page.Locator("article", new() { HasText = customer.Who.Name });
        await said.GetByText("Answer, or take it away…").ClickAsync();
        await said.Locator("textarea[name=words]").FillAsync("From January on the night is covered.");
        await said.GetByRole(AriaRole.Button, new() { Name = "Answer", Exact = true }).ClickAsync();
        await customer.Sees("From January on the night is covered.");
        await LooksTests.AssertLooksWell(customer, "customer/standards");

        // Whoever has not signed in reads what is said, and not by whom.
        await using var nobody = await Visitor.Of(chromium, desk, (Person?)null);
        await nobody.Open("/standards");
        await nobody.Sees($"Somebody of {unit}");
        Assert.Equal(0, await nobody.Page.GetByText(customer.Who.Name).CountAsync());
        await LooksTests.AssertLooksWell(nobody, "nobody/standards");
        var choices = (await desk.Desk.Ask(new ListStandardsChoices(), Caller.Desk)).Value!;
        await desk.Done(new ChangeStandards(choices.Standards.Words with { Open = Openness.SignedIn }));
        await nobody.Open("/standards");
        await nobody.Sees("Nothing is published here yet.");
        foreach (var visitor in new[] { ruth, customer }) Assert.DoesNotContain(visitor.Complaints, c => !c.Contains("Failed to load resource", StringComparison.Ordinal));
    }
}
