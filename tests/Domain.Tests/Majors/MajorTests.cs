namespace FirstContact.Majors;

public sealed class MajorTests
{
    private static readonly Named<TicketId> Ticket = new(new(7), "INC-7");
    private static readonly Named<PersonId> Owen = new(new(5), "Owen Pryce"), Ruth = new(new(6), "Ruth Adeyemi");
    private static readonly MajorDetails Details = new("No Wi-Fi in the plants", Owen, "Room 3, or +44 20 7946 0199", [new(new(2), "Wi-Fi")], Duration.FromMinutes(30));
    private static readonly Story<MajorIncident> Blank = new(new MajorIncident { Id = new(4) });
    private static readonly Instant Now = Blank.By.At;
    private static readonly Story<MajorIncident> Running = Blank.Given(new MajorDeclared(Ticket, Details, "We are at it.", Now + Details.Rhythm));
    private static readonly Story<MajorIncident> Over = Running.Given(new MajorOver(2, "It works.", Duration.FromHours(1)));
    private static readonly MajorReview Review = new("A switch failed.", "It was never tested.", "Everybody was there at once.", [new("Test the second switch", Ruth, new(2026, 12, 1))]);

    [Fact]
    public void Declared_with_all_that_people_need_to_know()
    {
        Blank.When((_, by) => MajorIncident.Declare(by, Ticket, Details with { Title = " No Wi-Fi in the plants ", Services = [Details.Services[0], Details.Services[0]] }, " We are at it. ")).Then(new MajorDeclared(Ticket, Details, "We are at it.", Now + Details.Rhythm));
        Blank.When((_, by) => MajorIncident.Declare(by, Ticket, new(" ", default, "", [], Duration.Zero), " "))
            .Then(MajorErrors.TitleMissing, MajorErrors.LeadMissing, MajorErrors.BridgeMissing, MajorErrors.ServicesMissing, MajorErrors.RhythmWrong, MajorErrors.WordsMissing);
        var long_ = Details with { Title = new('x', 121), Bridge = new('x', 501), Services = [.. Enumerable.Range(1, 51).Select(i => new Named<ServiceId>(new(i), "x"))], Rhythm = Duration.FromHours(25) };
        Blank.When((_, by) => MajorIncident.Declare(by, Ticket, long_, new('x', 4001))).Then(MajorErrors.TitleTooLong, MajorErrors.BridgeTooLong, MajorErrors.TooManyServices, MajorErrors.RhythmWrong, MajorErrors.TooLong.At("words"));
        Assert.Equal((true, Now + Details.Rhythm, 1), (Running.State.IsRunning, Running.State.NewsDue, Running.State.News));
    }

    [Fact]
    public void News_come_by_the_rhythm()
    {
        Running.After(Duration.FromMinutes(20)).When((m, by) => m.Tell(by, "We found it.")).Then(new MajorTold(2, "We found it.", Now + Duration.FromMinutes(50), false));
        Running.After(Duration.FromMinutes(31)).When((m, by) => m.Tell(by, "We found it.")).Then(new MajorTold(2, "We found it.", Now + Duration.FromMinutes(61), true));
        Running.When((m, by) => m.Tell(by, " ")).Then(MajorErrors.WordsMissing);
        Running.When((m, by) => m.Tell(by, new('x', 4001))).Then(MajorErrors.TooLong.At("words"));
        Over.When((m, by) => m.Tell(by, "x")).Then(MajorErrors.Over);
    }

    [Fact]
    public void Another_rhythm_never_takes_back_what_was_promised()
    {
        Running.When(m => m.Change(Details with { Rhythm = Duration.FromMinutes(10) })).Then(new MajorChanged(Details, Details with { Rhythm = Duration.FromMinutes(10) }, Now + Duration.FromMinutes(10)));
        Running.When(m => m.Change(Details with { Rhythm = Duration.FromHours(2) })).Then(new MajorChanged(Details, Details with { Rhythm = Duration.FromHours(2) }, Now + Details.Rhythm));
        Running.When(m => m.Change(Details)).ThenNothing();
        Running.When(m => m.Change(Details with { Bridge = "" })).Then(MajorErrors.BridgeMissing);
        Over.When(m => m.Change(Details with { Title = "x" })).Then(MajorErrors.Over);
    }

    [Fact]
    public void It_ends_once_and_is_looked_back_at()
    {
        Running.After(Duration.FromHours(1)).When((m, by) => m.End(by, " It works. ")).Then(new MajorOver(2, "It works.", Duration.FromHours(1)));
        Running.When((m, by) => m.End(by, "")).Then(MajorErrors.WordsMissing);
        Over.When((m, by) => m.End(by, "x")).Then(MajorErrors.Over);
        Assert.Equal((false, null), (Over.State.IsRunning, Over.State.NewsDue));

        Running.When(m => m.LookBack(Review)).Then(MajorErrors.StillRunning);
        Over.When(m => m.LookBack(Review)).Then(new MajorReviewed(Review));
        Over.When(m => m.LookBack(new(" ", "", "", [new("", Ruth, null)]))).Then(MajorErrors.HappenedMissing, MajorErrors.CausesMissing, MajorErrors.FollowUpUnclear);
        Over.When(m => m.LookBack(Review with { Happened = new('x', 4001), Causes = new('x', 4001), Well = new('x', 4001), FollowUps = [.. Enumerable.Repeat(Review.FollowUps[0], 31)] }))
            .Then(MajorErrors.TooLong.At("happened"), MajorErrors.TooLong.At("causes"), MajorErrors.TooLong.At("well"), MajorErrors.TooManyFollowUps);
        Over.When(m => m.LookBack(Review with { FollowUps = [new("x", default, null)] })).Then(MajorErrors.FollowUpUnclear);
        var reviewed = Over.Given(new MajorReviewed(Review));
        reviewed.When(m => m.LookBack(Review)).ThenNothing();
        reviewed.When(m => m.Tick(1, true)).Then(new FollowUpTicked(1, "Test the second switch", true));
        reviewed.When(m => m.Tick(1, false)).ThenNothing();
        reviewed.When(m => m.Tick(2, true)).Then(MajorErrors.NoSuchFollowUp);
        Over.When(m => m.Tick(1, true)).Then(MajorErrors.NoSuchFollowUp);
        Assert.True(reviewed.Given(new FollowUpTicked(1, "Test the second switch", true)).State.Review!.FollowUps[0].Done);
    }
}
