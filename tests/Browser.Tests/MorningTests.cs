using FirstContact.People;
using FirstContact.Policies;
using FirstContact.Tickets;

namespace FirstContact;

/// <summary>An agent's morning: forty tickets, no mouse. What it takes, in keys and in bytes, is written to FIRSTCONTACT_FIGURES.</summary>
[Collection(Chromium.Name)]
public sealed class MorningTests(Chromium chromium)
{
    private const int Tickets = 40;

    [Fact]
    public async Task Forty_tickets_are_seen_to_by_keyboard_alone()
    {
        await using var desk = await WebDesk.Start();
        await desk.Register("Ada Byron", Role.Administrator);
        await desk.Desk.Do(new AddTeam("Network", "", []), WebDesk.Itself);
        await using var agent = await Visitor.Of(chromium, desk, await desk.Register("Maya Lindqvist", Role.Agent));
        await desk.Desk.Do(new JoinTeam(new(1), agent.Who!.Email), WebDesk.Itself);
        using var program = await desk.Program(agent.Who);
        using var customer = await desk.Program(await desk.Register("Helen Marsh", Role.Customer));
        var ids = new List<long>();
        for (var i = 0; i < Tickets; i++)
        {
            ids.Add(await customer.Opens($"Printer {i + 1} of line 2 prints blank labels"));
            await customer.Does(ids[i], "messages", new { visibility = "public", body = $"And the lamp at gate {i + 1} is out." });
        }
        // Of two the work was done yesterday.
        foreach (var id in ids[^2..])
        {
            await program.Send(HttpMethod.Put, $"tickets/{id}/assignee", new { person = "me" });
            await program.TakesUpTo(id, CareStep.CraftVerification);
        }

        var keys = await Keys.Of(agent);
        await agent.Open("/");
        await agent.Sees("Needs me now");
        var first = keys.Bytes;

        // Looked through in the queue, ten at a time.
        await Choose(keys, agent, from: 0, count: 10);
        await keys.Press("a");
        await Done("10 assigned to me");
        await Choose(keys, agent, from: 10, count: 10);
        await Run("Tag", "#tag-to");
        await keys.Type("labels");
        await keys.Press("Control+Enter");
        await Done("10 ");
        await Choose(keys, agent, from: 20, count: 10);
        await Run("Team", "#team-to");
        await keys.Type("Net");
        await keys.Press("Control+Enter");
        await Done("10 ");
        await Choose(keys, agent, from: 30, count: 6);
        await Run("Priority", "#priority-to");
        await keys.Type("P2");
        await keys.Press("Tab");
        await keys.Type("The line stands");
        await keys.Press("Control+Enter");
        await Done("6 ");

        // One after the other: whoever waits is answered, and on.
        await Queue();
        await keys.Until("!!document.querySelector('.fc-list tr.is-at')", "j");
        await keys.To("^/t/INC-", "Enter");
        for (var i = 0; i < 6; i++)
        {
            await keys.Until(At("#reply"), "r");
            await keys.Type("I look at it now, and you hear from me by ten.");
            await keys.Press("Control+Enter");
            await agent.Sees("you hear from me by ten");
            await keys.Leave();
            await Next();
        }
        await keys.Until(At("#note"), "n");
        await keys.Type("Seen at line 3 as well.");
        await keys.Press("Control+Enter");
        await Assertions.Expect(agent.Page.Locator(".fc-msg.is-note")).ToContainTextAsync("Seen at line 3 as well.");
        await keys.Leave();

        await keys.To("do=snooze#step", "s");
        await keys.Reach("#step [name=pick]");
        await keys.Press("ArrowUp");
        await keys.Reach("#step button.btn-primary");
        await keys.Press("Enter");
        await agent.Sees("You have put it aside");
        await Next();

        await keys.To("do=split-1#step", "d");
        await keys.Reach("#title");
        await keys.Press("Control+Enter");
        await agent.Sees("Was a message on");
        await Next();

        var twin = TicketNumber.Of(TicketKind.Incident, new(ids[35]));
        await keys.To("do=merge#step", "u");
        await keys.Reach("#into");
        await keys.Type(twin);
        await keys.Press("Control+Enter");
        await Assertions.Expect(agent.Page.Locator(".fc-aside")).ToContainTextAsync("Merged into it");
        await keys.Leave();

        // Taken one by one, from the palette.
        foreach (var id in ids[36..38])
        {
            await Find(id);
            await keys.Press("a");
            await agent.Sees("You, First Contact");
        }
        foreach (var id in ids[38..])
        {
            await Find(id);
            await keys.To("#step$", "e");
            await keys.Reach("#solution");
            await keys.Press("Control+a");
            await keys.Type("The template of Friday is back.");
            await keys.Reach("#step button[name=then]");
            var number = agent.Number;
            await keys.Press("Enter");
            await Assertions.Expect(agent.Page).Not.ToHaveURLAsync(new System.Text.RegularExpressions.Regex(number));
        }

        await AssertDone(program, ids, agent.Who);
        Assert.Empty(agent.Complaints);
        if (Environment.GetEnvironmentVariable("FIRSTCONTACT_FIGURES") is { Length: > 0 } file)
            await File.WriteAllTextAsync(file, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"| {Tickets} tickets | {keys.Pressed} | {keys.Letters} | {first / 1000:F0} KB | {(keys.Bytes - first) / 1000:F0} KB |\n"));

        async Task Queue()
        {
            await keys.To("^/tickets($|[?])", "g", "q");
            await Assertions.Expect(agent.Page.Locator(".fc-list tbody tr")).ToHaveCountAsync(Tickets);
        }

        async Task Choose(Keys keys, Visitor agent, int from, int count)
        {
            await Queue();
            await keys.Until("!!document.querySelector('.fc-list tr.is-at')", "j");
            for (var i = 0; i < from; i++) await keys.Press("j");
            await keys.Press("x");
            for (var i = 1; i < count; i++) await keys.Press("j");
            await keys.Press("X");
            await Assertions.Expect(agent.Page.Locator("[data-tally]")).ToHaveTextAsync($"{count} selected");
        }

        // A command of the bar, by its name.
        async Task Run(string words, string field)
        {
            await keys.Until("!!document.querySelector('dialog#palette[open]')", "Control+k");
            await keys.Type(words);
            await Assertions.Expect(agent.Page.Locator("#palette [aria-selected=true]")).ToContainTextAsync(words);
            await keys.Press("Enter");
            await Assertions.Expect(agent.Page.Locator(field)).ToBeFocusedAsync();
        }

        async Task Find(long id)
        {
            var number = TicketNumber.Of(TicketKind.Incident, new(id));
            await keys.Until("!!document.querySelector('dialog#palette[open]')", "Control+k");
            await keys.Type(number);
            await Assertions.Expect(agent.Page.Locator("#palette [aria-selected=true]")).ToContainTextAsync(number);
            await keys.Press("Enter");
            await Assertions.Expect(agent.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(number));
            await agent.Sees($"Printer {ids.IndexOf(id) + 1} of");
        }

        async Task Next()
        {
            var here = agent.Number;
            await keys.Until($"!location.pathname.endsWith('{here}') && !document.documentElement.hasAttribute('aria-busy')", "Shift+J");
        }

        Task Done(string words) => Assertions.Expect(agent.Page.Locator(".fc-toast")).ToContainTextAsync(words);

        static string At(string selector) => $"document.activeElement.matches('{selector}')";
    }

    /// <summary>What the desk says of it, which no screen could have made up.</summary>
    private static async Task AssertDone(HttpClient program, List<long> ids, Person agent)
    {
        var tickets = new List<System.Text.Json.Nodes.JsonNode>();
        foreach (var id in ids) tickets.Add((await program.Ask($"tickets/{id}")).Body!);
        Assert.Equal(10, tickets.Count(t => t["tags"]!.AsArray().Any(tag => (string?)tag == "labels")));
        Assert.Equal(10, tickets.Count(t => (string?)t["team"]!["name"] == "Network"));
        Assert.Equal(6, tickets.Count(t => (string?)t["priority"] == "p2"));
        Assert.Equal(2, tickets.Count(t => (string?)t["status"] == "resolved"));
        Assert.Equal(1, tickets.Count(t => (string?)t["status"] == "closed"));
        Assert.True(tickets.Count(t => (long?)t["assignee"]?["id"] == agent.Id.Value) >= 14);
    }
}
