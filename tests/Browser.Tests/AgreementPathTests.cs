using FirstContact.Agreements;
using FirstContact.Calendars;
using FirstContact.People;
using FirstContact.Policies;
using FirstContact.Tickets;

namespace FirstContact;

/// <summary>The life of an agreement between two teams, by whoever speaks for each at a browser of his own: from how it is today to a second version.</summary>
[Collection(Chromium.Name)]
public sealed class AgreementPathTests(Chromium chromium)
{
    private static readonly LocalDate Today = SystemClock.Instance.GetCurrentInstant().InUtc().Date;

    [Theory, MemberData(nameof(WebDesk.Engines), MemberType = typeof(WebDesk))]
    public async Task Written_down_negotiated_signed_and_reviewed(string engine)
    {
        var desk = await chromium.Desk(engine);
        await using var owen = await Visitor.Of(chromium, desk, "Owen", Role.TeamLead);
        await using var ruth = await Visitor.Of(chromium, desk, "Ruth", Role.TeamLead);
        var (network, workplace, title, hours) = (chromium.Unique("Network"), chromium.Unique("Workplace"), chromium.Unique("Faults"), chromium.Unique("Hours"));
        foreach (var team in new[] { network, workplace }) await desk.Done(new AddTeam(team, "", []));
        await desk.Done(new DrawCalendar(new(hours, null, [.. Enumerable.Repeat("08:00-17:00", 5), null, null])));
        // What went between the two before anybody promised anything: it was taken on at once, each time.
        foreach (var what in new[] { "The switch is dark", "The socket is dead" })
        {
            var ticket = await desk.Done(new OpenTicket(TicketKind.Incident, Channel.Portal, chromium.Unique(what), "Nothing works here.", owen.Who!.Email, Level.Medium, Level.Medium) { Team = workplace });
            await desk.Done(new HandOverTicket(ticket.Id, network, new(null, null, "Look at the cable")));
            await desk.Done(new AcceptHandover(ticket.Id, 1));
        }

        // How it is today, with something wrong at first.
        await owen.Open("/");
        await owen.Page.Keyboard.PressAsync("g");
        await owen.Page.Keyboard.PressAsync("a");
        await owen.Page.GetByRole(AriaRole.Link, new() { Name = "Begin an agreement" }).ClickAsync();
        await owen.Field("title").FillAsync(title);
        await owen.Field("provider").SelectOptionAsync(new SelectOptionValue { Label = network });
        await owen.Field("receiver").SelectOptionAsync(new SelectOptionValue { Label = workplace });
        await owen.Field("providerSpeakers").FillAsync(owen.Who!.Email);
        await owen.Field("receiverSpeakers").FillAsync(ruth.Who!.Email);
        await owen.Field("targets-0-within").FillAsync("a day or so");
        await owen.Press("Begin the agreement");
        await owen.Sees("Give a time from a minute to a year, like 30 min or 4 h.");
        await owen.Sees("Choose the hours by which it is counted.");
        await LooksTests.AssertLooksWell(owen, "lead/agreement, refused");
        await owen.Field("targets-0-within").FillAsync("8 h");
        await owen.Field("targets-0-hours").SelectOptionAsync(new SelectOptionValue { Label = hours });
        await owen.Press("Begin the agreement");
        await owen.Sees("promised by nobody");
        await LooksTests.AssertLooksWell(owen, "lead/agreement, as it is today");

        // The draft, with one more target.
        await owen.Page.Keyboard.PressAsync("e");
        await owen.Sees("Write it until it can be put to both sides.");
        await owen.Field("targets-0-within").FillAsync("6 h");
        await owen.Press("One more target");
        Assert.Equal("6 h", await owen.Field("targets-0-within").InputValueAsync());
        await owen.Field("targets-1-measure").SelectOptionAsync("Acceptance");
        await owen.Field("targets-1-within").FillAsync("2 h");
        await owen.Field("providerDuties").FillAsync("Looks **twice** a day.");
        await LooksTests.AssertLooksWell(owen, "lead/agreement, draft");
        await owen.Press("Save the draft");
        await owen.Sees("not put to both sides yet");
        await owen.Press("Put it to both sides");
        await owen.Sees("nothing is disputed");

        // The other side offers something else; the first one's page moves by itself, and keeps what is being typed.
        await owen.Field("words").FillAsync("Shall we look at it on Friday?");
        await Patience.Until(async () => { await ruth.Open("/news"); return (await ruth.Page.Locator("main").InnerTextAsync()).Contains(title, StringComparison.Ordinal); });
        await ruth.Sees("put draft 2 to both sides");
        await LooksTests.AssertLooksWell(ruth, "lead/news of an agreement");
        await ruth.Page.SetViewportSizeAsync(1440, 900);
        await ruth.Page.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await ruth.Page.GetByRole(AriaRole.Link, new() { Name = "Answer… Target 2" }).ClickAsync();
        await ruth.Field("targets-0-within").FillAsync("1 h");
        await ruth.Press("Offer this instead");
        await ruth.Sees("Say why, so that the other side can answer.");
        Assert.Equal("1 h", await ruth.Field("targets-0-within").InputValueAsync());
        await LooksTests.AssertLooksWell(ruth, "lead/agreement, clause");
        await ruth.Field("words").FillAsync("People stand at the desk and wait.");
        await ruth.Press("Offer this instead");
        await ruth.Sees("People stand at the desk and wait.");
        await owen.Sees("People stand at the desk and wait.");
        await owen.Sees("1 of 10 open");
        Assert.Equal("Shall we look at it on Friday?", await owen.Field("words").InputValueAsync());
        await LooksTests.AssertLooksWell(owen, "lead/agreement, counter-offer");
        await owen.Press("Say it");
        await owen.Sees("said: Shall we look at it on Friday?");

        await owen.Open("/");
        await owen.Sees("Your word on 1 clause of draft");
        await owen.Page.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await owen.Press($"Take what {workplace} offers");
        await owen.Sees("nothing is disputed");

        // What would have been kept of it: both handovers, and no word on what was not resolved yet.
        await owen.Page.GetByRole(AriaRole.Link, new() { Name = "against the last months' tickets" }).ClickAsync();
        await owen.Sees("Tried against the last months");
        var tried = owen.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Target 2" });
        await Assertions.Expect(tried).ToContainTextAsync("would have kept 100 %");
        await Assertions.Expect(tried).ToContainTextAsync("2 of 2");
        await Assertions.Expect(owen.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Target 1" })).ToContainTextAsync("never asked for in this time");
        await LooksTests.AssertLooksWell(owen, "lead/agreement, tried");
        await owen.Page.SetViewportSizeAsync(1440, 900);
        await owen.Page.GoBackAsync();

        // Both sign the same draft, and it holds from today.
        await owen.Field("from").FillAsync(Kit.Times.Field(Today));
        await owen.Press("Set the first day");
        await owen.Press($"Sign draft 3 for {network}");
        await owen.Sees($"signed by {owen.Who!.Name}");
        await ruth.Open("/");
        await ruth.Sees("Your signature: read draft 3");
        await ruth.Page.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await LooksTests.AssertLooksWell(ruth, "lead/agreement, to be signed");
        await ruth.Press($"Sign draft 3 for {workplace}");
        await ruth.Sees("In force: version 1");
        await owen.Sees("In force: version 1");
        // It holds from the beginning of the day, and with that for what was handed over before it was signed.
        var kept = owen.Page.Locator("#kept").GetByRole(AriaRole.Row).Filter(new() { HasText = "Target 2" });
        await Patience.Until(async () => { await owen.Page.ReloadAsync(); return (await kept.InnerTextAsync()).Contains("2 of 2", StringComparison.Ordinal); });
        await Assertions.Expect(kept).ToContainTextAsync("100\u00a0%");

        // Afterwards: a review, the next draft, and what is different.
        await Choose(ruth, "Write down a review…");
        await ruth.Press("Write down the review");
        await ruth.Sees("Write down what was said.");
        await ruth.Field("minutes").FillAsync("- All kept, but for **one** week.");
        await ruth.Press("Write down the review");
        await ruth.Sees("All kept, but for one week.");
        await owen.Sees("All kept, but for one week.");
        await LooksTests.AssertLooksWell(owen, "lead/agreement, in force");
        await Choose(owen, "Begin the next draft…");
        await owen.Field("why").FillAsync("One week was bad.");
        await owen.Press("Begin the draft");
        await owen.Field("targets-0-within").FillAsync("4 h");
        await owen.Page.GetByLabel("Leave this target out").Last.CheckAsync();
        await owen.Press("Save the draft");
        await owen.Page.GetByRole(AriaRole.Link, new() { Name = "version 1 with the draft" }).ClickAsync();
        await owen.Sees("2 of 10 clauses are different.");
        await Assertions.Expect(owen.Page.Locator("#c-target-1 del")).ToHaveTextAsync("6");
        await Assertions.Expect(owen.Page.Locator("#c-target-1 ins")).ToHaveTextAsync("4");
        await Assertions.Expect(owen.Page.Locator("#c-target-2")).ToContainTextAsync("taken out");
        await LooksTests.AssertLooksWell(owen, "lead/agreement, redline");
        await owen.Page.SetViewportSizeAsync(1440, 900);

        // It is put, its day is set, and both sign it: it holds from now on, and what it changed stays to be read.
        await owen.Page.GoBackAsync();
        await owen.Press("Put it to both sides");
        await owen.Sees("nothing is disputed");
        await owen.Field("from").FillAsync(Kit.Times.Field(Today));
        await owen.Press("Set the first day");
        await ruth.Sees("Draft 5");
        await ruth.Press($"Sign draft 5 for {workplace}");
        await ruth.Sees($"signed by {ruth.Who!.Name}");
        await owen.Sees($"signed by {ruth.Who!.Name}");
        await owen.Press($"Sign draft 5 for {network}");
        await owen.Sees("In force: version 2");
        await ruth.Sees("In force: version 2");
        await ruth.Sees("Earlier versions");
        await ruth.Page.GetByRole(AriaRole.Link, new() { Name = "version 1 with version 2" }).ClickAsync();
        await ruth.Sees("From version 1 to version 2");
        await Assertions.Expect(ruth.Page.Locator("#c-target-1 del")).ToHaveTextAsync("6");
        await Assertions.Expect(ruth.Page.Locator("#c-target-1 ins")).ToHaveTextAsync("4");
        await LooksTests.AssertLooksWell(ruth, "lead/agreement, second version");
        var agreement = (await desk.Desk.Ask(new ListAgreements(), Caller.Desk)).Value!.Single(a => a.Title == title);
        Assert.Equal((2, Stage.InForce), (agreement.Last!.No, agreement.Stage(SystemClock.Instance.GetCurrentInstant())));
        foreach (var visitor in new[] { owen, ruth }) Assert.DoesNotContain(visitor.Complaints, c => !c.Contains("Failed to load resource", StringComparison.Ordinal));
    }

    private static async Task Choose(Visitor visitor, string words)
    {
        await visitor.Page.Locator("summary", new() { HasText = "More" }).ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = words }).ClickAsync();
    }
}
