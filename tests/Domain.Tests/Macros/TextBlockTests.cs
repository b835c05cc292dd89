using FirstContact.Tickets;

namespace FirstContact.Macros;

public sealed class TextBlockTests
{
    private static readonly TextBlockDetails Hello = new("Greeting", "hello", "Dear {{customer.firstName}},", null, [BlockUse.Reply]);
    private static readonly TextBlockAdded Added = new(Hello);
    private static readonly Story<TextBlock> ABlock = new(new TextBlock { Id = new(7) });

    [Fact]
    public void It_is_added_without_blanks() => ABlock
        .When(_ => TextBlock.Add(new(" Greeting ", " Hello ", " Dear {{customer.firstName}},\n", null, [BlockUse.Reply, BlockUse.Reply])))
        .Then(Added);

    [Fact]
    public void All_that_is_wrong_is_said_at_once() => ABlock
        .When(_ => TextBlock.Add(new("", "two words", " ", null, [])))
        .Then(MacroErrors.NameMissing, MacroErrors.ShortcutInvalid, MacroErrors.BodyMissing, MacroErrors.UsesMissing);

    [Fact]
    public void What_is_too_long_is_refused()
    {
        ABlock.When(_ => TextBlock.Add(Hello with { Name = new('n', 81) })).Then(MacroErrors.NameTooLong);
        ABlock.When(_ => TextBlock.Add(Hello with { Shortcut = new('s', 31) })).Then(MacroErrors.ShortcutInvalid);
        ABlock.When(_ => TextBlock.Add(Hello with { Body = new('b', 10_001) })).Then(MacroErrors.BodyTooLong);
        ABlock.When(_ => TextBlock.Add(Hello with { Shortcut = "" })).Then(new TextBlockAdded(Hello with { Shortcut = "" }));
    }

    [Fact]
    public void A_variable_that_is_none_is_named() => ABlock
        .When(_ => TextBlock.Add(Hello with { Body = "{{customer.nam}} {{}} {{ticket.number}}" }))
        .Then(ActionErrors.PlaceUnknown.At("body") with { Message = "There is no variable {{customer.nam}}, {{}}. Choose from the list." });

    [Fact]
    public void A_change_keeps_what_was_and_it_goes_and_comes_back_once()
    {
        var to = Hello with { Body = "Hello," };
        ABlock.Given(Added).When(b => b.Change(to)).Then(new TextBlockChanged(Hello, to));
        ABlock.Given(Added).When(b => b.Change(Hello)).ThenNothing();
        ABlock.Given(Added).When(b => b.Change(to with { Body = "" })).Then(MacroErrors.BodyMissing);
        ABlock.Given(Added).When(b => b.Retire()).Then(new TextBlockRetired("Greeting"));
        ABlock.Given(Added).When(b => b.Restore()).ThenNothing();
        var retired = ABlock.Given(Added, new TextBlockChanged(Hello, to), new TextBlockRetired("Greeting"));
        retired.When(b => b.Retire()).ThenNothing();
        retired.When(b => b.Restore()).Then(new TextBlockRestored("Greeting"));
        Assert.Equal(new TextBlock { Id = new(7), Version = 4, Details = to, Active = true }, retired.Given(new TextBlockRestored("Greeting")).State);
    }
}
