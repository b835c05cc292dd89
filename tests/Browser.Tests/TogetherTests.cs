using System.Diagnostics;
using System.Globalization;
using FirstContact.People;
using FirstContact.Tickets;
using FirstContact.Verbs;

namespace FirstContact;

/// <summary>Two agents and a customer at one ticket, on two nodes of which one dies.</summary>
[Collection(Chromium.Name)]
public sealed class TogetherTests(Chromium chromium)
{
    [Fact]
    public async Task Nobody_collides_and_nothing_typed_is_lost()
    {
        await using var here = await WebDesk.Start("postgres", undo: 4);
        await here.Register("Ruth Adeyemi", Role.Administrator);
        await using var other = Executable.Of(here.Database);
        var (there, _) = await other.Serve();
        await using var junction = new Junction(there);
        await using var maya = await Visitor.Of(chromium, here, await here.Register("Maya Lindqvist", Role.Agent));
        await using var ines = await Visitor.Of(chromium, here, await here.Register("Ines Carvalho", Role.Agent), at: junction.Address);
        await using var helen = await Visitor.Of(chromium, here, await here.Register("Helen Marsh", Role.Customer));
        using var program = await here.Program(maya.Who!);
        var ticket = TicketNumber.Of(TicketKind.Incident, new(await program.Opens("Labels come out blank", helen.Who!.Email)));

        // Who looks and who types, across the nodes.
        await maya.Open($"/t/{ticket}");
        await maya.Mark();
        await ines.Open($"/t/{ticket}");
        await Present(maya, "Ines looks at it");
        await ines.Page.ClickAsync("label:has([value=note])");
        await ines.Page.Locator("#note").PressSequentiallyAsync("It is the ribbon of printer 7", new() { Delay = 40 });
        await Present(maya, "Ines is writing a note");

        // The stop: somebody answered while she typed. What is new is shown, and what she typed stays.
        await maya.Page.FillAsync("#reply", "Which printer is it?");
        await helen.Open($"/t/{ticket}");
        await Present(maya, "Ines is writing a note");
        await helen.Page.FillAsync("textarea[name=reply]", "It is printer 7, at line 3.");
        await helen.Page.Keyboard.PressAsync("Control+Enter");
        await maya.Sees("It is printer 7, at line 3.");
        Assert.Equal("Which printer is it?", await maya.Page.InputValueAsync("#reply"));
        await maya.Press("Send reply");
        await maya.Sees("What is new since you looked");
        await Assertions.Expect(maya.Page.Locator(".fc-banner[role=alert]")).ToContainTextAsync("It is printer 7, at line 3.");
        Assert.Equal("Which printer is it?", await maya.Page.InputValueAsync("#reply"));
        await maya.AssertStayed();

        // Sent, taken back, sent again: only then it leaves.
        await maya.Page.FillAsync("#reply", "Thank you: I look at printer 7.");
        await maya.Press("Send reply");
        await Assertions.Expect(maya.Page.Locator(".is-leaving").First).ToBeVisibleAsync();
        await ines.Sees("Thank you: I look at printer 7.");
        await maya.Page.Locator(".fc-toast.is-leaving button").ClickAsync();
        await Assertions.Expect(maya.Page.Locator("#reply")).ToHaveValueAsync("Thank you: I look at printer 7.");
        await Assertions.Expect(maya.Page.Locator(".is-leaving")).ToHaveCountAsync(0);
        await helen.SeesNot("I look at printer 7");
        await maya.Page.FocusAsync("#reply");
        await maya.Page.Keyboard.PressAsync("Control+Enter");
        await helen.Sees("Thank you: I look at printer 7.");
        await Assertions.Expect(maya.Page.Locator("#reply")).ToHaveValueAsync("");

        // A node dies while Ines types: she types on, and is led to the other.
        await ines.Page.FocusAsync("#note");
        await ines.Page.Keyboard.PressAsync("End");
        await ines.Page.Locator("#note").PressSequentiallyAsync(", I turn it", new() { Delay = 20 });
        await other.Kill();
        var died = Stopwatch.StartNew();
        await ines.Page.Locator("#note").PressSequentiallyAsync(" right now", new() { Delay = 20 });
        junction.To = here.Address;
        await ines.Page.Locator("#note").PressSequentiallyAsync(" and print a label", new() { Delay = 20 });
        const string All = "It is the ribbon of printer 7, I turn it right now and print a label";
        Assert.Equal(All, await ines.Page.InputValueAsync("#note"));
        await Present(maya, "Ines is writing a note");
        await ines.Page.ReloadAsync();
        await Assertions.Expect(ines.Page.Locator("#note")).ToHaveValueAsync(All);
        await ines.Page.ClickAsync("label:has([value=note])");
        await ines.Press("Save internal note");
        await maya.Sees(All);

        // Whoever closes the page is gone within ten seconds.
        await ines.Page.CloseAsync();
        var closed = Stopwatch.StartNew();
        await Assertions.Expect(maya.Page.Locator("#here")).Not.ToContainTextAsync("Ines", new() { Timeout = 10_000 });
        Assert.True(closed.Elapsed.TotalSeconds < 10, string.Create(CultureInfo.InvariantCulture, $"{closed.Elapsed}, {died.Elapsed}"));
        await helen.SeesNot("Ines");
        Assert.DoesNotContain(maya.Complaints, c => !c.Contains("412", StringComparison.Ordinal));
        Assert.Equal("", string.Join("\n", helen.Complaints));
    }

    private static Task Present(Visitor visitor, string words) => Assertions.Expect(visitor.Page.Locator("#here")).ToContainTextAsync(words, new() { Timeout = 10_000 });
}
