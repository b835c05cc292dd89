namespace FirstContact.Services;

public sealed class CategoryTests
{
    private static readonly Call Manager = Node.With(ServicePermissions.Manage);

    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task From_the_first_day_to_the_last_and_back(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var added = await node.Done(new AddCategory("Printer"), Manager);
        await node.Done(new RenameCategory(added.Id, "Label printing, printer"), Manager);
        await node.Done(new RetireCategory(added.Id), Manager);
        Assert.False(Assert.Single(await node.Asked(new ListCategories())).Active);
        var restored = await node.Done(new RestoreCategory(added.Id), Manager);

        Assert.Equal(4, (await node.Folds(new Category { Id = added.Id }, restored)).Count);
        Assert.Equal([new CategoryRow(added.Id, 4, "Label printing, printer", true)], await node.Asked(new ListCategories()));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_name_must_be_free(string engine)
    {
        await using var node = await Node.Fresh(engine);
        await node.Done(new AddCategory("Printer"), Manager);
        var mail = await node.Done(new AddCategory("Mail"), Manager);
        Assert.Equal([ServiceErrors.NameTaken], await node.Refused(new AddCategory(" printer "), Manager));
        Assert.Equal([ServiceErrors.NameTaken], await node.Refused(new RenameCategory(mail.Id, "PRINTER"), Manager));
        await node.Done(new RenameCategory(mail.Id, "MAIL"), Manager);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_is_not_there_is_missed(string engine)
    {
        await using var node = await Node.Fresh(engine);
        Assert.Equal([ServiceErrors.CategoryNotFound], await node.Refused(new RenameCategory(new(9), "Mail"), Manager));
        Assert.Equal([ServiceErrors.CategoryNotFound], await node.Refused(new RetireCategory(new(9)), Manager));
        Assert.Equal([ServiceErrors.CategoryNotFound], await node.Refused(new RestoreCategory(new(9)), Manager));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Who_may_not_manage_changes_nothing(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var added = await node.Done(new AddCategory("Printer"), Manager);
        Assert.Equal([Errors.Forbidden], await node.Refused(new AddCategory("Mail"), Node.With()));
        Assert.Equal([Errors.Forbidden], await node.Refused(new RenameCategory(added.Id, "Mail"), Node.With()));
        Assert.Equal([Errors.Forbidden], await node.Refused(new RetireCategory(added.Id), Node.With()));
        Assert.Equal([Errors.Forbidden], await node.Refused(new RestoreCategory(added.Id), Node.With()));
        await node.Folds(new Category { Id = added.Id }, added);
    }
}
