namespace FirstContact.Services;

public sealed class ServiceTests
{
    private static readonly ServiceDetails Labels = new("Label printing", "The printers on the shop floor", new(new(2), "Plant Systems"), new(new(7), "Helen Marsh"));
    private static readonly ServiceAdded Added = new(Labels);
    private static readonly Story<Service> AService = new(new Service { Id = new(3) });

    [Fact]
    public void It_is_added_without_the_blanks_around_it() => AService
        .When(_ => Service.Add(Labels with { Name = "  Label printing ", Description = " The printers on the shop floor\n" })).Then(Added);

    [Fact]
    public void It_needs_a_name() => AService.When(_ => Service.Add(Labels with { Name = "  " })).Then(ServiceErrors.NameMissing);

    [Fact]
    public void All_that_is_wrong_is_said_at_once() => AService
        .When(_ => Service.Add(Labels with { Name = new('n', 81), Description = new('d', 2001) })).Then(ServiceErrors.NameTooLong, ServiceErrors.DescriptionTooLong);

    [Fact]
    public void What_just_fits_fits() => AService.When(_ => Service.Add(new(new('n', 80), new('d', 2000), null, null)))
        .Then(new ServiceAdded(new(new('n', 80), new('d', 2000), null, null)));

    [Fact]
    public void A_change_keeps_what_was() => AService.Given(Added)
        .When(s => s.Change(Labels with { Team = null })).Then(new ServiceChanged(Labels, Labels with { Team = null }));

    [Fact]
    public void A_change_is_checked_too() => AService.Given(Added).When(s => s.Change(Labels with { Name = "" })).Then(ServiceErrors.NameMissing);

    [Fact]
    public void Saying_the_same_again_is_no_event() => AService.Given(Added).When(s => s.Change(Labels)).ThenNothing();

    [Fact]
    public void It_retires() => AService.Given(Added).When(s => s.Retire()).Then(new ServiceRetired());

    [Fact]
    public void It_retires_once() => AService.Given(Added, new ServiceRetired()).When(s => s.Retire()).ThenNothing();

    [Fact]
    public void It_is_taken_up_again() => AService.Given(Added, new ServiceRetired()).When(s => s.Restore()).Then(new ServiceRestored());

    [Fact]
    public void What_never_retired_is_not_taken_up_again() => AService.Given(Added).When(s => s.Restore()).ThenNothing();

    [Fact]
    public void It_is_what_its_events_say() => Assert.Equal(
        new Service { Id = new(3), Version = 4, Name = "Labels", Description = Labels.Description, Owner = Labels.Owner, Active = true },
        AService.Given(Added, new ServiceChanged(Labels, Labels with { Name = "Labels", Team = null }), new ServiceRetired(), new ServiceRestored()).State);
}
