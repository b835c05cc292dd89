namespace FirstContact.Policies;

public sealed class CallRulesTests
{
    private static readonly CallRuleValues Usual = CallRules.Usual.Values;
    private static readonly Story<CallRules> Story = new(CallRules.Usual);

    [Fact]
    public void They_are_changed_and_told_of_only_when_they_change()
    {
        Story.When(r => r.Change(new(30, 15, 0))).Then(new CallRulesChanged(Usual, new(30, 15, 0)));
        Story.When(r => r.Change(Usual)).ThenNothing();
        Assert.Equal(new(30, 15, 0), Story.Given(new CallRulesChanged(Usual, new(30, 15, 0))).State.Values);
    }

    [Fact]
    public void They_have_their_limits() => Story.When(r => r.Change(new(0, 10081, 337)))
        .Then(PolicyErrors.CallMinutesInvalid.At("dueMinutes"), PolicyErrors.CallMinutesInvalid.At("retryMinutes"), PolicyErrors.CallHoursInvalid);
}
