namespace FirstContact.Policies;

public sealed class DeskRulesTests
{
    private static readonly Story<DeskRules> AsUsual = new(DeskRules.Usual);
    private static readonly DeskRuleValues Usual = DeskRules.Usual.Values;
    private static readonly DeskRuleValues Harrow = new("Harrow & Lind", "0191 555 0100", ReopenableDays: 21, SilenceDays: 3);

    [Fact]
    public void They_can_be_changed() => AsUsual.When(r => r.Change(Harrow with { Organisation = " Harrow & Lind " })).Then(new DeskRulesChanged(Usual, Harrow));

    [Fact]
    public void An_empty_phone_is_none() => AsUsual.When(r => r.Change(Usual with { Phone = "  " })).ThenNothing();

    [Fact]
    public void The_same_again_is_no_event() => AsUsual.When(r => r.Change(Usual)).ThenNothing();

    [Fact]
    public void They_are_what_their_event_says()
    {
        var rules = AsUsual.Given(new DeskRulesChanged(Usual, Harrow)).State;
        Assert.Equal((Harrow, 1), (rules.Values, rules.Version));
        Assert.Equal((Duration.FromDays(21), Duration.FromDays(3), Duration.FromSeconds(15)), (rules.Reopenable, rules.Silence, rules.Values.Undo));
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once() => AsUsual.When(r => r.Change(new(" ", new('0', 41), 0, 366, 121)))
        .Then(PolicyErrors.OrganisationInvalid, PolicyErrors.PhoneTooLong, PolicyErrors.ReopenableInvalid, PolicyErrors.SilenceInvalid, PolicyErrors.UndoInvalid);

    [Fact]
    public void A_name_stays_readable() => AsUsual.When(r => r.Change(Usual with { Organisation = new('o', 81) })).Then(PolicyErrors.OrganisationInvalid);
}
