namespace FirstContact.Fields;

public sealed class FieldTests
{
    private static readonly Named<ClassId> Hardware = new(new(3), "Hardware");
    private static readonly Named<CategoryId> Printing = new(new(4), "Printing");
    internal static readonly FieldDetails Tag = new("assetTag", "Asset tag", "On the back", FieldKind.Text, [], [], [], [FieldMoment.Resolving], false, 10);
    internal static readonly FieldDetails Area = Tag with { Name = "area", Label = "Area", Kind = FieldKind.Tree, Choices = ["Northgate", "Northgate > Hall 2", "Northgate > Hall 2 > Line 1", "Eastmoor"] };
    private static readonly FieldAdded Added = new(Tag);
    private static readonly Story<Field> AField = new(new Field { Id = new(5) });

    [Fact]
    public void It_is_added_without_what_is_around_and_twice() => AField
        .When(_ => Field.Add(Tag with { Name = " assetTag ", Label = "Asset tag\n", Help = " On the back", Needed = [FieldMoment.Resolving, FieldMoment.Resolving], Choices = ["of no use"] }))
        .Then(Added);

    [Fact]
    public void Choices_are_tidied() => AField
        .When(_ => Field.Add(Area with { Choices = [" Northgate", "", "Northgate>Hall 2", "northgate > hall 2", "Northgate > Hall 2 > Line 1 ", "Eastmoor"] }))
        .Then(new FieldAdded(Area));

    [Fact]
    public void It_needs_a_name_a_label_and_a_kind() => AField
        .When(_ => Field.Add(Tag with { Name = " ", Label = "", Kind = (FieldKind)9 }))
        .Then(FieldErrors.NameMissing, FieldErrors.LabelMissing, FieldErrors.KindUnknown);

    [Fact]
    public void All_that_is_wrong_is_said_at_once() => AField
        .When(_ => Field.Add(Tag with { Name = "asset tag", Label = new('l', 61), Help = new('h', 301), Place = 10_000 }))
        .Then(FieldErrors.NameInvalid, FieldErrors.LabelTooLong, FieldErrors.HelpTooLong, FieldErrors.PlaceInvalid);

    [Theory, InlineData("AssetTag"), InlineData("1tag"), InlineData("tag.no"), InlineData("täg"), InlineData("a2345678901234567890123456789012345678901")]
    public void A_name_is_one_that_programs_can_use(string name) => AField.When(_ => Field.Add(Tag with { Name = name })).Then(FieldErrors.NameInvalid);

    [Theory, InlineData(FieldKind.Choice), InlineData(FieldKind.Tree)]
    public void What_is_chosen_needs_choices_and_not_too_many(FieldKind kind)
    {
        AField.When(_ => Field.Add(Tag with { Kind = kind, Choices = [" "] })).Then(FieldErrors.ChoicesMissing);
        AField.When(_ => Field.Add(Tag with { Kind = kind, Choices = [.. Enumerable.Range(0, 501).Select(i => $"{i}")] })).Then(FieldErrors.ChoicesTooMany);
        AField.When(_ => Field.Add(Tag with { Kind = kind, Choices = [new('c', 101)] })).Then(FieldErrors.ChoicesTooMany);
    }

    [Fact]
    public void A_path_has_all_its_levels() => AField.When(_ => Field.Add(Area with { Choices = ["Northgate > > Line 1"] })).Then(FieldErrors.PathInvalid);

    [Fact]
    public void A_change_keeps_what_was() => AField.Given(Added).When(f => f.Change(Tag with { ForCustomers = true })).Then(new FieldChanged(Tag, Tag with { ForCustomers = true }));

    [Fact]
    public void Name_and_kind_stay() => AField.Given(Added).When(f => f.Change(Tag with { Name = "tag", Kind = FieldKind.Date })).Then(FieldErrors.KindStays, FieldErrors.NameStays);

    [Fact]
    public void A_change_is_checked_too() => AField.Given(Added).When(f => f.Change(Tag with { Label = "" })).Then(FieldErrors.LabelMissing);

    [Fact]
    public void Saying_the_same_again_is_no_event() => AField.Given(Added).When(f => f.Change(Tag)).ThenNothing();

    [Fact]
    public void It_retires_once_and_is_taken_up_again()
    {
        AField.Given(Added).When(f => f.Retire()).Then(new FieldRetired());
        AField.Given(Added, new FieldRetired()).When(f => f.Retire()).ThenNothing();
        AField.Given(Added, new FieldRetired()).When(f => f.Restore()).Then(new FieldRestored());
        AField.Given(Added).When(f => f.Restore()).ThenNothing();
    }

    [Fact]
    public void It_is_what_its_events_say() => Assert.Equal(
        new Field { Id = new(5), Version = 4, Details = Tag with { Label = "Tag" }, Active = true },
        AField.Given(Added, new FieldChanged(Tag, Tag with { Label = "Tag" }), new FieldRetired(), new FieldRestored()).State);

    [Fact]
    public void It_is_asked_for_its_classes_and_categories()
    {
        Assert.True(Of(Tag).IsFor(null, null));
        var narrow = Of(Tag with { Classes = [Hardware], Categories = [Printing] });
        Assert.True(narrow.IsFor(Hardware.Id, Printing.Id));
        Assert.False(narrow.IsFor(Hardware.Id, null));
        Assert.False(narrow.IsFor(null, Printing.Id));
        Assert.False(narrow.IsFor(new(1), Printing.Id));
        Assert.False((Of(Tag) with { Active = false }).IsFor(null, null));
    }

    internal static Field Of(FieldDetails details, long id = 5) => new() { Id = new(id), Version = 1, Details = details, Active = true };
}
