using FirstContact.Notices;
using FirstContact.Sending;
using FirstContact.Tickets;

namespace FirstContact.Agreements;

/// <summary>What waits for a side comes to its speakers, in the app and by mail, and to nobody else.</summary>
public sealed class AgreementNewsTests
{
    private static readonly SendingSettings Settings = new(null, new(null, "desk@example.com"), "https://desk.example.com");

    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task The_other_side_is_told_step_by_step(string engine)
    {
        await using var desk = await AgreementDesk.Fresh(engine);
        var (node, grace, ada) = (desk.Node, desk.Tickets.Grace, desk.Tickets.Ada);
        var id = (await node.Done(new StartAgreement(AgreementKind.Operational, AgreementDesk.Said, false, desk.Terms), desk.Ruth)).Id;
        await node.Done(new SetAgreementStart(id, desk.Today, false), ada);
        await node.Done(new PutDraft(id), ada);
        await node.Done(new TakePosition(id, Side.Provider, "target-2", Stance.Counters, desk.Terms with { Targets = [desk.Terms.Targets[1] with { Within = Duration.FromHours(16) }] }, "Sixteen we can keep"), grace);
        await node.Done(new CommentOnAgreement(id, null, "Well done, both"), desk.Ruth);
        var taken = await node.Done(new AcceptCounter(id, Side.Receiver, "target-2"), ada);
        await node.Done(new SignDraft(id, Side.Provider, taken.Table!.No), grace);
        await node.Done(new SignDraft(id, Side.Receiver, taken.Table.No), ada);
        await Told(desk);

        Assert.Equal(["Ada Byron made it version 1 with that: both sides have signed", "Ruth Adeyemi said: Well done, both", "Ada Byron put draft 1 to both sides"], await Heard(desk, grace));
        Assert.Equal(
            ["Grace O'Brien signed draft 2 for the provider", "Ruth Adeyemi said: Well done, both", "Grace O'Brien offered another target 2 for the provider: resolved within 16 h of Always, 80 % in a month. Sixteen we can keep"], await Heard(desk, ada));
        Assert.Empty(await Heard(desk, desk.Ruth));
        var on = Assert.Single((await node.Asked(new ListNews(), grace)).On);
        Assert.Equal((id, "First Contact and Network", 3), (on.Agreement!.Value, on.Title, on.Unread));
        Assert.Equal((0, 1, 1, 3), await node.Asked(new CountNews(), grace) is var now ? (now.Tickets, now.Agreements, now.Matters, now.Notices) : default);

        // The letter says who did what, and where.
        var letters = await DueLetter.All(node.Database, desk.Tickets.Clock.Now, 50);
        Assert.Equal(6, letters.Count);
        var letter = (await Maker(desk).Make(letters.First(l => l.Person == grace.Caller.Person), desk.Tickets.Clock.Now)).Letter!;
        Assert.Equal("First Contact and Network", letter.Subject);
        Assert.Contains("Ada Byron put draft 1 to both sides", letter.Text, StringComparison.Ordinal);
        Assert.Contains($"https://desk.example.com/agreements/{id.Value}", letter.Text, StringComparison.Ordinal);
        Assert.Contains("You get this because you speak for one side of it.", letter.Text, StringComparison.Ordinal);
        Assert.NotNull(letter.Unsubscribe);

        // What was read is read, of this agreement alone, and may be new again.
        await node.Done(new SeeNews(Agreement: new(99)), grace);
        Assert.True((await node.Asked(new CountNews(), grace)).Has(id));
        await node.Done(new SeeNews(Agreement: id), grace);
        Assert.False((await node.Asked(new CountNews(), grace)).Has(id));
        await node.Done(new SeeNews(Unseen: true, Agreement: id), grace);
        Assert.Equal(1, (await node.Asked(new CountNews(), grace)).Notices);

        // Who does not speak for it any more reads nothing of it, and gets no letter that was on its way.
        await node.Done(new ChangeParties(id, "First Contact and Network", "", TicketDesk.Adas), desk.Ruth);
        Assert.Empty((await node.Asked(new ListNews(All: true), grace)).On);
        Assert.Null((await Maker(desk).Make(letters.First(l => l.Person == grace.Caller.Person), desk.Tickets.Clock.Now)).Letter);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_is_gathered_names_the_agreement(string engine)
    {
        await using var desk = await AgreementDesk.Fresh(engine);
        var (node, clock, grace) = (desk.Node, desk.Tickets.Clock, desk.Tickets.Grace);
        await node.Done(new ChangeNoticeChoices([new(LetterKind.Agreement, NoticeChannel.Mail, Timing.Digest)], null, new(Rhythm.Daily, IsoDayOfWeek.Monday, new(7, 0), "UTC"), null), grace);
        var id = (await desk.InForce(AgreementKind.Operational, AgreementDesk.Said, desk.Terms)).Id;
        await Told(desk);
        Assert.DoesNotContain(await DueLetter.All(node.Database, clock.Now, 50), l => l.Person == grace.Caller.Person);
        clock.Pass(Duration.FromDays(1));
        await GatherNews.Run(node.Desk, node.Database, clock, default);
        var digest = Assert.Single(await DueLetter.All(node.Database, clock.Now, 50), l => l.Kind == LetterKind.Digest);
        var letter = (await Maker(desk).Make(digest, clock.Now)).Letter!;
        Assert.Contains($"First Contact and Network\nhttps://desk.example.com/agreements/{id.Value}\n- Ruth Adeyemi went on with it: put draft 1 to both sides (you speak for one side of it)", letter.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_review_is_called_for_once_before_and_once_when_it_is_overdue_by_whichever_node(string engine)
    {
        await using var desk = await AgreementDesk.Fresh(engine);
        var (node, clock) = (desk.Node, desk.Tickets.Clock);
        var agreement = await desk.InForce(AgreementKind.Operational, AgreementDesk.Said, desk.Terms with { ReviewMonths = 1 });
        await Told(desk);
        foreach (var who in new[] { desk.Tickets.Grace, desk.Tickets.Ada }) await node.Done(new SeeNews(), who);
        var days = NodaTime.Period.Between(desk.Today, agreement.ReviewDue!.Value, PeriodUnits.Days).Days;
        await Look();
        Assert.Empty(await Heard(desk, desk.Tickets.Grace));

        clock.Pass(Duration.FromDays(days - Agreement.ReviewAhead));
        await Look();
        foreach (var who in new[] { desk.Tickets.Grace, desk.Tickets.Ada }) Assert.Contains("said that its review is due on 2026-12-22", Assert.Single(await Heard(desk, who)), StringComparison.Ordinal);
        clock.Pass(Duration.FromDays(Agreement.ReviewAhead));
        await Look();
        Assert.Single(await Heard(desk, desk.Tickets.Grace));
        clock.Pass(Duration.FromDays(1));
        await Look();
        await Look();
        Assert.Contains("said that its review was due on 2026-12-22", (await Heard(desk, desk.Tickets.Grace))[0], StringComparison.Ordinal);
        Assert.Equal(2, (await Heard(desk, desk.Tickets.Grace)).Count);
        await using var read = await node.Database.Read();
        await node.Folds(new Agreement { Id = agreement.Id }, (await AgreementStore.One(read, agreement.Id))!);
        Assert.Equal([Errors.Forbidden], await node.Refused(new CallForReview(agreement.Id), desk.Tickets.Ada));

        async Task Look()
        {
            await using var other = await Node.Start(node.Connection, clock);
            await Task.WhenAll(CallReviews.Run(node.Desk, node.Database, clock, default), CallReviews.Run(other.Desk, other.Database, clock, default));
            await Told(desk);
        }
    }

    private static LetterMaker Maker(AgreementDesk desk) => new(desk.Node.Database, desk.Node.Get<JournalReader>(), Settings, []);

    /// <summary>Lets the journal be read to its end.</summary>
    private static async Task Told(AgreementDesk desk)
    {
        await desk.Node.Settled();
        var runner = DeskModule.Runner(desk.Node.Get<IServiceProvider>(), new TellPeople());
        while (await runner.ReadOn() > 0) { }
    }

    /// <summary>The latest first.</summary>
    private static async Task<List<string>> Heard(AgreementDesk desk, Call who) =>
        [.. (await desk.Node.Asked(new ListNews(), who)).On.SelectMany(o => o.Notices).Select(n => $"{n.By} {n.Words}")];
}
