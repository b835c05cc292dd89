namespace FirstContact.Occasions;

public sealed class OccasionTests
{
    private static readonly Story<Occasion> Blank = new(new Occasion { Id = new(7) });
    private static readonly Instant Now = Blank.By.At;
    private static readonly Named<PersonId> Ada = new(new(1), "Ada Byron");
    private static readonly OccasionDetails Board = new(
        "Board meeting", "Harbour House", Now + Duration.FromDays(3), Now + Duration.FromDays(3) + Duration.FromHours(2), "Grace, 4357", Ada, null, Now + Duration.FromDays(2), null, 24, "");
    private static readonly OccasionPlanned Planned = new(Board);
    private static readonly Story<Occasion> One = Blank.Given(Planned);

    [Fact]
    public void It_is_planned_with_all_that_is_needed()
    {
        Blank.When((_, by) => Occasion.Plan(by, Board with { Title = " Board meeting " })).Then(Planned);
        Blank.When((_, by) => Occasion.Plan(by, OccasionDetails.Blank with { WarnHours = 0 })).Then(
            OccasionErrors.TitleMissing, OccasionErrors.PlaceMissing, OccasionErrors.StartsMissing, OccasionErrors.ContactMissing, OccasionErrors.WatcherMissing, OccasionErrors.WarnInvalid);
        var (line, text) = (new string('x', 201), new string('x', 4001));
        Blank.When((_, by) => Occasion.Plan(by, Board with { Title = line, Place = line, Contact = line, Notes = text, TestAt = Board.Starts, Ends = Board.Starts })).Then(
            OccasionErrors.LineTooLong.At("title"), OccasionErrors.LineTooLong.At("place"), OccasionErrors.EndsBefore, OccasionErrors.LineTooLong.At("contact"), OccasionErrors.TestTooLate, OccasionErrors.TextTooLong.At("notes"));
        Blank.When((_, by) => Occasion.Plan(by, Board with { Starts = Now, TestAt = null })).Then(OccasionErrors.StartsPassed);
        Blank.When((_, by) => Occasion.Plan(by, Board with { Ends = Board.Starts + Duration.FromDays(32) })).Then(OccasionErrors.TooLong);
    }

    [Fact]
    public void Moving_it_makes_its_test_undone()
    {
        var tested = One.Given(new OccasionTested(true, "Sound and picture"));
        Assert.NotNull(tested.State.Test);
        var later = Board with { Starts = Board.Starts + Duration.FromHours(1) };
        One.When((o, by) => o.Change(by, later)).Then(new OccasionChanged(Board, later));
        One.When((o, by) => o.Change(by, Board)).ThenNothing();
        Assert.Null(tested.Given(new OccasionChanged(Board, later)).State.Test);
        Assert.Null(tested.Given(new OccasionChanged(Board, Board with { Place = "Eastmoor" })).State.Test);
        Assert.NotNull(tested.Given(new OccasionChanged(Board, Board with { Notes = "Two screens" })).State.Test);
        // What has begun is told more exactly, and not moved into the past.
        var begun = One.After(Duration.FromDays(4));
        begun.When((o, by) => o.Change(by, Board with { Notes = "It went well" })).Then(new OccasionChanged(Board, Board with { Notes = "It went well" }));
        begun.When((o, by) => o.Change(by, later)).Then(OccasionErrors.StartsPassed);
    }

    [Fact]
    public void A_test_says_what_does_not_work()
    {
        One.When(o => o.RecordTest(true, null)).Then(new OccasionTested(true, ""));
        One.When(o => o.RecordTest(false, " ")).Then(OccasionErrors.WordsMissing);
        One.When(o => o.RecordTest(false, " No sound ")).Then(new OccasionTested(false, "No sound"));
        One.When(o => o.RecordTest(true, new('x', 4001))).Then(OccasionErrors.TextTooLong.At("words"));
        One.Given(new OccasionCalledOff("Ill")).When(o => o.RecordTest(true, null)).Then(OccasionErrors.IsCalledOff);
    }

    [Fact]
    public void Tickets_are_linked_once_and_it_is_called_off_with_a_reason()
    {
        var ticket = new Named<TicketId>(new(12), "INC-000012");
        One.When(o => o.Link(ticket)).Then(new OccasionLinked(ticket));
        One.Given(new OccasionLinked(ticket)).When(o => o.Link(ticket)).ThenNothing();
        One.Given(new OccasionLinked(ticket)).When(o => o.Unlink(ticket.Id)).Then(new OccasionUnlinked(ticket));
        Assert.Empty(One.Given(new OccasionLinked(ticket), new OccasionUnlinked(ticket)).State.Tickets);
        One.When(o => o.Unlink(ticket.Id)).Then(OccasionErrors.NotLinked);
        Enumerable.Range(1, 50).Aggregate(One, (story, n) => story.Given(new OccasionLinked(new(new(n), $"{n}")))).When(o => o.Link(new(new(99), "99"))).Then(OccasionErrors.TooManyTickets);
        One.When(o => o.CallOff(" ")).Then(OccasionErrors.WhyMissing);
        One.When(o => o.CallOff(new('x', 4001))).Then(OccasionErrors.TextTooLong.At("why"));
        One.When(o => o.CallOff("Ill")).Then(new OccasionCalledOff("Ill"));
        One.Given(new OccasionCalledOff("Ill")).When(o => o.CallOff("Again")).ThenNothing();
        One.Given(new OccasionCalledOff("Ill")).When(o => o.PlanAgain()).Then(new OccasionPlannedAgain());
        One.When(o => o.PlanAgain()).ThenNothing();
    }

    [Fact]
    public void It_asks_for_what_is_due()
    {
        var (tested, failed) = (One.Given(new OccasionTested(true, "")).State, One.Given(new OccasionTested(false, "No sound")).State);
        Assert.Null(One.State.Needs(Now));
        Assert.Equal(OccasionNeed.TestDue, One.State.Needs(Board.TestAt!.Value - Duration.FromHours(2)));
        Assert.Null(tested.Needs(Board.TestAt!.Value - Duration.FromHours(2)));
        Assert.Equal(OccasionNeed.TestFailed, failed.Needs(Now));
        Assert.Equal(OccasionNeed.NearUntested, One.State.Needs(Board.Starts - Duration.FromHours(24)));
        Assert.Equal(OccasionNeed.Near, tested.Needs(Board.Starts));
        Assert.Null(tested.Needs(Board.Ends));
        Assert.Null(One.Given(new OccasionCalledOff("Ill")).State.Needs(Board.Starts));
        Assert.Equal(OccasionNeed.Near, Blank.Given(new OccasionPlanned(Board with { TestAt = null })).State.Needs(Board.Starts));
    }
}
