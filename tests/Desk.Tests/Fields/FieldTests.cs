using FirstContact.People;
using FirstContact.Policies;
using FirstContact.Services;

namespace FirstContact.Fields;

public sealed class FieldTests
{
    private static readonly Call Manager = Node.With(FieldPermissions.Manage, PolicyPermissions.See);
    internal static readonly FieldSaid Tag = new("assetTag", "Asset tag", "On the back", FieldKind.Text, [], [], [], [], false, 10);

    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task It_is_added_changed_retired_and_taken_up_again(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var printing = await node.Done(new AddCategory("Printing"), new(Caller.Desk, "test"));
        var hardware = (await node.Asked(new ListClasses())).First(c => c.Details.Name == "Hardware");
        var made = await node.Done(new AddField(Tag with { Classes = ["hardware"], Categories = [$"{printing.Key}", "Printing"] }), Manager);
        Assert.Equal((new Named<ClassId>(hardware.Id, "Hardware"), new Named<CategoryId>(printing.Id, "Printing")), (Assert.Single(made.Details.Classes), Assert.Single(made.Details.Categories)));
        var changed = await node.Done(new ChangeField(made.Id, Tag with { Label = "Tag" }), Manager);
        await node.Done(new RetireField(made.Id), Manager);
        var restored = await node.Done(new RestoreField(made.Id), Manager);
        await node.Folds(new Field { Id = made.Id }, restored);
        Assert.Equal(("Tag", 4), (changed.Label, restored.Version));
        Assert.Equal(restored, Assert.Single(await node.Asked(new ListFields(), Manager)));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task All_that_is_wrong_is_said_at_once(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var made = await node.Done(new AddField(Tag), Manager);
        Assert.Equal([FieldErrors.LabelMissing, FieldErrors.ClassUnknown, FieldErrors.CategoryUnknown, FieldErrors.NameTaken],
            await node.Refused(new AddField(Tag with { Name = "assetTag", Label = "", Classes = ["Odd"], Categories = ["Odd"] }), Manager));
        Assert.Equal([FieldErrors.NameMissing, FieldErrors.LabelMissing, FieldErrors.KindUnknown], await node.Refused(new AddField(new(null, null, null, null, [], [], [], [], false, 0)), Manager));
        Assert.Equal([FieldErrors.KindStays, FieldErrors.NameStays, FieldErrors.ClassUnknown], await node.Refused(new ChangeField(made.Id, Tag with { Name = "tag", Kind = FieldKind.Date, Classes = ["Odd"] }), Manager));
        Assert.Equal([FieldErrors.NotFound], await node.Refused(new RetireField(new(99)), Manager));
        Assert.Equal([FieldErrors.NotFound], await node.Refused(new ChangeField(new(99), Tag), Manager));
        Assert.Equal([Errors.Stale], await node.Refused(new RetireField(made.Id), Manager with { Expects = 7 }));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_desk_has_so_many_fields_and_no_more(string engine)
    {
        await using var node = await Node.Fresh(engine);
        for (var i = 0; i < Field.MostFields; i++) await node.Done(new AddField(Tag with { Name = $"tag{i}" }), Manager);
        Assert.Equal([FieldErrors.TooMany], await node.Refused(new AddField(Tag), Manager));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Customers_see_what_is_theirs(string engine)
    {
        await using var node = await Node.Fresh(engine);
        await node.Done(new AddField(Tag), Manager);
        var room = await node.Done(new AddField(Tag with { Name = "room", ForCustomers = true }), Manager);
        Assert.Equal([room], await node.Asked(new ListFields(), Node.With()));
        await node.Done(new RetireField(room.Id), Manager);
        Assert.Empty(await node.Asked(new ListFields(), Node.With()));
        Assert.Equal(2, (await node.Asked(new ListFields(), Manager)).Count);
        Assert.Equal([Errors.Forbidden], await node.Refused(new AddField(Tag), Node.With(PolicyPermissions.See)));
    }
}
