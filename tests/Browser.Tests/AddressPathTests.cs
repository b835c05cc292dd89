using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact;

/// <summary>Somebody wrote from elsewhere and became a second record: an administrator finds it, looks, makes the two one, and can take it back.</summary>
[Collection(Chromium.Name)]
public sealed class AddressPathTests(Chromium chromium)
{
    [Theory, MemberData(nameof(WebDesk.Engines), MemberType = typeof(WebDesk))]
    public async Task From_a_double_to_one_person_with_both_addresses_and_back(string engine)
    {
        var desk = await chromium.Desk(engine);
        await using var ruth = await Visitor.Of(chromium, desk, "Ruth", Role.Administrator);
        var name = $"Nora {ruth.First}";
        var nora = (await desk.Desk.Do(new RegisterPerson(name, WebDesk.Mail(name)), WebDesk.Itself)).Value!;
        var second = (await desk.Desk.Do(new RegisterPerson(name, $"x{WebDesk.Mail(name)}"), WebDesk.Itself)).Value!;
        await desk.Desk.Do(new OpenTicket(TicketKind.Incident, Channel.Phone, $"Badge of {name}", "It opens nothing.", second.Email, Policies.Level.Low, Policies.Level.Low), WebDesk.Itself);

        await ruth.Open($"/settings/people/{nora.Key}");
        await ruth.Page.GetByLabel("Another address").FillAsync("no address");
        await ruth.Press("Add the address");
        // Nothing typed is lost, and the message stands beside its field.
        await Assertions.Expect(ruth.Page.GetByLabel("Another address")).ToHaveValueAsync("no address");
        await ruth.Sees(PeopleErrors.EmailWrong.Message);
        await ruth.Page.GetByLabel("Another address").FillAsync($"home.{nora.Email}");
        await ruth.Press("Add the address");
        await ruth.Sees($"home.{nora.Email}");
        await LooksTests.AssertLooksWell(ruth, "administrator person with addresses");
        await ruth.Page.SetViewportSizeAsync(1440, 900);

        await ruth.Page.GetByRole(AriaRole.Link, new() { Name = $"Compare {second.Email} with {nora.Email}" }).ClickAsync();
        await ruth.Sees("1 as customer, 1 of them open");
        await LooksTests.AssertLooksWell(ruth, "administrator merging people");
        await ruth.Page.SetViewportSizeAsync(1440, 900);
        await ruth.Press("Make the two one");
        await ruth.Sees($"The record of {name}, {second.Email}, went into this one");
        await ruth.Open($"/tickets?customer={nora.Email}");
        await ruth.Sees($"Badge of {name}");

        await ruth.Open($"/settings/people/{nora.Key}");
        await ruth.Press($"Undo the merge of {second.Email}");
        // Both are called the same: the address tells whose page it is.
        await Assertions.Expect(ruth.Page.Locator(".fc-head-sub")).ToHaveTextAsync(second.Email);
        Assert.Equal(second.Id, (await desk.Desk.Ask(new ShowPerson(second.Email), Caller.Desk)).Value!.Person.Id);
    }
}
