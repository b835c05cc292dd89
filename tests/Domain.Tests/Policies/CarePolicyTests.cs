namespace FirstContact.Policies;

public sealed class CarePolicyTests
{
    private static readonly Story<CarePolicy> AsUsual = new(CarePolicy.Usual);
    private static readonly CareRule General = CarePolicy.Usual.Rules[0];
    private static readonly CareRule ForClass7 = General with { Class = new(7) };
    private static readonly CareRule ForP1 = General with { Priority = 1, CraftBy = CraftBy.Another };
    private static readonly CareRule ForBoth = General with { Class = new(7), Priority = 1 };
    private static readonly CarePolicy Particular = new() { Rules = [General, ForClass7, ForP1, ForBoth] };

    public static TheoryData<long?, int, CareRule> Asked => new()
    {
        { null, 3, General }, { 8, 3, General }, { 7, 3, ForClass7 }, { null, 1, ForP1 }, { 8, 1, ForP1 }, { 7, 1, ForBoth },
    };

    [Theory, MemberData(nameof(Asked))]
    public void The_most_particular_rule_holds(long? requestClass, int priority, CareRule rule) =>
        Assert.Same(rule, Particular.For(requestClass is { } id ? new ClassId(id) : null, new(priority)));

    [Fact]
    public void A_class_outweighs_a_priority() =>
        Assert.Same(ForClass7, new CarePolicy { Rules = [General, ForP1, ForClass7] }.For(new(7), new(1)));

    [Fact]
    public void An_emergency_is_usually_acted_on_at_once() =>
        Assert.Equal((Demand.Required, Demand.Recommended, Demand.Required), (
            General[CareStep.Classification], CarePolicy.Usual.For(new(1), new(1))[CareStep.Classification], CarePolicy.Usual.For(new(1), new(1))[CareStep.CustomerVerification]));

    [Fact]
    public void It_can_be_changed() => AsUsual.When(c => c.Change(Particular.Rules)).Then(new CarePolicyChanged(CarePolicy.Usual.Rules, Particular.Rules));

    [Fact]
    public void The_same_again_is_no_event() => AsUsual.When(c => c.Change([.. c.Rules.Select(r => r with { Steps = [.. r.Steps] })])).ThenNothing();

    [Fact]
    public void It_is_what_its_event_says() => Assert.Equal(
        Particular with { Version = 1 }, AsUsual.Given(new CarePolicyChanged(CarePolicy.Usual.Rules, Particular.Rules)).State);

    [Fact]
    public void One_rule_holds_for_all_the_rest() => AsUsual.When(c => c.Change([ForP1, ForClass7])).Then(PolicyErrors.GeneralRuleMissing);

    [Fact]
    public void Nobody_reads_a_hundred_rules() => AsUsual.When(c => c.Change([.. Enumerable.Repeat(General, 101)])).Then(PolicyErrors.TooManyRules);

    [Fact]
    public void What_is_wrong_is_said_at_its_rule() => AsUsual
        .When(c => c.Change([General, ForP1 with { Priority = 6 }, ForClass7 with { Steps = [Demand.Required] }, General with { CraftBy = CraftBy.Another }]))
        .Then(PolicyErrors.RuleInvalid.At("rules[1]"), PolicyErrors.RuleInvalid.At("rules[2]"), PolicyErrors.RuleTwice.At("rules[3]"));

    [Fact]
    public void Nine_steps_in_four_phases() => Assert.Equal(
        [(CarePhase.Greeting, 1), (CarePhase.ProblemIdentification, 3), (CarePhase.PlanningAndExecution, 3), (CarePhase.Verification, 2)],
        CareSteps.All.GroupBy(s => s.Phase()).Select(p => (p.Key, p.Count())));
}
