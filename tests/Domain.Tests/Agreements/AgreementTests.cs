using static FirstContact.Agreements.Sample;

namespace FirstContact.Agreements;

public sealed class AgreementTests
{
    private static readonly Story<Agreement> Blank = new(new Agreement { Id = new(7) });
    private static readonly Story<Agreement> AsItIs = Blank.Given(new AgreementStarted(AgreementKind.Operational, Teams, true, Sample.Terms));
    private static readonly Story<Agreement> Draft = Blank.Given(new AgreementStarted(AgreementKind.Operational, Teams, false, Sample.Terms));
    private static readonly Story<Agreement> Open = Draft.Given(new StartDrafted(null, Next, false), new DraftPut(1));
    private static readonly Story<Agreement> InForce = Open.Given(Signed(Side.Provider, Owen), Signed(Side.Receiver, Ruth), new AgreementAgreed(new(1, Sample.Terms, StartOf(Today), false, [])));
    private static readonly Terms Slower = Sample.Terms with { Targets = [Accept, Resolve with { Within = Duration.FromHours(16) }] };

    private static DraftSigned Signed(Side side, Named<PersonId> who, int draft = 1) => new(draft, new(side, who, Open.By.At));

    [Fact]
    public void It_begins_with_how_it_is_today_or_with_a_draft()
    {
        Blank.When(_ => Agreement.Start(AgreementKind.Operational, Teams with { Title = " First Contact and Network " }, true, Sample.Terms)).Then(new AgreementStarted(AgreementKind.Operational, Teams, true, Sample.Terms));
        Assert.Equal((Stage.AsItIs, Stage.Draft), (AsItIs.State.Stage(AsItIs.By.At), Draft.State.Stage(Draft.By.At)));
        Assert.Null(AsItIs.State.Table);
        Assert.Equal((1, Sample.Terms), (Draft.State.Table!.No, Draft.State.Table.Terms));
    }

    [Fact]
    public void Who_agrees_has_to_fit_the_kind()
    {
        void Wrong(AgreementKind kind, Parties parties, params Error[] errors) => Blank.When(_ => Agreement.Start(kind, parties, false, Terms.Blank)).Then(errors);
        Wrong(AgreementKind.Service, Teams, AgreementErrors.ProviderWrong, AgreementErrors.ReceiverWrong);
        Wrong(AgreementKind.Operational, Everyone, AgreementErrors.ProviderWrong);
        Wrong(AgreementKind.Operational, Teams with { Receiver = Teams.Provider, Title = "" }, AgreementErrors.TitleMissing, AgreementErrors.SameParty);
        Wrong(AgreementKind.Underpinning, Teams with { Title = new('x', 121) }, AgreementErrors.TitleTooLong, AgreementErrors.ProviderWrong, AgreementErrors.ReceiverWrong);
        Wrong(AgreementKind.Operational, Teams with { ReceiverSpeakers = [Owen] }, AgreementErrors.SpeaksForBoth);
        Wrong(AgreementKind.Operational, Teams with { ReceiverSpeakers = [.. Enumerable.Range(20, 11).Select(i => new Named<PersonId>(new(i), "x"))] }, AgreementErrors.TooManySpeakers);
        Blank.When(_ => Agreement.Start(AgreementKind.Service, Everyone, false, Terms.Blank)).Then(new AgreementStarted(AgreementKind.Service, Everyone, false, Terms.Blank));
    }

    [Fact]
    public void Terms_have_to_make_sense()
    {
        void Wrong(Terms terms, params Error[] errors) => Draft.When(a => a.Redraft(terms)).Then(errors);
        Terms With(TargetClause target) => new() { Targets = [target] };
        Wrong(With(Accept with { Measure = Measure.FirstResponse }), AgreementErrors.MeasureWrong);
        Wrong(With(Accept with { Within = Duration.Zero, Percent = 0, Hours = default, Priorities = [6] }), AgreementErrors.WithinWrong, AgreementErrors.PercentWrong, AgreementErrors.HoursMissing, AgreementErrors.PrioritiesWrong);
        Wrong(With(Accept with { Within = Duration.FromDays(367), Percent = 101 }), AgreementErrors.WithinWrong, AgreementErrors.PercentWrong);
        Wrong(With(Accept with { Measure = Measure.Availability, AtLeast = 0 }), AgreementErrors.AtLeastWrong);
        Wrong(new() { Targets = [Accept, Resolve with { No = 1 }] }, AgreementErrors.TargetTwice);
        Wrong(new() { Targets = [Accept, Accept with { No = 2 }] }, AgreementErrors.TargetsOverlap);
        Wrong(new() { Targets = [Accept with { Priorities = [1, 2] }, Accept with { No = 2, Priorities = [2, 3] }] }, AgreementErrors.TargetsOverlap);
        Wrong(new() { Targets = [.. Enumerable.Range(1, 41).Select(i => Accept with { No = i, Measure = Measure.Availability, AtLeast = 1, Hours = new(new(i), "x") })] }, AgreementErrors.TooManyTargets);
        Wrong(new() { Ladder = [.. Enumerable.Range(1, 13).Select(i => new LadderStep(i, Rung.Owner))] }, AgreementErrors.TooManyRungs);
        Wrong(new() { Ladder = [new(0, Rung.Owner)] }, AgreementErrors.ShareWrong);
        Wrong(new() { Ladder = [new(501, Rung.Owner)] }, AgreementErrors.ShareWrong);
        Wrong(new() { Ladder = [new(50, Rung.Person)] }, AgreementErrors.RungPersonMissing);
        Wrong(new() { Ladder = [new(50, Rung.Owner), new(50, Rung.Owner, Owen)] }, AgreementErrors.RungTwice);
        Wrong(new() { ReviewMonths = 0, OnMiss = new('x', 8001) }, AgreementErrors.TextTooLong.At("onMiss"), AgreementErrors.ReviewWrong);
        Wrong(new() { ReviewMonths = 37, ProviderDuties = new('x', 8001), ReceiverDuties = new('x', 8001), Procedures = new('x', 8001) },
            AgreementErrors.TextTooLong.At("providerDuties"), AgreementErrors.TextTooLong.At("receiverDuties"), AgreementErrors.TextTooLong.At("procedures"), AgreementErrors.ReviewWrong);

        // One for all stands beside those for some, and what does not belong to a measure is left out.
        var good = new Terms { Targets = [Accept, Accept with { No = 3, Priorities = [2, 1, 2] }, Resolve with { AtLeast = 4 }], Ladder = [new(100, Rung.Leads, Owen), new(50, Rung.Owner)], OnMiss = " We talk. " };
        Draft.When(a => a.Redraft(good)).Then(new TermsDrafted(2, Sample.Terms, new() { Targets = [Accept, Resolve, Accept with { No = 3, Priorities = [1, 2] }], Ladder = [new(50, Rung.Owner), new(100, Rung.Leads)], OnMiss = "We talk." }));
    }

    [Fact]
    public void A_draft_is_written_and_put_to_both_sides()
    {
        Draft.When(a => a.Redraft(Slower)).Then(new TermsDrafted(2, Sample.Terms, Slower));
        Draft.When(a => a.Redraft(Sample.Terms)).ThenNothing();
        Draft.When(a => a.Put()).Then(new DraftPut(1));
        AsItIs.When(a => a.Redraft(Slower)).Then(AgreementErrors.NothingOnTable);
        AsItIs.When(a => a.Put()).Then(AgreementErrors.NothingOnTable);
        Open.When(a => a.Redraft(Slower)).Then(AgreementErrors.AlreadyOpen);
        Open.When(a => a.Put()).Then(AgreementErrors.AlreadyOpen);
        Draft.Given(new PartiesChanged(Teams, Teams with { ReceiverSpeakers = [] })).When(a => a.Put()).Then(AgreementErrors.SpeakersMissing);
        Draft.Given(new TermsDrafted(2, Sample.Terms, Terms.Blank)).When(a => a.Put()).Then(AgreementErrors.Empty);

        Open.When(a => a.TakeBack("It is not finished")).Then(new DraftTakenBack("It is not finished"));
        Open.When(a => a.TakeBack(" ")).Then(AgreementErrors.ReasonMissing);
        Open.When(a => a.TakeBack(new('x', 4001))).Then(AgreementErrors.TextTooLong.At("reason"));
        Draft.When(a => a.TakeBack("x")).Then(AgreementErrors.NotOpen);
        AsItIs.When(a => a.TakeBack("x")).Then(AgreementErrors.NothingOnTable);
        Assert.Equal(Stage.Draft, Open.Given(new DraftTakenBack("x")).State.Stage(Open.By.At));
    }

    [Fact]
    public void Habits_become_a_draft()
    {
        AsItIs.When((a, by) => a.BeginDraft(by, null)).Then(new DraftBegun(1, Sample.Terms, null));
        AsItIs.When((a, by) => a.ChangeHabits(by, Slower)).Then(new HabitsChanged(Sample.Terms, Slower));
        AsItIs.When((a, by) => a.ChangeHabits(by, Sample.Terms)).ThenNothing();
        AsItIs.When((a, by) => a.ChangeHabits(by, Slower with { ReviewMonths = 0 })).Then(AgreementErrors.ReviewWrong);
        Draft.When((a, by) => a.ChangeHabits(by, Slower)).Then(new HabitsChanged(Terms.Blank, Slower));
        Draft.When((a, by) => a.BeginDraft(by, null)).Then(AgreementErrors.AlreadyOnTable);
        InForce.When((a, by) => a.BeginDraft(by, " ")).Then(AgreementErrors.ReasonMissing.At("why"));
        InForce.When((a, by) => a.BeginDraft(by, new('x', 4001))).Then(AgreementErrors.TextTooLong.At("why"));
        InForce.When((a, by) => a.BeginDraft(by, "Eight hours are too long")).Then(new DraftBegun(2, Sample.Terms, "Eight hours are too long"));
    }

    [Fact]
    public void Its_first_day_is_set()
    {
        Draft.When((a, by) => a.SetStart(by, Next, true, Today, StartOf)).Then(new StartDrafted(null, Next, true));
        Open.When((a, by) => a.SetStart(by, Next, false, Today, StartOf)).ThenNothing();
        Draft.When((a, by) => a.SetStart(by, null, true, Today, StartOf)).Then(AgreementErrors.FromMissing);
        Draft.When((a, by) => a.SetStart(by, Today.PlusDays(-1), true, Today, StartOf)).Then(AgreementErrors.FromPassed);
        AsItIs.When((a, by) => a.SetStart(by, Next, true, Today, StartOf)).Then(AgreementErrors.NothingOnTable);
        var second = InForce.Given(new DraftBegun(2, Sample.Terms, "x"));
        // The version before began this morning: another that begins today begins when it is signed.
        second.When((a, by) => a.SetStart(by, Today, false, Today, StartOf)).Then(new StartDrafted(null, Today, false));
        var later = Blank.Given(new AgreementStarted(AgreementKind.Operational, Teams, true, Sample.Terms), new AgreementAgreed(new(1, Sample.Terms, StartOf(Next), false, [])), new DraftBegun(1, Sample.Terms, "x"));
        later.When((a, by) => a.SetStart(by, Today, false, Today, StartOf)).Then(AgreementErrors.FromBeforeLast);
        later.When((a, by) => a.SetStart(by, Next, false, Today, StartOf)).Then(AgreementErrors.FromBeforeLast);
        second.When((a, by) => a.SetStart(by, Next, false, Today, StartOf)).Then(new StartDrafted(null, Next, false));
    }

    [Fact]
    public void Each_side_says_what_it_thinks_of_a_clause()
    {
        var clause = Clauses.Target(2);
        Position Took(Stance stance, Terms? counter, string words) => new(clause, Side.Provider, stance, counter, words, Open.By.Person, Open.By.At);
        Open.When((a, by) => a.TakePosition(by, Side.Provider, clause, Stance.Agrees, Slower, null)).Then(new PositionTaken(Took(Stance.Agrees, null, "")));
        Open.When((a, by) => a.TakePosition(by, Side.Provider, clause, Stance.Declines, null, " We cannot ")).Then(new PositionTaken(Took(Stance.Declines, null, "We cannot")));
        // Only the clause that is spoken of is taken from the terms that are offered.
        Open.When((a, by) => a.TakePosition(by, Side.Provider, clause, Stance.Counters, Slower with { ReviewMonths = 12 }, "Sixteen we can keep")).Then(new PositionTaken(Took(Stance.Counters, Slower, "Sixteen we can keep")));
        Open.When((a, by) => a.TakePosition(by, Side.Provider, clause, Stance.Declines, null, " ")).Then(AgreementErrors.WordsMissing);
        Open.When((a, by) => a.TakePosition(by, Side.Provider, clause, Stance.Counters, null, "x")).Then(AgreementErrors.CounterMissing);
        Open.When((a, by) => a.TakePosition(by, Side.Provider, clause, Stance.Counters, Sample.Terms, new('x', 4001))).Then(AgreementErrors.CounterSame, AgreementErrors.TextTooLong.At("words"));
        Open.When((a, by) => a.TakePosition(by, Side.Provider, clause, Stance.Counters, new() { Targets = [Resolve with { Percent = 0 }] }, "x")).Then(AgreementErrors.PercentWrong);
        Open.When((a, by) => a.TakePosition(by, Side.Provider, "target-9", Stance.Agrees, null, null)).Then(AgreementErrors.NoSuchClause);
        Open.When((a, by) => a.TakePosition(by, Side.Provider, "nonsense", Stance.Counters, Slower, "x")).Then(AgreementErrors.NoSuchClause);
        Draft.When((a, by) => a.TakePosition(by, Side.Provider, clause, Stance.Agrees, null, null)).Then(AgreementErrors.NotOpen);
        AsItIs.When((a, by) => a.TakePosition(by, Side.Provider, clause, Stance.Agrees, null, null)).Then(AgreementErrors.NothingOnTable);
        // A target may be added and taken away by an offer.
        var added = Sample.Terms with { Targets = [Accept, Resolve, Resolve with { No = 5, Priorities = [1] }] };
        Open.When((a, by) => a.TakePosition(by, Side.Receiver, "target-5", Stance.Counters, added, "P1 cannot wait")).Then(new PositionTaken(new("target-5", Side.Receiver, Stance.Counters, added, "P1 cannot wait", Open.By.Person, Open.By.At)));
        Open.When((a, by) => a.TakePosition(by, Side.Receiver, clause, Stance.Counters, Sample.Terms with { Targets = [Accept] }, "x")).Then(new PositionTaken(new(clause, Side.Receiver, Stance.Counters, Sample.Terms with { Targets = [Accept] }, "x", Open.By.Person, Open.By.At)));

        var twice = Open.Given(new PositionTaken(Took(Stance.Declines, null, "no")), new PositionTaken(Took(Stance.Agrees, null, "")));
        Assert.Equal(Stance.Agrees, Assert.Single(twice.State.Table!.Positions).Stance);
        Assert.Empty(twice.State.Table.Disputed);
    }

    [Fact]
    public void A_counter_offer_is_taken_by_the_other_side_alone()
    {
        var clause = Clauses.Target(2);
        var countered = Open.Given(new PositionTaken(new(clause, Side.Provider, Stance.Counters, Slower, "x", Owen.Id, Open.By.At)));
        countered.When(a => a.AcceptCounter(Side.Receiver, clause)).Then(new CounterAccepted(2, clause, Side.Receiver, Sample.Terms, Slower));
        countered.When(a => a.AcceptCounter(Side.Provider, clause)).Then(AgreementErrors.NoCounter);
        Open.When(a => a.AcceptCounter(Side.Receiver, clause)).Then(AgreementErrors.NoCounter);
        Draft.When(a => a.AcceptCounter(Side.Receiver, clause)).Then(AgreementErrors.NotOpen);
        AsItIs.When(a => a.AcceptCounter(Side.Receiver, clause)).Then(AgreementErrors.NothingOnTable);
        var taken = countered.Given(new CounterAccepted(2, clause, Side.Receiver, Sample.Terms, Slower));
        Assert.Equal((2, Slower, 0), (taken.State.Table!.No, taken.State.Table.Terms, taken.State.Table.Positions.Count));
    }

    [Fact]
    public void Both_sign_one_draft_and_it_becomes_a_version()
    {
        Story<Agreement> By(Story<Agreement> story, Named<PersonId> who) => story.As(who.Id);
        Decision Sign(Agreement a, By by, Side side, int draft = 1, string? onBehalf = null) => a.Sign(by, new(by.Person, by.Person == Owen.Id ? Owen.Name : Ruth.Name), side, draft, onBehalf, Today, StartOf);
        By(Open, Owen).When((a, by) => Sign(a, by, Side.Provider)).Then(Signed(Side.Provider, Owen));
        var half = Open.Given(Signed(Side.Provider, Owen));
        By(half, Ruth).When((a, by) => Sign(a, by, Side.Receiver)).Then(Signed(Side.Receiver, Ruth), new AgreementAgreed(new(1, Sample.Terms, StartOf(Next), false, [new(Side.Provider, Owen, Open.By.At), new(Side.Receiver, Ruth, Open.By.At)]), Next.PlusMonths(6)));
        By(half, Owen).When((a, by) => Sign(a, by, Side.Receiver)).Then(AgreementErrors.SignsForBoth);
        By(half, Owen).When((a, by) => Sign(a, by, Side.Provider)).Then(AgreementErrors.SignedAlready);
        By(half, Ruth).When((a, by) => Sign(a, by, Side.Receiver, 2)).Then(AgreementErrors.OtherDraft);
        By(half, Ruth).When((a, by) => Sign(a, by, Side.Receiver, 1, new('x', 4001))).Then(AgreementErrors.TextTooLong.At("onBehalf"));
        Draft.When((a, by) => Sign(a, by, Side.Provider)).Then(AgreementErrors.NotOpen);
        AsItIs.When((a, by) => Sign(a, by, Side.Provider)).Then(AgreementErrors.NothingOnTable);
        Draft.Given(new DraftPut(1)).When((a, by) => Sign(a, by, Side.Provider)).Then(AgreementErrors.FromMissing);
        Open.Given(new PositionTaken(new("scope", Side.Receiver, Stance.Declines, null, "x", Ruth.Id, Open.By.At))).When((a, by) => Sign(a, by, Side.Provider)).Then(AgreementErrors.StillDisputed);

        // Who objects after a signature makes it void; so does another first day.
        Assert.Empty(half.Given(new PositionTaken(new("scope", Side.Receiver, Stance.Declines, null, "x", Ruth.Id, Open.By.At))).State.Table!.Signatures);
        Assert.Empty(half.Given(new StartDrafted(Next, Next.PlusDays(1), false)).State.Table!.Signatures);
        Assert.Single(half.Given(new PositionTaken(new("scope", Side.Receiver, Stance.Agrees, null, "", Ruth.Id, Open.By.At))).State.Table!.Signatures);
    }

    [Fact]
    public void A_first_day_that_has_passed_before_the_last_signature_becomes_the_moment_of_it()
    {
        var late = Draft.Given(new StartDrafted(null, Today, false), new DraftPut(1), Signed(Side.Provider, Owen)).After(Duration.FromDays(3)).As(Ruth.Id);
        var agreed = Assert.IsType<AgreementAgreed>(late.State.Sign(late.By, Ruth, Side.Receiver, 1, null, Today.PlusDays(3), StartOf).Events[1]);
        Assert.Equal(late.By.At, agreed.Signed.From);
        // On the day itself a first version holds from its beginning: tickets of this morning are promised the same as those of this afternoon.
        var today = Draft.Given(new StartDrafted(null, Today, false), new DraftPut(1), Signed(Side.Provider, Owen)).As(Ruth.Id);
        Assert.Equal(StartOf(Today), Assert.IsType<AgreementAgreed>(today.State.Sign(today.By, Ruth, Side.Receiver, 1, null, Today, StartOf).Events[1]).Signed.From);
        // A later one does not: what came this morning keeps what the version before has promised.
        var follows = InForce.Given(new DraftBegun(2, Slower, "x"), new StartDrafted(null, Today, false), new DraftPut(2), Signed(Side.Provider, Owen, 2)).As(Ruth.Id);
        var next = Assert.IsType<AgreementAgreed>(follows.State.Sign(follows.By, Ruth, Side.Receiver, 2, null, Today, StartOf).Events[1]);
        Assert.Equal((2, follows.By.At), (next.Signed.No, next.Signed.From));
        Assert.Equal([(1, follows.By.At), (2, (Instant?)null)], follows.Given(next).State.InForce.Select(v => (v.Version, v.Until)));
        var second = InForce.Given(new DraftBegun(2, Sample.Terms, "x"), new StartDrafted(null, Next, false), new DraftPut(2), Signed(Side.Provider, Owen, 2), new AgreementAgreed(new(2, Sample.Terms, StartOf(Next), false, [])),
            new DraftBegun(3, Sample.Terms, "y"), new StartDrafted(null, Next, false), new DraftPut(3), Signed(Side.Provider, Owen, 3)).As(Ruth.Id);
        second.When((a, by) => a.Sign(by, Ruth, Side.Receiver, 3, null, Today, StartOf)).Then(AgreementErrors.FromBeforeLast);
    }

    [Fact]
    public void A_draft_may_be_dropped_and_what_holds_goes_on()
    {
        var second = InForce.Given(new DraftBegun(2, Sample.Terms, "x"));
        second.When(a => a.DropDraft("Not now")).Then(new DraftDropped("Not now"));
        second.When(a => a.DropDraft(" ")).Then(AgreementErrors.ReasonMissing);
        second.When(a => a.DropDraft(new('x', 4001))).Then(AgreementErrors.TextTooLong.At("reason"));
        InForce.When(a => a.DropDraft("x")).Then(AgreementErrors.NothingOnTable);
        Assert.Equal((Stage.Draft, Stage.InForce), (second.State.Stage(second.By.At), second.Given(new DraftDropped("x")).State.Stage(second.By.At)));
    }

    [Fact]
    public void It_is_reviewed_commented_and_ended()
    {
        InForce.When((a, by) => a.Review(by, Today, " We keep it. ", null)).Then(new AgreementReviewed(Today, "We keep it.", Today.PlusMonths(6)));
        InForce.When((a, by) => a.Review(by, Today, "x", Today.PlusMonths(1))).Then(new AgreementReviewed(Today, "x", Today.PlusMonths(1)));
        InForce.When((a, by) => a.Review(by, Today, " ", Today)).Then(AgreementErrors.MinutesMissing, AgreementErrors.ReviewWrong.At("next"));
        InForce.When((a, by) => a.Review(by, Today, new('x', 4001), Today.PlusMonths(37))).Then(AgreementErrors.TextTooLong.At("minutes"), AgreementErrors.ReviewWrong.At("next"));
        Draft.When((a, by) => a.Review(by, Today, "x", null)).Then(AgreementErrors.NotInForce);
        InForce.When((a, by) => a.Comment(by, " ", " Why? ")).Then(new AgreementCommented(null, "Why?"));
        InForce.When((a, by) => a.Comment(by, "scope", "x")).Then(new AgreementCommented("scope", "x"));
        InForce.When((a, by) => a.Comment(by, null, " ")).Then(AgreementErrors.WordsMissing);
        InForce.When((a, by) => a.Comment(by, null, new('x', 4001))).Then(AgreementErrors.TextTooLong.At("words"));

        var end = StartOf(Next);
        InForce.When((a, by) => a.End(by, end, "The team is no more")).Then(new AgreementEnded(end, "The team is no more"));
        InForce.When((a, by) => a.End(by, null, " ")).Then(AgreementErrors.EndMissing, AgreementErrors.ReasonMissing);
        InForce.When((a, by) => a.End(by, by.At - Duration.FromSeconds(1), new('x', 4001))).Then(AgreementErrors.EndPassed, AgreementErrors.TextTooLong.At("reason"));
        var over = InForce.Given(new AgreementEnded(InForce.By.At, "x"));
        Assert.Equal(Stage.Ended, over.State.Stage(over.By.At));
        over.When((a, by) => a.End(by, end, "x")).Then(AgreementErrors.Ended);
        over.When((a, by) => a.Review(by, Today, "x", null)).Then(AgreementErrors.Ended);
        over.When((a, by) => a.BeginDraft(by, "x")).Then(AgreementErrors.Ended);
        over.When((a, by) => a.ChangeHabits(by, Slower)).Then(AgreementErrors.Ended);
        over.When((a, by) => a.ChangeParties(by, Teams with { Title = "x" })).Then(AgreementErrors.Ended);
        over.When((a, by) => a.Comment(by, null, "x")).Then(AgreementErrors.Ended);
    }

    [Fact]
    public void What_is_signed_after_its_end_was_set_takes_the_end_away()
    {
        var ends = StartOf(Next);
        var renewing = InForce.Given(new AgreementEnded(ends, "We part at the month's end"), new DraftBegun(2, Slower, "We stay after all"), new StartDrafted(null, Next, false), new DraftPut(2), Signed(Side.Provider, Owen, 2)).As(Ruth.Id);
        Assert.Equal(ends, renewing.State.EndsAt);
        var agreed = renewing.State.Sign(renewing.By, Ruth, Side.Receiver, 2, null, Today, StartOf);
        var renewed = renewing.Given([.. agreed.Events]).State;
        Assert.Null(renewed.EndsAt);
        Assert.Equal([(1, ends), (2, (Instant?)null)], renewed.InForce.Select(v => (v.Version, v.Until)));
        Assert.Equal((2, Stage.InForce), (renewed.At(ends)!.No, renewed.Stage(ends)));

        // Once it has ended nothing brings it back: what came since was promised nothing.
        var late = renewing.After(Duration.FromDays(10));
        late.When((a, by) => a.Sign(by, Ruth, Side.Receiver, 2, null, Next.PlusDays(1), StartOf)).Then(AgreementErrors.Ended);
        late.When((a, by) => a.SetStart(by, Next.PlusDays(5), false, Next.PlusDays(1), StartOf)).Then(AgreementErrors.Ended);
    }

    [Theory, InlineData("Pacific/Auckland"), InlineData("UTC"), InlineData("America/Los_Angeles")]
    public void The_review_is_due_so_many_months_after_its_first_day_wherever_the_desk_is(string zone)
    {
        var there = DateTimeZoneProviders.Tzdb[zone];
        Instant StartThere(LocalDate day) => day.AtStartOfDayInZone(there).ToInstant();
        var half = Open.Given(Signed(Side.Provider, Owen)).As(Ruth.Id);
        var agreed = half.State.Sign(half.By, Ruth, Side.Receiver, 1, null, Today, StartThere);
        Assert.Equal(Next.PlusMonths(6), half.Given([.. agreed.Events]).State.ReviewDue);
        // Signed after its first day it is counted from the day of the signature, as it is there.
        var late = half.After(Duration.FromDays(20));
        var on = late.By.At.InZone(there).Date;
        Assert.Equal(on.PlusMonths(6), late.Given([.. late.State.Sign(late.By, Ruth, Side.Receiver, 1, null, on, StartThere).Events]).State.ReviewDue);
        // Older journals do not say the day.
        Assert.Equal(Next.PlusMonths(6), half.Given(new AgreementAgreed(new(1, Sample.Terms, StartOf(Next), false, []))).State.ReviewDue);
    }

    [Fact]
    public void Both_sides_are_told_of_a_review_two_weeks_before_and_once_more_when_it_is_overdue()
    {
        var due = Today.PlusMonths(6);
        Story<Agreement> On(Story<Agreement> story, LocalDate day) => story.After(StartOf(day) - story.By.At);
        void Nothing(Story<Agreement> story, LocalDate day) => On(story, day).When((a, by) => a.CallForReview(by, day)).ThenNothing();
        Nothing(InForce, due.PlusDays(-15));
        On(InForce, due.PlusDays(-14)).When((a, by) => a.CallForReview(by, due.PlusDays(-14))).Then(new ReviewCalledFor(new(due, false)));
        var called = InForce.Given(new ReviewCalledFor(new(due, false)));
        Nothing(called, due);
        On(called, due.PlusDays(1)).When((a, by) => a.CallForReview(by, due.PlusDays(1))).Then(new ReviewCalledFor(new(due, true)));
        Nothing(called.Given(new ReviewCalledFor(new(due, true))), due.PlusDays(90));
        // Nobody looked in time: once is enough.
        On(InForce, due.PlusDays(3)).When((a, by) => a.CallForReview(by, due.PlusDays(3))).Then(new ReviewCalledFor(new(due, true)));
        // After a review it is the next one's turn.
        var again = called.Given(new AgreementReviewed(due, "x", due.PlusMonths(1)));
        Nothing(again, due.PlusDays(1));
        On(again, due.PlusMonths(1)).When((a, by) => a.CallForReview(by, due.PlusMonths(1))).Then(new ReviewCalledFor(new(due.PlusMonths(1), false)));
        // What does not hold is not reviewed.
        Nothing(Draft, due);
        Nothing(InForce.Given(new AgreementEnded(StartOf(Next), "x")), due);
    }

    [Fact]
    public void Others_may_speak_and_who_agrees_stays()
    {
        var to = Teams with { Title = "Network", ProviderSpeakers = [Someone] };
        InForce.When((a, by) => a.ChangeParties(by, to with { Provider = Party.Desk, Receiver = Party.Everyone })).Then(new PartiesChanged(Teams, to));
        InForce.When((a, by) => a.ChangeParties(by, Teams)).ThenNothing();
        InForce.When((a, by) => a.ChangeParties(by, to with { Title = "" })).Then(AgreementErrors.TitleMissing);
        Assert.Equal((Side.Provider, Side.Receiver, null), (Teams.SideOf(Owen.Id), Teams.SideOf(Ruth.Id), Teams.SideOf(Someone.Id)));
    }

    [Fact]
    public void A_version_holds_until_the_next_begins_or_it_ends()
    {
        var two = InForce.Given(new AgreementAgreed(new(2, Slower, StartOf(Next), true, [])));
        Assert.Equal([(1, StartOf(Today), StartOf(Next)), (2, StartOf(Next), (Instant?)null)], two.State.InForce.Select(v => (v.Version, v.From, v.Until)));
        Assert.Equal((1, 2), (two.State.At(StartOf(Today))!.No, two.State.At(StartOf(Next))!.No));
        Assert.Null(two.State.At(StartOf(Today) - Duration.Epsilon));
        var ends = two.Given(new AgreementEnded(StartOf(Today.PlusDays(3)), "x"));
        Assert.Equal([(1, StartOf(Today.PlusDays(3)))], ends.State.InForce.Select(v => (v.Version, v.Until!.Value)));
        Assert.Null(ends.State.At(StartOf(Next)));
        Assert.Equal(Stage.Signed, Draft.Given(new AgreementAgreed(new(1, Slower, StartOf(Next), true, []))).State.Stage(StartOf(Today)));
    }
}
