using FirstContact.Policies;
using FirstContact.Tickets;

namespace FirstContact.Macros;

public sealed class TicketTemplateTests
{
    private static readonly TemplateDetails Starter = new("New starter", null, new() { Title = "New starter", Kind = TicketKind.Request, Impact = Level.Low, Tags = ["starter"], Tasks = ["Order a laptop", "Make an account"] });
    private static readonly TicketTemplateAdded Added = new(Starter);
    private static readonly Story<TicketTemplate> ATemplate = new(new TicketTemplate { Id = new(7) });

    [Fact]
    public void It_is_added_without_blanks_and_doubles() => ATemplate
        .When(_ => TicketTemplate.Add(new(" New starter ", null, Starter.Preset with { Title = " New starter ", Description = " ", Tags = [" Starter", "starter", ""], Tasks = ["Order a laptop ", "", " Make an account"] })))
        .Then(Added);

    [Fact]
    public void All_that_is_wrong_is_said_at_once() => ATemplate
        .When(_ => TicketTemplate.Add(new("", null, new() { Title = new('t', 201), Description = new('d', 65_537), Tags = [new('t', 41)], Tasks = [new('t', 501)] })))
        .Then(MacroErrors.NameMissing, TicketErrors.TitleTooLong, TicketErrors.DescriptionTooLong, TicketErrors.TooManyTags, TaskErrors.TextTooLong.At("tasks"));

    [Fact]
    public void What_is_too_much_is_refused_and_so_is_nothing()
    {
        ATemplate.When(_ => TicketTemplate.Add(Starter with { Name = new('n', 81) })).Then(MacroErrors.NameTooLong);
        ATemplate.When(_ => TicketTemplate.Add(Starter with { Preset = new() { Title = " " } })).Then(MacroErrors.NothingPreset);
        ATemplate.When(_ => TicketTemplate.Add(Starter with { Preset = new() { Tasks = [.. Enumerable.Range(1, 101).Select(i => $"Task {i}")] } })).Then(TaskErrors.TooMany.At("tasks"));
        ATemplate.When(_ => TicketTemplate.Add(Starter with { Preset = new() { Tags = [.. Enumerable.Range(1, 21).Select(i => $"t{i}")] } })).Then(TicketErrors.TooManyTags);
    }

    [Fact]
    public void A_change_keeps_what_was_and_it_goes_and_comes_back_once()
    {
        var to = Starter with { Name = "Joiner" };
        ATemplate.Given(Added).When(p => p.Change(to)).Then(new TicketTemplateChanged(Starter, to));
        ATemplate.Given(Added).When(p => p.Change(Starter)).ThenNothing();
        ATemplate.Given(Added).When(p => p.Change(to with { Name = "" })).Then(MacroErrors.NameMissing);
        ATemplate.Given(Added).When(p => p.Retire()).Then(new TicketTemplateRetired("New starter"));
        ATemplate.Given(Added).When(p => p.Restore()).ThenNothing();
        var retired = ATemplate.Given(Added, new TicketTemplateChanged(Starter, to), new TicketTemplateRetired("Joiner"));
        retired.When(p => p.Retire()).ThenNothing();
        retired.When(p => p.Restore()).Then(new TicketTemplateRestored("Joiner"));
        Assert.Equal(new TicketTemplate { Id = new(7), Version = 4, Details = to, Active = true }, retired.Given(new TicketTemplateRestored("Joiner")).State);
    }
}
