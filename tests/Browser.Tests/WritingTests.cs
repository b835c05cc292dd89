using FirstContact.People;
using FirstContact.Policies;
using FirstContact.Tickets;

namespace FirstContact;

/// <summary>The composer: what is offered while one types, pictures in their place, drafts, a handover, and looking into a ticket.</summary>
[Collection(Chromium.Name)]
public sealed class WritingTests(Chromium chromium)
{
    [Fact]
    public async Task One_writes_with_colleagues_tickets_and_pictures_at_hand()
    {
        var desk = await chromium.Desk();
        await using var agent = await Visitor.Of(chromium, desk, "Maya", Role.Agent);
        var colleague = await desk.Register($"{chromium.Unique("Ines")} Carvalho", Role.Agent);
        using var program = await desk.Program(agent.Who!);
        var other = TicketNumber.Of(TicketKind.Incident, new(await program.Opens("The zebra printer of gate 9 whistles", agent.Who!.Email)));
        var ticket = TicketNumber.Of(TicketKind.Incident, new(await program.Opens("Labels come out blank", agent.Who!.Email)));
        await agent.Open($"/t/{ticket}");
        await agent.Page.ClickAsync("label:has([value=note])");
        var note = agent.Page.Locator("#note");
        await note.PressSequentiallyAsync($"@@{colleague.Name.Split(' ')[0]}", new() { Delay = 20 });
        await Assertions.Expect(agent.Page.Locator(".fc-expand li").First).ToContainTextAsync(colleague.Name);
        await agent.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(note).ToHaveValueAsync($"{Mentions.Of(new(colleague.Id, colleague.Name))} ");
        await Patience.Until(async () => (await program.Ask($"search?q=zebra")).Body!["items"]!.AsArray().Count > 0);
        await note.PressSequentiallyAsync("knows ??zebra", new() { Delay = 20 });
        await Assertions.Expect(agent.Page.Locator(".fc-expand li").First).ToContainTextAsync(other);
        await agent.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(note).ToHaveValueAsync(new System.Text.RegularExpressions.Regex(System.Text.RegularExpressions.Regex.Escape($"[{other}](/t/{other})")));

        // A picture from the clipboard stands where the cursor was.
        await agent.Page.EvaluateAsync("""
            () => {
              const bytes = Uint8Array.from(atob("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="), c => c.charCodeAt(0));
              const data = new DataTransfer();
              data.items.add(new File([bytes], "screen.png", { type: "image/png" }));
              document.querySelector("#note").dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """);
        await Assertions.Expect(note).ToHaveValueAsync(new System.Text.RegularExpressions.Regex(@"!\[screen\.png\]\(/files/\d+/screen\.png\)"));
        await agent.Page.Locator("markdown-toolbar[for=note] md-bold").ClickAsync();
        await agent.Page.Keyboard.TypeAsync("soon");
        await Assertions.Expect(agent.Page.Locator("[data-draft-at]")).ToContainTextAsync("Draft saved");
        await agent.Page.ReloadAsync();
        await Assertions.Expect(note).ToHaveValueAsync(new System.Text.RegularExpressions.Regex(@"\*\*soon\*\*"));
        await Assertions.Expect(agent.Page.Locator("#nav")).ToContainTextAsync(ticket);
        await agent.Press("Save internal note");
        var said = agent.Page.Locator(".fc-msg.is-note").Last;
        await Assertions.Expect(said.Locator("img[src^='/files/']")).ToHaveCountAsync(1);
        await Assertions.Expect(said.Locator(".fc-file")).ToHaveCountAsync(0);
        await Assertions.Expect(said.Locator("strong").First).ToHaveTextAsync($"@{colleague.Name}");
        await Assertions.Expect(said.GetByRole(AriaRole.Link, new() { Name = other })).ToHaveCountAsync(1);
        Assert.True(await said.Locator("img").EvaluateAsync<bool>("img => img.decode().then(() => img.naturalWidth > 0)"));
        await Assertions.Expect(agent.Page.Locator("#nav").GetByText("Open work")).ToHaveCountAsync(0);

        await using var called = await Visitor.Of(chromium, desk, colleague);
        await called.Open("/");
        await called.Sees("You were called");
        await called.Open($"/t/{ticket}");
        await called.Press("Seen");
        await called.SeesNot("You were called");
        Assert.Empty(agent.Complaints.Concat(called.Complaints));
    }

    [Fact]
    public async Task A_handover_is_returned_with_a_reason_and_accepted_in_the_end()
    {
        var desk = await chromium.Desk();
        var team = (await desk.Desk.Do(new AddTeam(chromium.Unique("Plant Systems "), "Lines and labels", []), WebDesk.Itself)).Value!;
        var member = await desk.Register($"{chromium.Unique("Ines")} Carvalho", Role.Agent);
        await desk.Desk.Do(new JoinTeam(team.Id, member.Email), WebDesk.Itself);
        await using var maya = await Visitor.Of(chromium, desk, "Maya", Role.Agent);
        await using var ines = await Visitor.Of(chromium, desk, member);
        using var program = await desk.Program(maya.Who!);
        var id = await program.Opens("Labels come out blank", maya.Who!.Email);
        await program.TakesUpTo(id, CareStep.Reproduction);
        await maya.Open($"/t/{id}");
        await maya.Page.ClickAsync("label:has([value=handover])");
        await maya.Press("Hand it over");
        await maya.Sees("Say what you ask of them.");
        await maya.Page.SelectOptionAsync("#handTo", team.Name);
        await maya.Page.FillAsync("#handAsked", "Publish template version 11");
        await maya.Press("Hand it over");
        await maya.Sees($"hands it to {team.Name}");

        await ines.Open("/");
        await ines.Sees("Publish template version 11");
        await ines.Open($"/t/{id}");
        await ines.Page.GetByText("Give it back with a reason…").ClickAsync();
        await ines.Page.Locator("form[action$=return] button").ClickAsync();
        await ines.Sees("Say why.");
        await ines.Page.FillAsync("#returnReason", "The printer is missing");
        await ines.Page.Locator("form[action$=return] button").ClickAsync();
        await maya.Sees("gave it back: The printer is missing");
        await maya.Open("/");
        await maya.Sees("It came back");

        await maya.Open($"/t/{id}");
        await maya.Page.ClickAsync("label:has([value=handover])");
        await maya.Page.SelectOptionAsync("#handTo", team.Name);
        await maya.Page.FillAsync("#handAsked", "Publish template version 11 on printer 7");
        await maya.Press("Hand it over");
        await ines.Sees("on printer 7");
        await ines.Press("Accept it");
        await maya.Sees($"accepted it: {team.Name} has it now");
        Assert.DoesNotContain(maya.Complaints.Concat(ines.Complaints), c => !c.Contains("422", StringComparison.Ordinal));
    }
}
