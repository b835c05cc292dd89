using FirstContact.Agreements;
using FirstContact.Calendars;
using FirstContact.People;
using FirstContact.Tickets;
using Period = FirstContact.Agreements.Period;

namespace FirstContact;

/// <summary>Promises where people work: what is due next stands in the queue and on the ticket, and both move as soon as the clocks were counted.</summary>
[Collection(Chromium.Name)]
public sealed class DuePathTests(Chromium chromium)
{
    [Theory, MemberData(nameof(WebDesk.Engines), MemberType = typeof(WebDesk))]
    public async Task What_is_due_stands_in_the_queue_and_moves_by_itself(string engine)
    {
        var desk = await chromium.Desk(engine);
        await using var ruth = await Visitor.Of(chromium, desk, "Ruth", Role.ServiceCoordinator);
        await using var maya = await Visitor.Of(chromium, desk, "Maya", Role.Agent);
        await using var customer = await Visitor.Of(chromium, desk, "Helen", Role.Customer);
        var (unit, hours, title) = (chromium.Unique("Hall"), chromium.Unique("Always"), chromium.Unique("Kettle"));
        await desk.Done(new AddUnit(unit, ""));
        await desk.Done(new ChangePerson(customer.Who!.Id) { Unit = unit });
        var always = (await desk.Done(new DrawCalendar(new(hours, "UTC", [.. Enumerable.Repeat("all day", 7)])))).Named;
        var agreement = (await desk.Done(new StartAgreement(AgreementKind.Service, new(chromium.Unique("For the hall"), null, PartyKind.Unit, unit, ruth.Who!.Email, customer.Who.Email), false,
            new() { Targets = [new(1, Measure.Resolution, [], Duration.FromMinutes(50), 80, Period.Month, always)], Pausing = new([WaitFor.Customer], false) }))).Id;
        await desk.Done(new SetAgreementStart(agreement, SystemClock.Instance.GetCurrentInstant().InUtc().Date, false));
        await desk.Done(new PutDraft(agreement));
        foreach (var (side, who) in new[] { (Side.Provider, ruth), (Side.Receiver, customer) }) await desk.Done(new SignDraft(agreement, side, 1), As(who.Who!));
        using var program = await desk.Program(maya.Who!);
        var on = new TicketId(await program.Opens(title, customer.Who.Email));
        var number = TicketNumber.Of(TicketKind.Incident, on);
        await Patience.Until(async () => (await desk.Desk.Ask(new Clocks.ListTicketClocks(on), Caller.Desk)).Value!.Count > 0);

        // Found from the queue: sorted by what is due, and narrowed to what is due today.
        await maya.Open($"/tickets?customer={Uri.EscapeDataString(customer.Who.Email)}");
        await maya.Page.GetByRole(AriaRole.Columnheader, new() { Name = "Next due" }).GetByRole(AriaRole.Link).ClickAsync();
        await maya.Sees("Sorted by what is due, soonest first");
        var due = maya.Page.Locator($"#t{on.Value} td[data-m=due]");
        await Assertions.Expect(due).ToContainTextAsync("due in");
        await Assertions.Expect(due.Locator(".fc-sla")).ToHaveAttributeAsync("title", new System.Text.RegularExpressions.Regex("^Solution: due "));
        await LooksTests.AssertLooksWell(maya, "agent/queue by what is due");
        await maya.Page.Locator("summary", new() { HasText = "Add a condition" }).ClickAsync();
        await maya.Field("due").SelectOptionAsync("late");
        await maya.Press("Show these");
        await maya.Sees("No ticket is like this");
        await maya.Page.GetByRole(AriaRole.Link, new() { Name = "Late by an agreement" }).ClickAsync();
        await Assertions.Expect(due).ToContainTextAsync("due in");

        // Somebody else lets it wait, and the row says so without anybody loading it again.
        await desk.Done(new GreetCustomer(on, null), As(ruth.Who!));
        await desk.Done(new WaitOnTicket(on, WaitFor.Customer, "Which kettle?", true, null), As(ruth.Who!));
        // It may be counted later than one waits for a page: on PostgreSQL a transaction anywhere on the server holds readers of the journal back.
        await Patience.Until(async () => (await desk.Desk.Ask(new Clocks.ListTicketClocks(on), Caller.Desk)).Value![0].DueAt is null);
        await Assertions.Expect(due).ToContainTextAsync("paused");

        // The clocks alone move what stands on an open ticket: nothing else has happened to it since its page was read.
        var database = desk.Get<Database>();
        await database.Commit([new Statement("update ticket_clock set state = 'Runs', due_at = @at where ticket = @ticket", ("@at", SystemClock.Instance.GetCurrentInstant() + Duration.FromHours(5)), ("@ticket", on))]);
        await maya.Open($"/t/{number}");
        var promised = maya.Page.Locator("details.fc-panel", new() { HasText = "Promised" });
        await Assertions.Expect(promised).ToContainTextAsync("left");
        await maya.Page.EvaluateAsync("window.same = 'yes'");
        await database.Commit([new Statement("update subscriber set position = 0, \"transaction\" = -9223372036854775807 where name = 'clocks'")]);
        await Patience.Until(async () => (await desk.Desk.Ask(new Clocks.ListTicketClocks(on), Caller.Desk)).Value![0].DueAt is null);
        await Assertions.Expect(promised).ToContainTextAsync("stands still");
        Assert.Equal("yes", await maya.Page.EvaluateAsync<string?>("window.same"));
        foreach (var visitor in new[] { ruth, maya, customer }) Assert.Empty(visitor.Complaints);
    }

    private static Call As(Person person) => new(new(person.Id, person.Name, DeskModule.RoleBook.Permissions(person.Roles), new HashSet<long>()), "page");
}
