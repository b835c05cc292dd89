using FirstContact.Tickets;

namespace FirstContact.Targets;

public sealed class TargetTests
{
    private static readonly LocalDate Today = new(2026, 11, 22);
    private static readonly Named<CalendarId> Office = new(new(3), "Office hours");
    private static readonly TargetDraft Draft = new(StandardMeasure.FirstWord, TargetScope.Everything with { Segment = "Plants", Channel = Channel.Phone }, Duration.FromMinutes(30), Office, 90, TargetPeriod.Month, new(2026, 1, 1), "Promised");
    private static readonly TargetTerms Terms = new(StandardMeasure.FirstWord, Draft.For, Draft.Within, Office, 90, TargetPeriod.Month, new(2026, 1, 1), "Promised");
    private static readonly TargetDraft Share = Draft with { Measure = StandardMeasure.Reopened, Within = null, Hours = null, Percent = 5 };
    private static readonly Story<Target> Blank = new(new Target { Id = new(1) });
    private static readonly Story<Target> Holds = Blank.Given(new TargetSet(Terms));

    [Fact]
    public void Set_for_whom_it_says()
    {
        Blank.When(_ => Target.Set(Draft with { Why = " Promised ", For = Draft.For with { Segment = " Plants " } }, Today, [])).Then(new TargetSet(Terms));
        // None reopened is a goal; none solved is no goal.
        Blank.When(_ => Target.Set(Share with { Percent = 0 }, Today, [])).Then(new TargetSet(Terms with { Measure = StandardMeasure.Reopened, Within = null, Hours = null, Percent = 0 }));
        Blank.When(_ => Target.Set(Share with { Measure = StandardMeasure.SolvedAtFirstContact, Percent = 0 }, Today, [])).Then(TargetErrors.PercentWrong);
    }

    [Fact]
    public void All_that_is_wrong_at_once()
    {
        Blank.When(_ => Target.Set(new(null, TargetScope.Everything, null, null, null, null, null, " "), Today, [])).Then(TargetErrors.MeasureMissing, TargetErrors.PercentWrong, TargetErrors.PeriodMissing, TargetErrors.SinceWrong, TargetErrors.WhyMissing);
        Blank.When(_ => Target.Set(Draft with { Within = null, Percent = 101, Since = new(1999, 12, 31), Why = new('x', 401) }, Today, [])).Then(TargetErrors.WithinMissing, TargetErrors.PercentWrong, TargetErrors.SinceWrong, TargetErrors.WhyTooLong);
        foreach (var time in (Duration[])[Duration.Zero, Duration.FromDays(367)]) Blank.When(_ => Target.Set(Draft with { Within = time }, Today, [])).Then(TargetErrors.WithinWrong);
        Blank.When(_ => Target.Set(Share with { Within = Duration.FromHours(1), Hours = Office }, Today, [])).Then(TargetErrors.NotTimed, TargetErrors.NoHours);
        Blank.When(_ => Target.Set(Draft with { Since = Today.PlusYears(1) }, Today, [])).Then(new TargetSet(Terms with { Since = Today.PlusYears(1) }));
        Blank.When(_ => Target.Set(Draft with { Since = Today.PlusYears(1).PlusDays(1) }, Today, [])).Then(TargetErrors.SinceWrong);
    }

    [Fact]
    public void Two_never_say_two_things_of_one()
    {
        Target other = Holds.State with { Id = new(2) };
        Blank.When(_ => Target.Set(Draft with { Percent = 50, Period = TargetPeriod.Quarter, For = Draft.For with { Segment = "PLANTS" } }, Today, [other])).Then(TargetErrors.Twin);
        Blank.When(_ => Target.Set(Draft with { Within = Duration.FromHours(1) }, Today, [other])).Then(new TargetSet(Terms with { Within = Duration.FromHours(1) }));
        Blank.When(_ => Target.Set(Draft with { For = Draft.For with { Team = new(new(4), "Network") } }, Today, [other])).Then(new TargetSet(Terms with { For = Draft.For with { Team = new(new(4), "Network") } }));
        Target[] many = [.. Enumerable.Range(1, Target.Most).Select(i => other with { Id = new(i + 10), Terms = Terms with { Within = Duration.FromMinutes(i + 30) } })];
        Blank.When(_ => Target.Set(Draft, Today, many)).Then(TargetErrors.TooMany);
        Holds.When(t => t.Change(Draft with { Percent = 95 }, Today, [Holds.State, other])).Then(TargetErrors.Twin);
        Holds.Given(new TargetRetired(Terms)).When(t => t.Restore([other])).Then(TargetErrors.Twin);
    }

    [Fact]
    public void Changed_retired_and_restored()
    {
        Holds.When(t => t.Change(Draft with { Percent = 95 }, Today, [Holds.State])).Then(new TargetChanged(Terms, Terms with { Percent = 95 }));
        Holds.When(t => t.Change(Draft, Today, [Holds.State])).ThenNothing();
        Holds.When(t => t.Change(Draft with { Why = "" }, Today, [])).Then(TargetErrors.WhyMissing);
        Holds.When(t => t.Retire()).Then(new TargetRetired(Terms));
        Holds.When(t => t.Restore([])).ThenNothing();
        var retired = Holds.Given(new TargetRetired(Terms));
        retired.When(t => t.Retire()).ThenNothing();
        retired.When(t => t.Change(Draft, Today, [])).Then(TargetErrors.IsRetired);
        retired.When(t => t.Restore([])).Then(new TargetRestored(Terms));
        Assert.False(retired.Given(new TargetRestored(Terms)).State.Retired);
        Assert.Equal(95, Holds.Given(new TargetChanged(Terms, Terms with { Percent = 95 })).State.Terms.Percent);
    }

    [Fact]
    public void Told_in_words()
    {
        Assert.Equal("First word to the customer within 30 min of Office hours (segment Plants, by phone), at least 90 % in a month", TargetWords.All(Terms));
        var narrow = new TargetScope(new(new(4), "Network"), "", null, TicketKind.Request, new(new(5), "Wi-Fi"), new(new(6), "Question"));
        Assert.Equal("Reopened (Network, requests, Wi-Fi, Question), at most 5 % in a quarter", TargetWords.All(Terms with { Measure = StandardMeasure.Reopened, For = narrow, Within = null, Hours = null, Percent = 5, Period = TargetPeriod.Quarter }));
        Assert.Equal(Enum.GetValues<StandardMeasure>(), StandardMeasures.All.Select(d => d.Measure));
    }
}
