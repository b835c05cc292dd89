namespace FirstContact.Policies;

public sealed class PriorityMatrixTests
{
    private static readonly Story<PriorityMatrix> AsUsual = new(PriorityMatrix.Usual);
    private static readonly Seq<int> Steeper = [5, 4, 2, 4, 3, 2, 2, 2, 1];

    [Theory, InlineData(Level.Low, Level.Low, 5), InlineData(Level.Low, Level.High, 3), InlineData(Level.High, Level.Low, 3), InlineData(Level.Medium, Level.High, 2), InlineData(Level.High, Level.High, 1)]
    public void Impact_and_urgency_give_a_priority(Level impact, Level urgency, int rank) => Assert.Equal(new Priority(rank), PriorityMatrix.Usual.Of(impact, urgency));

    [Fact]
    public void It_can_be_changed() => AsUsual.When(m => m.Change(Steeper)).Then(new PriorityMatrixChanged(PriorityMatrix.Usual.Ranks, Steeper));

    [Fact]
    public void The_same_again_is_no_event() => AsUsual.When(m => m.Change([.. m.Ranks])).ThenNothing();

    [Fact]
    public void It_is_what_its_event_says() => Assert.Equal(
        new PriorityMatrix { Version = 1, Ranks = Steeper }, AsUsual.Given(new PriorityMatrixChanged(PriorityMatrix.Usual.Ranks, Steeper)).State);

    [Theory, InlineData(new int[0]), InlineData(new[] { 5, 4, 3, 4, 3, 2, 3, 2 }), InlineData(new[] { 5, 4, 3, 4, 3, 2, 3, 2, 0 }), InlineData(new[] { 6, 4, 3, 4, 3, 2, 3, 2, 1 })]
    public void Nine_priorities_it_must_be(int[] ranks) => AsUsual.When(m => m.Change([.. ranks])).Then(PolicyErrors.RanksInvalid);

    [Theory, InlineData(new[] { 4, 5, 3, 4, 3, 2, 3, 2, 1 }), InlineData(new[] { 4, 4, 3, 5, 3, 2, 3, 2, 1 })]
    public void More_impact_or_urgency_never_waits_longer(int[] ranks) => AsUsual.When(m => m.Change([.. ranks])).Then(PolicyErrors.RanksFall);

    [Theory, InlineData("p1", 1), InlineData("P5", 5)]
    public void A_priority_is_read_from_its_name(string text, int rank) => Assert.True(Priority.TryParse(text, out var p) && p == new Priority(rank));

    [Theory, InlineData(null), InlineData(""), InlineData("1"), InlineData("p0"), InlineData("p6"), InlineData("p11")]
    public void Anything_else_is_no_priority(string? text) => Assert.False(Priority.TryParse(text, out _));
}
