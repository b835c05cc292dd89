namespace FirstContact.Services;

public sealed class ServiceTests
{
    private static readonly Call Manager = Node.With(ServicePermissions.Manage);
    private static readonly AddService Labels = new("Label printing", "On the shop floor", "First Contact", TestDatabase.HelensAddress);

    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task From_the_first_day_to_the_last_and_back(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var added = await node.Done(Labels, Manager);
        await node.Done(new ChangeService(added.Id, "Labels", "On the shop floor", null, null), Manager);
        await node.Done(new RetireService(added.Id), Manager);
        Assert.False(Assert.Single(await node.Asked(new ListServices())).Active);
        var restored = await node.Done(new RestoreService(added.Id), Manager);

        Assert.Equal(4, (await node.Folds(new Service { Id = added.Id }, restored)).Count);
        Assert.Equal(new ServiceRow(added.Id, 4, "Labels", "On the shop floor", null, null, null, null, null, true), Assert.Single(await node.Asked(new ListServices())));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task It_names_its_team_and_its_owner(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var added = await node.Done(Labels, Manager);
        await node.Done(Labels with { Name = "Mail", Team = "1", Owner = "" }, Manager);

        Assert.Equal(
            [
                new(added.Id, 1, "Label printing", "On the shop floor", TeamId.FirstContact, "First Contact", TestDatabase.Helen, "Helen Marsh", TestDatabase.HelensAddress, true),
                new ServiceRow(new(added.Id.Value + 1), 1, "Mail", "On the shop floor", TeamId.FirstContact, "First Contact", null, null, null, true),
            ],
            await node.Asked(new ListServices()));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_a_form_names_must_exist_and_a_name_be_free(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var labels = await node.Done(Labels, Manager);
        var mail = await node.Done(Labels with { Name = "Mail" }, Manager);

        Assert.Equal([ServiceErrors.NameTaken, ServiceErrors.TeamUnknown, ServiceErrors.OwnerUnknown], await node.Refused(new AddService(" LABEL printing", "", "Nobody", "nobody@harrow.example"), Manager));
        Assert.Equal([ServiceErrors.NameTaken], await node.Refused(new ChangeService(mail.Id, "label printing", "", null, null), Manager));
        Assert.Equal([ServiceErrors.NameMissing], await node.Refused(Labels with { Name = "" }, Manager));
        await node.Done(new ChangeService(labels.Id, "LABEL PRINTING", "", null, null), Manager);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_is_not_there_is_missed(string engine)
    {
        await using var node = await Node.Fresh(engine);
        Assert.Equal([ServiceErrors.NotFound], await node.Refused(new ChangeService(new(9), "Mail", "", null, null), Manager));
        Assert.Equal([ServiceErrors.NotFound], await node.Refused(new RetireService(new(9)), Manager));
        Assert.Equal([ServiceErrors.NotFound], await node.Refused(new RestoreService(new(9)), Manager));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task The_second_of_two_changes_is_told(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var added = await node.Done(Labels, Manager);
        await node.Done(new RetireService(added.Id), Manager);
        Assert.Equal([Errors.Stale], await node.Refused(new ChangeService(added.Id, "Labels", "", null, null), Manager with { Expects = 1 }));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Who_may_not_manage_changes_nothing(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var added = await node.Done(Labels, Manager);
        Assert.Equal([Errors.Forbidden], await node.Refused(Labels with { Name = "Mail" }, Node.With()));
        Assert.Equal([Errors.Forbidden], await node.Refused(new ChangeService(added.Id, "Mail", "", null, null), Node.With()));
        Assert.Equal([Errors.Forbidden], await node.Refused(new RetireService(added.Id), Node.With()));
        Assert.Equal([Errors.Forbidden], await node.Refused(new RestoreService(added.Id), Node.With()));
        await node.Folds(new Service { Id = added.Id }, added);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task The_same_request_twice_adds_one(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var first = await node.Done(Labels, Manager with { Key = "k" });
        Assert.Equal(first, await node.Done(Labels, Manager with { Key = "k" }));
        Assert.Equal([Errors.KeyReused], await node.Refused(Labels with { Name = "Mail" }, Manager with { Key = "k" }));
    }
}
