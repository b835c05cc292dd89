using FirstContact.Policies;

namespace FirstContact.Measures;

public sealed class RulesTests
{
    private static readonly TeamId Network = new(2);

    [Fact]
    public void The_first_word_is_due_by_priority() => Assert.Equal(
        [15, 30, 60, 240, 480], Enumerable.Range(1, 5).Select(rank => (int)(MeasureRules.Usual.GreetBy(new Priority(rank), default) - default(Instant)).TotalMinutes));

    [Fact]
    public void First_contact_is_who_is_marked_or_labelled_so()
    {
        Assert.Empty(MeasureRules.Usual.FirstContact([]));
        Assert.Equal([TeamId.FirstContact], MeasureRules.Usual.FirstContact([TeamId.FirstContact]));
        var labelled = new Story<MeasureRules>(MeasureRules.Usual).Given(new MeasureRulesChanged(MeasureRules.Usual.Values, MeasureRules.Usual.Values with { Labels = [new(Network, ["line 1", "First Contact"])] })).State;
        Assert.Equal([TeamId.FirstContact, Network], labelled.FirstContact([TeamId.FirstContact]).OrderBy(t => t.Value));
    }

    [Fact]
    public void Labels_are_tidied_and_added_to_what_is_there()
    {
        var rules = MeasureRules.Usual with { Values = MeasureRules.Usual.Values with { Labels = [new(Network, ["line 2"])] } };
        var changed = Assert.IsType<MeasureRulesChanged>(Assert.Single(rules.Label([new(Network, [" LINE 2", "", "site A "]), new(TeamId.FirstContact, [""])]).Events));
        Assert.Equal([new TeamLabels(Network, ["line 2", "site A"])], changed.To.Labels);
        Assert.Same(Decision.Nothing, rules.Label([new(Network, ["Line 2"])]));
    }

    [Theory]
    [InlineData(0), InlineData(MeasureRules.MostMinutes + 1)]
    public void Minutes_and_labels_have_their_bounds(int minutes)
    {
        var wrong = new MeasureRuleValues([minutes, 30, 60, 240, 480], [new(Network, [new string('x', MeasureRules.LongestLabel + 1)])]);
        new Story<MeasureRules>(MeasureRules.Usual).When(r => r.Change(wrong)).Then(MeasureErrors.GreetInvalid, MeasureErrors.LabelTooLong);
        new Story<MeasureRules>(MeasureRules.Usual).When(r => r.Change(MeasureRules.Usual.Values with { GreetMinutes = [1, 2] })).Then(MeasureErrors.GreetInvalid);
        new Story<MeasureRules>(MeasureRules.Usual).When(r => r.Change(MeasureRules.Usual.Values)).ThenNothing();
    }
}
