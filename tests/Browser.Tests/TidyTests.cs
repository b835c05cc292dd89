using FirstContact.People;
using FirstContact.Policies;
using FirstContact.Tickets;

namespace FirstContact;

/// <summary>An agent keeps tickets tidy, at a browser that never reloads.</summary>
[Collection(Chromium.Name)]
public sealed class TidyTests(Chromium chromium)
{
    [Fact]
    public async Task Two_tickets_are_linked_and_the_other_one_shows_it_at_once()
    {
        var desk = await chromium.Desk();
        await using var agent = await Visitor.Of(chromium, desk, "Maya", Role.Agent);
        await using var other = await Visitor.Of(chromium, desk, "Ines", Role.Agent);
        using var program = await desk.Program(agent.Who!);
        var title = $"The template of {agent.First} was changed";
        var (one, cause) = (await program.Opens($"Labels of {agent.First} print blank"), await program.Opens(title));
        await other.Open($"/t/{cause}");
        await other.Mark();
        await agent.Open($"/t/{one}");
        await agent.Mark();
        await agent.Page.GetByRole(AriaRole.Link, new() { Name = "Link…" }).ClickAsync();
        await agent.Sees("Link it to another ticket");
        await agent.Press("Link the two");
        await agent.Sees(LinkErrors.Unknown.Message);
        await agent.Field("relation").SelectOptionAsync("CausedBy");
        await agent.Field("ticket").PressSequentiallyAsync($"template {agent.First}");
        await Assertions.Expect(agent.Page.Locator("#tickets option")).ToHaveCountAsync(1);
        await agent.Field("ticket").FillAsync((await agent.Page.Locator("#tickets option").GetAttributeAsync("value"))!);
        await agent.Press("Link the two");
        await Assertions.Expect(agent.Page.Locator(".fc-aside")).ToContainTextAsync(title);
        await Assertions.Expect(other.Page.Locator(".fc-aside")).ToContainTextAsync("Has caused");
        await other.Press($"Take the link to INC-{one:D6} off");
        await Assertions.Expect(agent.Page.Locator(".fc-aside")).Not.ToContainTextAsync(title);
        await agent.AssertStayed();
        await other.AssertStayed();
        Assert.Empty(other.Complaints.Concat(agent.Complaints.Where(c => !c.Contains("422", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task A_list_is_worked_through_before_the_ticket_is_resolved()
    {
        var desk = await chromium.Desk();
        await using var agent = await Visitor.Of(chromium, desk, "Maya", Role.Agent);
        await using var colleague = await Visitor.Of(chromium, desk, "Ines", Role.Agent);
        using var program = await desk.Program(agent.Who!);
        var id = await program.Opens($"A new colleague of {agent.First}");
        await program.TakesUpTo(id, CareStep.CraftVerification);
        await agent.Open($"/t/{id}");
        await agent.Mark();
        await agent.Page.GetByRole(AriaRole.Link, new() { Name = "Tasks…" }).ClickAsync();
        await agent.Field("text").FillAsync("Account\nMailbox");
        await agent.Field("assignee").FillAsync(colleague.Who!.Email);
        await agent.Field("gates").CheckAsync();
        await agent.Press("Add the tasks");
        var aside = agent.Page.Locator(".fc-aside");
        await Assertions.Expect(aside).ToContainTextAsync("0 of 2 done");

        await colleague.Open("/");
        await colleague.Sees("You have something to do on it");
        await colleague.Page.GetByRole(AriaRole.Link, new() { Name = $"A new colleague of {agent.First}" }).ClickAsync();
        await colleague.Press("Done: Account");
        await Assertions.Expect(colleague.Page.Locator(".fc-aside")).ToContainTextAsync("1 of 2 done");
        await Assertions.Expect(aside).ToContainTextAsync("1 of 2 done");

        await agent.Field("solution").FillAsync("All is there.");
        await agent.Press("Ask ");
        await agent.Sees(TaskErrors.StillOpen.Message);
        Assert.Equal("All is there.", await agent.Field("solution").InputValueAsync());
        await colleague.Press("Done: Mailbox");
        await Assertions.Expect(colleague.Page.Locator(".fc-aside")).ToContainTextAsync("2 of 2 done");
        await agent.Open($"/t/{id}");
        await Assertions.Expect(aside).ToContainTextAsync("2 of 2 done");
        await agent.Field("solution").FillAsync("All is there.");
        await agent.Press("Ask ");
        await agent.Sees("resolved it");
        Assert.Empty(colleague.Complaints.Concat(agent.Complaints.Where(c => !c.Contains("422", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Time_is_written_down_corrected_and_found_in_the_list()
    {
        var desk = await chromium.Desk();
        await using var agent = await Visitor.Of(chromium, desk, "Maya", Role.Agent);
        using var program = await desk.Program(agent.Who!);
        var id = await program.Opens($"A slow screen of {agent.First}");
        await agent.Open($"/t/{id}");
        await agent.Page.GetByRole(AriaRole.Link, new() { Name = "Time…" }).ClickAsync();
        await agent.Field("minutes").FillAsync("a while");
        await agent.Press("Save the time");
        await agent.Sees(TimeErrors.MinutesInvalid.Message);
        await agent.Field("minutes").FillAsync("1:30");
        await agent.Field("words").FillAsync("Replaced the cable");
        await agent.Press("Save the time");
        var panel = agent.Page.Locator(".fc-aside summary", new() { HasText = "Time" });
        await Assertions.Expect(panel).ToContainTextAsync("1 h 30");
        await panel.ClickAsync();
        await agent.Page.GetByRole(AriaRole.Link, new() { Name = "Correct 1 h 30" }).ClickAsync();
        await agent.Field("minutes").FillAsync("45 min");
        await agent.Press("Save the time");
        await agent.Sees("corrected time to 45 min");
        await agent.Page.GetByRole(AriaRole.Link, new() { Name = "Time spent" }).ClickAsync();
        await agent.Sees("45 min in all");
        await agent.Sees("Replaced the cable");
    }

    [Fact]
    public async Task A_ticket_is_put_aside_and_the_customer_brings_it_back()
    {
        var desk = await chromium.Desk();
        await using var agent = await Visitor.Of(chromium, desk, "Maya", Role.Agent);
        await using var customer = await Visitor.Of(chromium, desk, "Helen", Role.Customer);
        using var program = await desk.Program(agent.Who!);
        var title = $"The scanner of {agent.First} beeps";
        var id = await program.Opens(title, customer.Who!.Email);
        await program.Send(HttpMethod.Put, $"tickets/{id}/assignee", new { person = "me" });
        await program.Does(id, "messages", new { visibility = "public", body = "Which one?" });
        await agent.Open($"/t/{id}");
        await agent.Page.GetByRole(AriaRole.Link, new() { Name = "Put aside…" }).ClickAsync();
        await agent.Page.GetByText("At another time").ClickAsync();
        await agent.Field("until").FillAsync("2020-01-01T09:00");
        await agent.Press("Put it aside");
        await agent.Sees(SnoozeErrors.Passed.Message);
        await agent.Page.GetByText($"Until {customer.First} speaks").ClickAsync();
        await agent.Press("Put it aside");
        await agent.Sees($"You have put it aside until {customer.First} speaks.");
        await agent.Open("/tickets?assignee=me");
        await agent.SeesNot(title);
        await agent.Sees("1 put aside");
        await agent.Mark();

        await customer.Open($"/t/{id}");
        await customer.Field("reply").FillAsync("The one at gate 4.");
        await customer.Press("Send message");
        await agent.Sees(title);
        await agent.AssertStayed();
        await agent.Page.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await agent.Sees("It is back: the customer spoke");
        await agent.Press("Seen");
        await agent.SeesNot("It is back");
        Assert.DoesNotContain(agent.Complaints, c => !c.Contains("422", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_ticket_asked_twice_is_merged_and_what_is_said_there_lands_here()
    {
        var desk = await chromium.Desk();
        await using var agent = await Visitor.Of(chromium, desk, "Maya", Role.Agent);
        await using var customer = await Visitor.Of(chromium, desk, "Helen", Role.Customer);
        using var program = await desk.Program(agent.Who!);
        var (twice, goesOn) = (await program.Opens($"White labels of {customer.First}", customer.Who!.Email), await program.Opens($"Blank labels of {customer.First}", customer.Who.Email));
        await agent.Open($"/t/{twice}");
        await agent.Mark();
        await agent.Page.GetByRole(AriaRole.Link, new() { Name = "Merge…" }).ClickAsync();
        await agent.Field("into").FillAsync($"inc{twice}");
        await agent.Press("Merge it");
        await agent.Sees(MergeErrors.ToItself.Message);
        await agent.Field("into").FillAsync($"inc{goesOn}");
        await agent.Press("Merge it");
        await Assertions.Expect(agent.Page.Locator(".fc-aside")).ToContainTextAsync("Merged into it");

        await customer.Open($"/t/{twice}");
        await customer.Sees("This goes on in");
        await customer.Field("reply").FillAsync("It is the printer at gate 4.");
        await customer.Press("Send message");
        await agent.Sees("It is the printer at gate 4.");
        await agent.AssertStayed();
        await agent.Press("Undo the merge");
        await Assertions.Expect(agent.Page.Locator(".fc-aside")).Not.ToContainTextAsync("Merged into it");
        await agent.Sees("It is the printer at gate 4.");
        Assert.DoesNotContain(agent.Complaints, c => !c.Contains("422", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_matter_becomes_a_ticket_of_its_own()
    {
        var desk = await chromium.Desk();
        await using var agent = await Visitor.Of(chromium, desk, "Maya", Role.Agent);
        var customer = await desk.Register($"{chromium.Unique("Helen")} Marsh", Role.Customer);
        using var program = await desk.Program(customer);
        var id = await program.Opens("Labels print blank");
        await program.Does(id, "messages", new { visibility = "public", body = "By the way, my mouse squeaks." });
        await agent.Open($"/t/{id}");
        await agent.Page.GetByRole(AriaRole.Link, new() { Name = "Make a ticket of this message" }).ClickAsync();
        await agent.Field("title").FillAsync("");
        await agent.Press("Open the ticket");
        await agent.Sees("Was a message on");
        await agent.Sees("By the way, my mouse squeaks.");
        await agent.Page.Locator(".fc-aside").GetByRole(AriaRole.Link, new() { Name = $"INC-{id:D6}" }).ClickAsync();
        await agent.Sees("became INC-");
        await agent.Sees("By the way, my mouse squeaks.");
        Assert.Empty(agent.Complaints);
    }
}
