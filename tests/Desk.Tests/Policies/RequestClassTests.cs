namespace FirstContact.Policies;

public sealed class RequestClassTests
{
    private static readonly Call Administrator = Node.With(PolicyPermissions.Manage);
    private static readonly ClassDetails Move = new("Move", "A desk goes to another room", Approval.Formal, 120, 7, AtOnce: false, Charged: true);

    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task Four_are_there_from_the_start(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var classes = await node.Asked(new ListClasses());
        Assert.Equal(["Ad hoc", "Emergency", "Hardware", "Software"], classes.Where(c => c.Active).Select(c => c.Name));
        Assert.Equal(new ClassDetails("Ad hoc", "Done in half an hour, without ceremony.", Approval.None, 30, null, false, false), classes[0].Details);
        Assert.Equal((true, true, 7), (classes[1].Details.AtOnce, classes[3].Details.Charged, classes[3].Details.BaselineAfterDays));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task From_the_first_day_to_the_last_and_back(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var added = await node.Done(new AddClass(Move), Administrator);
        Assert.Equal(5, added.Id.Value);
        await node.Done(new ChangeClass(added.Id, Move with { LongestMinutes = null, Approval = Approval.None, AtOnce = true }), Administrator);
        await node.Done(new RetireClass(added.Id), Administrator);
        Assert.False((await node.Asked(new ListClasses())).Single(c => c.Id == added.Id).Active);
        var restored = await node.Done(new RestoreClass(added.Id), Administrator);

        Assert.Equal(4, (await node.Folds(new RequestClass { Id = added.Id }, restored)).Count);
        Assert.Equal(new ClassRow(added.Id, 4, Move with { LongestMinutes = null, Approval = Approval.None, AtOnce = true }, true), (await node.Asked(new ListClasses())).Single(c => c.Id == added.Id));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task The_given_ones_can_be_changed_too(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var adHoc = (await node.Asked(new ListClasses()))[0];
        var changed = await node.Done(new ChangeClass(adHoc.Id, adHoc.Details with { LongestMinutes = 45 }), Administrator with { Expects = 0 });
        Assert.Equal((1, 45), (changed.Version, changed.Details.LongestMinutes));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_name_must_be_free_and_the_details_right(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var added = await node.Done(new AddClass(Move), Administrator);
        Assert.Equal([PolicyErrors.ClassNameTaken], await node.Refused(new AddClass(Move with { Name = " hardware" }), Administrator));
        Assert.Equal([PolicyErrors.ClassNameTaken], await node.Refused(new ChangeClass(added.Id, Move with { Name = "SOFTWARE" }), Administrator));
        Assert.Equal([PolicyErrors.ClassNameMissing], await node.Refused(new AddClass(Move with { Name = "" }), Administrator));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_is_not_there_is_missed(string engine)
    {
        await using var node = await Node.Fresh(engine);
        Assert.Equal([PolicyErrors.ClassNotFound], await node.Refused(new ChangeClass(new(9), Move), Administrator));
        Assert.Equal([PolicyErrors.ClassNotFound], await node.Refused(new RetireClass(new(9)), Administrator));
        Assert.Equal([PolicyErrors.ClassNotFound], await node.Refused(new RestoreClass(new(9)), Administrator));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Who_may_not_manage_changes_nothing(string engine)
    {
        await using var node = await Node.Fresh(engine);
        Assert.Equal([Errors.Forbidden], await node.Refused(new AddClass(Move), Node.With()));
        Assert.Equal([Errors.Forbidden], await node.Refused(new ChangeClass(new(1), Move), Node.With()));
        Assert.Equal([Errors.Forbidden], await node.Refused(new RetireClass(new(1)), Node.With()));
        Assert.Equal([Errors.Forbidden], await node.Refused(new RestoreClass(new(1)), Node.With()));
        Assert.All(await node.Asked(new ListClasses()), c => Assert.Equal((0, true), (c.Version, c.Active)));
    }
}
