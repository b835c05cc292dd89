using System.Net;
using System.Text.Json.Nodes;
using FirstContact.Fields;
using FirstContact.People;
using FirstContact.Policies;
using FirstContact.Services;

namespace FirstContact.Tickets;

public sealed class FillingTests(TestServer server) : IClassFixture<TestServer>, IAsyncLifetime
{
    /// <summary>Once for all tests of the class: they share a desk.</summary>
    public async Task InitializeAsync()
    {
        if ((await server.Desk.Ask(new ListFields(), Caller.Desk)).Value!.Count > 0) return;
        await server.Done(new AddCategory("Devices"));
        foreach (var said in new FieldSaid[]
        {
            new("room", "Room", "On the door", FieldKind.Choice, ["Blue", "Red"], [], [], [], true, 1),
            new("device", "Device", null, FieldKind.Text, [], [], ["Devices"], [FieldMoment.Opening], false, 2),
            new("cost", "Cost", null, FieldKind.Number, [], [], ["Devices"], [FieldMoment.Waiting, FieldMoment.Resolving], false, 3),
            new("approver", "Approver", null, FieldKind.Person, [], [], [], [], false, 4),
            new("urgent", "Urgent", null, FieldKind.YesNo, [], [], [], [], false, 5),
        }) await server.Done(new AddField(said));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_program_fills_and_finds()
    {
        var (api, customer) = (await server.Program(Role.Agent), await server.Program(Role.Customer));
        var opened = await customer.Send(HttpMethod.Post, "tickets", new { title = "No light", description = "Since this morning", fields = new { room = "blue" } });
        Assert.Equal((HttpStatusCode.Created, """{"room":"Blue"}"""), (opened.Status, opened.Body!["fields"]!.ToJsonString()));
        var path = $"tickets/{opened.Body["id"]}";
        var filled = await api.Send(HttpMethod.Patch, path, """{"category":"Devices"}""");
        filled = await api.Send(HttpMethod.Patch, path, """{"fields":{"device":"ZB-17","cost":12.50,"urgent":true,"approver":"me"}}""");
        Assert.Equal(("ZB-17", 12.5m, true), ((string?)filled.Body!["fields"]!["device"], (decimal)filled.Body["fields"]!["cost"]!, (bool)filled.Body["fields"]!["urgent"]!));
        var again = await api.Send(HttpMethod.Patch, path, new JsonObject { ["fields"] = new JsonObject { ["approver"] = filled.Body["fields"]!["approver"]!.DeepClone(), ["urgent"] = null } });
        Assert.Equal((filled.Body["fields"]!["approver"]!.ToJsonString(), null), (again.Body!["fields"]!["approver"]!.ToJsonString(), again.Body["fields"]!["urgent"]));
        Assert.Equal("""{"room":"Blue"}""", (await customer.Ask(path)).Body!["fields"]!.ToJsonString());
        foreach (var query in new[] { "field=device%3Dzb-17", "field.device=ZB-17", "field=device=ZB-17&field=room=Blue" })
            Assert.Equal((query, "ZB-17"), (query, (string?)Assert.Single((await api.Ask($"tickets?{query}")).Body!["items"]!.AsArray())!["fields"]!["device"]));
        Assert.Equal(["field"], (await api.Ask("tickets?field=odd%3D1")).Fields);
        Assert.Equal(["field"], (await customer.Ask("tickets?field=device%3DZB-17")).Fields);
    }

    [Fact]
    public async Task A_program_is_told_what_is_wrong_at_each_field()
    {
        var api = await server.Program(Role.Agent);
        var wrong = await api.Send(HttpMethod.Post, "tickets", """{"title":"x","description":"y","category":"Devices","fields":{"odd":1,"cost":"much","urgent":[1],"room":"Green"}}""");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal(["fields.cost", "fields.device", "fields.odd", "fields.room", "fields.urgent"], wrong.Fields.Order());
        var id = await api.Opens("No light");
        Assert.Equal(["fields.device"], (await api.Send(HttpMethod.Patch, $"tickets/{id}", """{"fields":{"device":"ZB-17"}}""")).Fields);
        await api.Send(HttpMethod.Patch, $"tickets/{id}", """{"category":"Devices"}""");
        Assert.Equal("field.needed-to-wait", (await api.Send(HttpMethod.Post, $"tickets/{id}/wait", new { @for = "supplier", reason = "a lamp" })).Code);
        Assert.Equal("waiting", (string?)(await api.Send(HttpMethod.Post, $"tickets/{id}/wait", new { @for = "supplier", reason = "a lamp", fields = new { cost = 12 } })).Body!["status"]);
    }

    [Fact]
    public async Task The_form_of_a_new_ticket_asks_for_what_goes_with_it()
    {
        var browser = await server.Browser(Role.Agent);
        var page = await browser.Open("/tickets/new");
        Assert.Matches("<fieldset[^>]*hidden[^>]*><legend class=\"fc-vh\">Device", page.Html);
        var customer = await Address();
        var refused = await browser.Send("/tickets", [.. page.Form("/tickets").Where(f => f.Name is not ("customer" or "title" or "description" or "category" or "fields.device" or "fields.cost")), ("customer", customer), ("title", "No light"), ("description", "None"), ("category", "Devices"), ("fields.room", "Blue")]);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, FieldErrors.NeededToOpen.Message), (refused.Status, refused.Wrong("fields.device")));
        Assert.DoesNotMatch("<fieldset[^>]*hidden[^>]*><legend class=\"fc-vh\">Device", refused.Html);
        Assert.Contains(("fields.room", "Blue"), refused.Form("/tickets"));
        Assert.Contains(("title", "No light"), refused.Form("/tickets"));
        var opened = await browser.Send(refused, "/tickets", ("fields.device", "ZB-18"));
        Assert.Equal(HttpStatusCode.SeeOther, opened.Status);
        Assert.Contains("ZB-18", (await browser.Open(opened.Location!)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agent_changes_them_beside_the_ticket()
    {
        var (browser, api) = (await server.Browser(Role.Agent), await server.Program(Role.Agent));
        var id = await api.Opens("No light");
        var at = $"/t/INC-{id:D6}/fields";
        Assert.DoesNotContain(">Room</dt>", (await browser.Open($"/t/{id}")).Html, StringComparison.Ordinal);
        var form = await browser.Open($"/t/{id}?do=fields");
        Assert.DoesNotContain(form.Form(at), f => f.Name is "fields.device");
        var refused = await browser.Send(form, at, ("fields.room", "Red"), ("fields.approver", "nobody@harrow.example"), ("fields.urgent", "yes"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, FieldErrors.PersonUnknown.Message), (refused.Status, refused.Wrong("fields.approver")));
        Assert.Equal([("fields.room", "Red"), ("fields.approver", "nobody@harrow.example"), ("fields.urgent", "yes")], refused.Form(at).Where(f => f.Name.StartsWith("fields.", StringComparison.Ordinal)));
        Assert.Empty((await api.Ask($"tickets/{id}")).Body!["fields"]!.AsObject());
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(refused, at, ("fields.approver", ""))).Status);
        Assert.Equal("""{"room":"Red","urgent":true}""", (await api.Ask($"tickets/{id}")).Body!["fields"]!.ToJsonString());
        Assert.Contains(">Room</dt>", (await browser.Open($"/t/{id}")).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(await browser.Open($"/t/{id}?do=fields"), at, ("fields.room", ""))).Status);
        Assert.Equal("""{"urgent":true}""", (await api.Ask($"tickets/{id}")).Body!["fields"]!.ToJsonString());
    }

    [Fact]
    public async Task The_forms_that_let_wait_and_resolve_ask_for_what_is_missing()
    {
        var (browser, api) = (await server.Browser(Role.Agent), await server.Program(Role.Agent));
        var (one, two) = (await api.Opens("No light"), await api.Opens("No light"));
        foreach (var id in new[] { one, two }) await api.Send(HttpMethod.Patch, $"tickets/{id}", """{"category":"Devices"}""");
        var wait = $"/t/INC-{one:D6}/wait";
        var refused = await browser.Send(await browser.Open($"/t/{one}?do=wait"), wait, ("reason", "A lamp"), ("fields.cost", "much"));
        Assert.Equal((FieldErrors.NumberInvalid.Message, "much"), (refused.Wrong("fields.cost"), refused.Form(wait).Single(f => f.Name == "fields.cost").Value));
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(refused, wait, ("fields.cost", "12,50"))).Status);
        await api.TakesUpTo(two, CareStep.CraftVerification);
        var resolution = $"/t/INC-{two:D6}/resolution";
        refused = await browser.Send(await browser.Open($"/t/{two}"), resolution, ("solution", "Lamp"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, FieldErrors.NeededToResolve.Message), (refused.Status, refused.Wrong("fields.cost")));
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(refused, resolution, ("fields.cost", "0"))).Status);
        Assert.Equal("resolved", (string?)(await api.Ask($"tickets/{two}")).Body!["status"]);
    }

    [Fact]
    public async Task A_customer_is_asked_for_what_is_for_customers()
    {
        var browser = await server.Browser(Role.Customer);
        var page = await browser.Open("/portal/ask");
        Assert.Equal(["fields.room"], page.Form("/portal/ask").Where(f => f.Name.StartsWith("fields.", StringComparison.Ordinal)).Select(f => f.Name));
        var refused = await browser.Send(page, "/portal/ask", ("title", ""), ("fields.room", "Red"));
        Assert.Contains(("fields.room", "Red"), refused.Form("/portal/ask"));
        var asked = await browser.Send(refused, "/portal/ask", ("title", "No light"), ("fields.room", "Red"));
        var mine = await browser.Open(asked.Location!);
        Assert.Matches("<dt>Room</dt>\\s*<dd>Red</dd>", mine.Html);
    }

    [Fact]
    public async Task The_queue_shows_narrows_and_exports_by_fields()
    {
        var (browser, api) = (await server.Browser(Role.Agent), await server.Program(Role.Agent));
        var id = await api.Opens("No light in blue");
        await api.Send(HttpMethod.Patch, $"tickets/{id}", """{"category":"Devices"}""");
        await api.Send(HttpMethod.Patch, $"tickets/{id}", """{"fields":{"room":"Blue","device":"Lamp 7","urgent":true}}""");
        await api.Opens("No light in green");
        var page = await browser.Open("/tickets?field.device=lamp%207&columns=number,title,field.room,field.urgent,field.gone");
        Assert.Contains("No light in blue", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("No light in green", page.Text, StringComparison.Ordinal);
        Assert.Matches("<td[^>]*>Blue</td><td[^>]*>yes</td></tr>", page.Html);
        Assert.Contains("Device is lamp 7", page.Text, StringComparison.Ordinal);
        Assert.Contains("Device is empty", (await browser.Open("/tickets?field=device%3D")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Open("/tickets?field.odd%26x=1")).Status);
        var csv = await browser.Open("/tickets.csv?field.device=lamp%207");
        Assert.Contains("field.room,field.device", csv.Html, StringComparison.Ordinal);
        Assert.Contains("Blue,Lamp 7", csv.Html, StringComparison.Ordinal);

        var saved = await browser.Send(await browser.Open("/tickets?field.device=lamp%207&columns=number,title,field.room"), "/views", ("name", "Lamps"), ("sharing", ""));
        var view = await browser.Open(saved.Location!);
        Assert.Contains("No light in blue", view.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("No light in green", view.Text, StringComparison.Ordinal);
    }

    private async Task<string> Address()
    {
        var people = (await server.Desk.Ask(new SuggestPeople("Somebody"), Caller.Desk)).Value!;
        return people[0].Email;
    }
}
