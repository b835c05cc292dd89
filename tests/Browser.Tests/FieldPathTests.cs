using FirstContact.Fields;
using FirstContact.People;
using FirstContact.Policies;
using FirstContact.Services;
using FirstContact.Tickets;

namespace FirstContact;

/// <summary>An administrator thinks of a field; from then on it is asked, needed, shown, found and listed.</summary>
[Collection(Chromium.Name)]
public sealed class FieldPathTests(Chromium chromium)
{
    [Fact]
    public async Task A_field_is_thought_of_asked_for_and_found()
    {
        var desk = await chromium.Desk();
        await using var administrator = await Visitor.Of(chromium, desk, "Ruth", Role.Administrator);
        await using var agent = await Visitor.Of(chromium, desk, "Maya", Role.Agent);
        var customer = await desk.Register(chromium.Unique("Helen"), Role.Customer);
        using var program = await desk.Program(agent.Who!);
        var (label, name, category) = ($"Tag of {agent.First}", $"tag{agent.First}", $"Devices of {agent.First}");
        await desk.Desk.Do(new AddCategory(category), WebDesk.Itself);

        await administrator.Open("/settings");
        await administrator.Page.GetByRole(AriaRole.Link, new() { Name = "Fields" }).ClickAsync();
        await administrator.Page.GetByRole(AriaRole.Link, new() { Name = "Add a field" }).ClickAsync();
        await administrator.Field("label").FillAsync(label);
        await administrator.Press("Add the field");
        await administrator.Sees(FieldErrors.NameMissing.Message);
        Assert.Equal(label, await administrator.Field("label").InputValueAsync());
        await administrator.Field("name").FillAsync(name);
        await administrator.Page.GetByLabel(category).CheckAsync();
        await administrator.Page.GetByLabel("before it is resolved").CheckAsync();
        await administrator.Press("Add the field");
        await administrator.Sees(category);
        await LooksTests.AssertLooksWell(administrator, "administrator/settings/fields with one");

        // It comes up with its category, and goes with it.
        await agent.Open("/tickets/new");
        var tag = agent.Page.Locator($"[name='fields.{name}']");
        await Assertions.Expect(tag).ToBeHiddenAsync();
        await agent.Page.GetByText("Service, category, class, team").ClickAsync();
        await agent.Field("category").SelectOptionAsync(category);
        await Assertions.Expect(tag).ToBeVisibleAsync();
        await agent.Field("category").SelectOptionAsync("");
        await Assertions.Expect(tag).ToBeHiddenAsync();
        await agent.Field("customer").FillAsync(customer.Email);
        await agent.Field("title").FillAsync($"No light for {agent.First}");
        await agent.Field("description").FillAsync("Since this morning.");
        await agent.Field("category").SelectOptionAsync(category);
        await agent.Press("Open the ticket");
        await agent.Sees("Fields…");
        var id = long.Parse(agent.Number[4..], System.Globalization.CultureInfo.InvariantCulture);

        // What is missing is asked for where it is needed.
        await program.TakesUpTo(id, CareStep.CraftVerification);
        await program.Send(HttpMethod.Patch, $"tickets/{id}", new { category });
        await agent.Open($"/t/{id}");
        await agent.Mark();
        await agent.Field("solution").FillAsync("A new lamp.");
        await agent.Press("Ask ");
        await agent.Sees(FieldErrors.NeededToResolve.Message);
        Assert.Equal("A new lamp.", await agent.Field("solution").InputValueAsync());
        await tag.FillAsync("HL-20417");
        await agent.Press("Ask ");
        await agent.Sees("resolved it");
        await Assertions.Expect(agent.Page.Locator(".fc-aside")).ToContainTextAsync("HL-20417");
        await agent.AssertStayed();

        await agent.Page.GetByRole(AriaRole.Link, new() { Name = "HL-20417" }).ClickAsync();
        await agent.Sees($"{label} is HL-20417");
        await agent.Sees($"No light for {agent.First}");
        await agent.Page.GetByText("Columns").First.ClickAsync();
        await agent.Page.Locator($"[name=columns][value='field.{name}']").CheckAsync();
        await agent.Press("Show these columns");
        await Assertions.Expect(agent.Page.Locator(".fc-list tbody")).ToContainTextAsync("HL-20417");
        Assert.DoesNotContain(agent.Complaints.Concat(administrator.Complaints), c => !c.Contains("422", StringComparison.Ordinal));
    }
}
