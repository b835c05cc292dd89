namespace FirstContact.Policies;

/// <summary>Priority matrix, care policy and desk rules: each as usual until it is changed.</summary>
public sealed class DocumentTests
{
    private static readonly Call Administrator = Node.With(PolicyPermissions.Manage);
    private static readonly ChangePriorityMatrix Steeper = new([5, 4, 2, 4, 3, 2, 2, 2, 1]);
    private static readonly ChangeCarePolicy Stricter = new(CarePolicy.Usual.Rules.Add(CarePolicy.Usual.Rules[0] with { Class = new(3), Priority = 2, CraftBy = CraftBy.Another }));
    private static readonly ChangeDeskRules Harrow = new(new("Harrow & Lind", "0191 555 0100", 21, 3));

    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task All_is_as_usual_at_first(string engine)
    {
        await using var node = await Node.Fresh(engine);
        Assert.Equal(PriorityMatrix.Usual, await node.Asked(new ShowPriorityMatrix()));
        Assert.Equal(CarePolicy.Usual, await node.Asked(new ShowCarePolicy()));
        Assert.Equal(DeskRules.Usual, await node.Asked(new ShowDeskRules()));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task The_matrix_changes_twice(string engine)
    {
        await using var node = await Node.Fresh(engine);
        await node.Done(Steeper, Administrator with { Expects = 0 });
        var changed = await node.Done(new ChangePriorityMatrix(PriorityMatrix.Usual.Ranks), Administrator with { Expects = 1 });
        Assert.Equal(changed, await node.Asked(new ShowPriorityMatrix()));
        Assert.Equal(2, (await node.Folds(PriorityMatrix.Usual, changed)).Count);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task The_care_policy_changes(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var changed = await node.Done(Stricter, Administrator);
        Assert.Equal(changed, await node.Asked(new ShowCarePolicy()));
        Assert.Equal(CraftBy.Another, changed.For(new(3), new(2)).CraftBy);
        await node.Folds(CarePolicy.Usual, changed);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task The_rules_of_the_desk_change(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var changed = await node.Done(Harrow, Administrator);
        Assert.Equal(Harrow.Values, (await node.Asked(new ShowDeskRules())).Values);
        var changedAgain = await node.Done(new ChangeDeskRules(Harrow.Values with { Phone = null }), Administrator);
        Assert.Equal(changedAgain, await node.Asked(new ShowDeskRules()));
        Assert.Equal(new DeskRulesChanged(Harrow.Values, Harrow.Values with { Phone = null }), (await node.Folds(DeskRules.Usual, changedAgain))[^1]);
        Assert.Equal(1, changed.Version);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_the_rules_forbid_is_refused(string engine)
    {
        await using var node = await Node.Fresh(engine);
        Assert.Equal([PolicyErrors.RanksInvalid], await node.Refused(new ChangePriorityMatrix([1]), Administrator));
        Assert.Equal([PolicyErrors.GeneralRuleMissing], await node.Refused(new ChangeCarePolicy([]), Administrator));
        Assert.Equal([PolicyErrors.OrganisationInvalid], await node.Refused(new ChangeDeskRules(Harrow.Values with { Organisation = "" }), Administrator));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_rule_names_a_class_that_exists(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var unknown = Stricter.Rules[^1] with { Class = new(99) };
        Assert.Equal([PolicyErrors.RuleClassUnknown.At("rules[4]")], await node.Refused(new ChangeCarePolicy(Stricter.Rules.Add(unknown)), Administrator));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task The_second_of_two_changes_is_told(string engine)
    {
        await using var node = await Node.Fresh(engine);
        await node.Done(Steeper, Administrator);
        await node.Done(Stricter, Administrator);
        await node.Done(Harrow, Administrator);
        Assert.Equal([Errors.Stale], await node.Refused(new ChangePriorityMatrix(PriorityMatrix.Usual.Ranks), Administrator with { Expects = 0 }));
        Assert.Equal([Errors.Stale], await node.Refused(new ChangeCarePolicy(CarePolicy.Usual.Rules), Administrator with { Expects = 0 }));
        Assert.Equal([Errors.Stale], await node.Refused(new ChangeDeskRules(DeskRules.Usual.Values), Administrator with { Expects = 0 }));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Who_may_not_manage_changes_nothing(string engine)
    {
        await using var node = await Node.Fresh(engine);
        Assert.Equal([Errors.Forbidden], await node.Refused(Steeper, Node.With()));
        Assert.Equal([Errors.Forbidden], await node.Refused(Stricter, Node.With()));
        Assert.Equal([Errors.Forbidden], await node.Refused(Harrow, Node.With()));
        Assert.Equal(0, (await node.Asked(new ShowPriorityMatrix())).Version);
    }
}
