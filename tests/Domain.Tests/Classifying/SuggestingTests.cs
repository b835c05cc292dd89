namespace FirstContact.Classifying;

public sealed class SuggestingTests
{
    private static readonly SuggestingRules Usual = Suggesting.Usual.Rules;
    private static readonly Report Report = new(100, 20, 0.9, [], []);
    private static readonly Story<Suggesting> Fresh = new(Suggesting.Usual);

    [Fact]
    public void It_never_acts_by_itself_unless_it_is_told_to() => Assert.Equal((50, null), (Usual.ShowFrom, Usual.ApplyFrom));

    [Fact]
    public void When_it_shows_and_acts_is_set()
    {
        Fresh.When(s => s.Change(new(60, 95))).Then(new SuggestingRulesChanged(Usual, new(60, 95)));
        Fresh.When(s => s.Change(Usual)).ThenNothing();
        Assert.Equal(new SuggestingRules(60, 95), Fresh.Given(new SuggestingRulesChanged(Usual, new(60, 95))).State.Rules);
    }

    [Fact]
    public void Percentages_are_within_reason()
    {
        Fresh.When(s => s.Change(new(9, 49))).Then(ClassifyingErrors.ShowFromInvalid, ClassifyingErrors.ApplyFromInvalid);
        Fresh.When(s => s.Change(new(100, 100))).Then(ClassifyingErrors.ShowFromInvalid, ClassifyingErrors.ApplyFromInvalid);
        Fresh.When(s => s.Change(new(80, 70))).Then(ClassifyingErrors.ApplyBelowShow);
        Fresh.When(s => s.Change(new(10, 50))).Then(new SuggestingRulesChanged(Usual, new(10, 50)));
        Fresh.When(s => s.Change(new(99, 99))).Then(new SuggestingRulesChanged(Usual, new(99, 99)));
    }

    [Fact]
    public void It_learns_when_it_never_has_when_a_day_is_over_or_when_it_is_asked()
    {
        var start = Fresh.By.At;
        Assert.True(Fresh.State.IsDue(start));
        var learned = Fresh.Given(new ClassifierLearned(Learning.Category, 100, Duration.Zero, Report), new ClassifierLearned(Learning.Class, 90, Duration.Zero, Report));
        Assert.False(learned.State.IsDue(start + Duration.FromHours(23)));
        Assert.True(learned.State.IsDue(start + Duration.FromHours(24)));
        var asked = learned.Given(new LearningAsked());
        Assert.True(asked.State.IsDue(start));
        asked.When(s => s.AskToLearn()).ThenNothing();
        learned.When(s => s.AskToLearn()).Then(new LearningAsked());
        Assert.False(asked.Given(new ClassifierLearned(Learning.Category, 100, Duration.Zero, Report), new ClassifierLearned(Learning.Class, 90, Duration.Zero, Report)).State.IsDue(start));
    }

    [Fact]
    public void Where_there_was_too_little_it_tries_again_sooner()
    {
        var poor = Fresh.Given(new ClassifierLearned(Learning.Category, 3, Duration.Zero, null), new ClassifierLearned(Learning.Class, 0, Duration.Zero, null)).State;
        Assert.False(poor.IsDue(Fresh.By.At + Duration.FromHours(5)));
        Assert.True(poor.IsDue(Fresh.By.At + Duration.FromHours(6)));
    }

    [Fact]
    public void What_was_learned_of_each_is_kept()
    {
        var state = Fresh.Given(new ClassifierLearned(Learning.Category, 100, Duration.FromSeconds(2), Report), new ClassifierLearned(Learning.Class, 3, Duration.Zero, null)).State;
        Assert.Equal(new Learned(Fresh.By.At, 100, Duration.FromSeconds(2), Report), state[Learning.Category]);
        Assert.Equal(new Learned(Fresh.By.At, 3, Duration.Zero, null), state[Learning.Class]);
        Assert.Equal(new ClassifierLearned(Learning.Class, 3, Duration.Zero, null), Assert.Single(Suggesting.Learn(Learning.Class, 3, Duration.Zero, null).Events));
    }
}
