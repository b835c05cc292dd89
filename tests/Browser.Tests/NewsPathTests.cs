using System.Net.Http.Json;
using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact;

/// <summary>News come while one looks, go when the ticket is opened, and a muted ticket brings none.</summary>
[Collection(Chromium.Name)]
public sealed class NewsPathTests(Chromium chromium)
{
    [Fact]
    public async Task News_come_are_read_and_end_with_muting()
    {
        var desk = await chromium.Desk("sqlite");
        await using var agent = await Visitor.Of(chromium, desk, "Maya", Role.Agent);
        await using var customer = await Visitor.Of(chromium, desk, "Helen", Role.Customer);
        using var program = await desk.Program(agent.Who!);
        var id = new TicketId(await program.Opens("Labels come out blank", customer.Who!.Email));
        var number = TicketNumber.Of(TicketKind.Incident, id);

        await customer.Open("/news");
        await customer.Sees("You have read everything");
        await customer.Mark();
        await Says("Which printer is it?");
        await customer.Sees("Which printer is it?");
        await customer.Sees("1 new");
        await customer.AssertStayed();

        await customer.Page.GetByRole(AriaRole.Link, new() { Name = number }).ClickAsync();
        await customer.Sees("What happened");
        await customer.Page.GetByRole(AriaRole.Link, new() { Name = "News" }).ClickAsync();
        await customer.Sees("You have read everything");

        await customer.Open($"/t/{number}");
        await customer.Press("Tell me nothing more about this");
        await customer.Sees("You have muted this.");
        await agent.Open($"/t/{number}/telling");
        await agent.Sees("no: muted it");

        // By the keyboard to one's own news, and to the choices.
        await (await Keys.Of(agent)).To("/news", "g", "i");
        await agent.Page.GetByRole(AriaRole.Link, new() { Name = "What you are told" }).ClickAsync();
        await agent.Page.Locator("[name=mail-noted]").SelectOptionAsync("Digest");
        await agent.Press("Save what you are told");
        await Assertions.Expect(agent.Page.Locator("[name=mail-noted]")).ToHaveValueAsync("Digest");

        async Task Says(string words)
        {
            using var said = await program.PostAsJsonAsync($"/api/v1/tickets/{number}/messages", new { visibility = "public", body = words });
            Assert.Equal(System.Net.HttpStatusCode.Created, said.StatusCode);
        }
    }
}
