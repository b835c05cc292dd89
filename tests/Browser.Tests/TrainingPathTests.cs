using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact;

/// <summary>A customer finds the way himself and says so; whoever plans training sees it by department, and one click further by person.</summary>
[Collection(Chromium.Name)]
public sealed class TrainingPathTests(Chromium chromium)
{
    [Theory, MemberData(nameof(WebDesk.Engines), MemberType = typeof(WebDesk))]
    public async Task From_the_portal_to_the_department_to_the_person_to_the_ticket(string engine)
    {
        var desk = await chromium.Desk(engine);
        await using var customer = await Visitor.Of(chromium, desk, "Paula", Role.Customer);
        await using var planner = await Visitor.Of(chromium, desk, "Ruth", Role.ServiceCoordinator);
        var (unit, category) = ($"Finishing {customer.First}", $"Scanners {customer.First}");
        await Done(new AddUnit(unit, "Production"));
        await Done(new Services.AddCategory(category));
        await Done(new ChangePerson(customer.Who!.Id) { Unit = unit });
        foreach (var other in new[] { "Quentin", "Rosa" })
        {
            var person = await Done(new RegisterPerson($"{other} {customer.First}", WebDesk.Mail($"{other} {customer.First}"), Unit: unit, Roles: [Role.Customer]));
            await Done(Asking(person.Email));
        }
        await Done(Asking(customer.Who!.Email));
        var ticket = await Done(Asking(customer.Who!.Email));

        await customer.Open($"/t/{ticket.Number}");
        await customer.Page.GetByText("You do not need us for this any more?").ClickAsync();
        await customer.Page.GetByLabel("I have solved it myself").CheckAsync();
        await customer.Press("Cancel the ticket");
        // Nothing typed is lost, and the message stands beside its field.
        await customer.Sees("Say why.");
        await Assertions.Expect(customer.Page.GetByLabel("I have solved it myself")).ToBeCheckedAsync();
        await LooksTests.AssertLooksWell(customer, "customer cancelling");
        await customer.Page.Locator("[name=reason]").FillAsync("It was in the wrong cradle");
        await customer.Press("Cancel the ticket");
        await customer.Sees("It was in the wrong cradle");

        await Patience.Until(async () =>
        {
            await planner.Open("/training?months=3");
            var row = Row(planner, unit).First;
            return await row.CountAsync() > 0 && await row.GetByRole(AriaRole.Cell).Last.TextContentAsync() == "1";
        });
        await LooksTests.AssertLooksWell(planner, "planner training");
        await planner.Page.SetViewportSizeAsync(1440, 900);
        await planner.Page.GetByRole(AriaRole.Link, new() { Name = unit, Exact = true }).ClickAsync();
        await Assertions.Expect(planner.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(unit);
        var paula = Row(planner, customer.Who!.Name);
        await Assertions.Expect(paula.GetByRole(AriaRole.Cell).First).ToHaveTextAsync("2");
        await LooksTests.AssertLooksWell(planner, "planner department");
        await planner.Page.SetViewportSizeAsync(1440, 900);
        await paula.GetByRole(AriaRole.Cell).Last.GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(planner.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync($"Solved themselves: {customer.Who!.Name}");
        await Assertions.Expect(planner.Page.GetByRole(AriaRole.Link, new() { Name = ticket.Number })).ToBeVisibleAsync();

        OpenTicket Asking(string who) => new(TicketKind.Incident, Channel.Phone, "The scanner beeps", "And does not stop.", who, Policies.Level.Low, Policies.Level.Low) { Category = category };

        async Task<T> Done<T>(ICommand<T> command)
        {
            var result = await desk.Desk.Do(command, WebDesk.Itself);
            Assert.Null(result.Error);
            return result.Value!;
        }
    }

    private static ILocator Row(Visitor who, string text) => who.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = text });
}
