namespace FirstContact.Services;

public sealed class CategoryTests
{
    private static readonly CategoryAdded Added = new("Label printing, printer");
    private static readonly Story<Category> ACategory = new(new Category { Id = new(5) });

    [Fact]
    public void It_is_added() => ACategory.When(_ => Category.Add(" Label printing, printer ")).Then(Added);

    [Fact]
    public void It_needs_a_name() => ACategory.When(_ => Category.Add("")).Then(ServiceErrors.NameMissing);

    [Fact]
    public void Its_name_stays_readable() => ACategory.When(_ => Category.Add(new('n', 81))).Then(ServiceErrors.NameTooLong);

    [Fact]
    public void A_new_name_keeps_the_old() => ACategory.Given(Added).When(c => c.Rename("Printers")).Then(new CategoryRenamed("Label printing, printer", "Printers"));

    [Fact]
    public void A_new_name_is_checked_too() => ACategory.Given(Added).When(c => c.Rename(" ")).Then(ServiceErrors.NameMissing);

    [Fact]
    public void The_same_name_is_no_event() => ACategory.Given(Added).When(c => c.Rename(Added.Name)).ThenNothing();

    [Fact]
    public void It_retires_once() => ACategory.Given(Added, new CategoryRetired()).When(c => c.Retire()).ThenNothing();

    [Fact]
    public void It_retires() => ACategory.Given(Added).When(c => c.Retire()).Then(new CategoryRetired());

    [Fact]
    public void It_is_taken_up_again() => ACategory.Given(Added, new CategoryRetired()).When(c => c.Restore()).Then(new CategoryRestored());

    [Fact]
    public void It_is_what_its_events_say() => Assert.Equal(
        new Category { Id = new(5), Version = 3, Name = "Printers", Active = false },
        ACategory.Given(Added, new CategoryRenamed(Added.Name, "Printers"), new CategoryRetired()).State);
}
