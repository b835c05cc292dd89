namespace FirstContact.Deskside;

public sealed class WalkUpTests
{
    private static readonly Named<PersonId> Helen = new(new(5), "Helen Marsh"), Owen = new(new(6), "Owen Pryce");
    private static readonly WalkUpDetails Led = new(Helen, "Helen Marsh", "Wi-Fi is slow", new(new(2), "Network"), Owen, false, true, "They come back to you.");
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 22, 9, 0);
    private static readonly Story<WalkUp> AWalkUp = new(new WalkUp { Id = new(3) });
    private static readonly Story<DesksideRules> Rules = new(DesksideRules.Usual);

    [Fact]
    public void It_is_written_down_without_blanks_and_with_its_follow_up()
    {
        AWalkUp.When(_ => WalkUp.Record(Led with { Who = " Helen Marsh ", Words = " Wi-Fi is slow ", Said = " They come back to you. " }, new(7), Duration.FromHours(4), Now)).Then(new WalkUpRecorded(Led, new(7), Now + Duration.FromHours(4)));
        AWalkUp.When(_ => WalkUp.Record(Led with { Redirected = false }, new(7), Duration.FromHours(4), Now)).Then(new WalkUpRecorded(Led with { Redirected = false, Said = null }, new(7), null));
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once()
    {
        AWalkUp.When(_ => WalkUp.Record(Led with { Who = " ", Words = "", Said = " " }, new(7), default, Now)).Then(DesksideErrors.WhoMissing, DesksideErrors.WordsMissing, DesksideErrors.SaidMissing);
        AWalkUp.When(_ => WalkUp.Record(Led with { Who = new('x', 121), Words = new('x', 2001), Said = new('x', 2001) }, new(7), default, Now)).Then(DesksideErrors.WhoTooLong, DesksideErrors.WordsTooLong, DesksideErrors.SaidTooLong);
    }

    [Fact]
    public void What_solved_it_goes_with_help_and_not_with_the_way_to_the_desk()
    {
        var helped = Led with { Redirected = false, Said = null };
        AWalkUp.When(_ => WalkUp.Record(helped with { Solved = " Forgot the network, joined again. ", Tried = true }, new(7), default, Now))
            .Then(new WalkUpRecorded(helped with { Solved = "Forgot the network, joined again.", Tried = true }, new(7), null));
        AWalkUp.When(_ => WalkUp.Record(Led with { Solved = "x" }, new(7), default, Now)).Then(DesksideErrors.SolvedAndLed);
        AWalkUp.When(_ => WalkUp.Record(Led with { Tried = true }, new(7), default, Now)).Then(DesksideErrors.SolvedAndLed);
        AWalkUp.When(_ => WalkUp.Record(helped with { Tried = true }, new(7), default, Now)).Then(DesksideErrors.SolvedMissing);
        AWalkUp.When(_ => WalkUp.Record(helped with { Solved = new('x', 2001) }, new(7), default, Now)).Then(DesksideErrors.SolvedTooLong);
    }

    [Fact]
    public void Who_led_somebody_to_the_desk_looks_again_once()
    {
        var led = AWalkUp.Given(new WalkUpRecorded(Led, new(7), Now));
        led.When(w => w.SeeToIt(Owen.Id)).Then(new WalkUpSeenTo("Helen Marsh"));
        led.When(w => w.SeeToIt(Helen.Id)).Then(DesksideErrors.NotYours);
        led.Given(new WalkUpSeenTo("Helen Marsh")).When(w => w.SeeToIt(Owen.Id)).ThenNothing();
        AWalkUp.Given(new WalkUpRecorded(Led with { Redirected = false }, new(7), null)).When(w => w.SeeToIt(Owen.Id)).Then(DesksideErrors.NotRedirected);
    }

    [Fact]
    public void The_kind_word_and_the_hours_are_set()
    {
        var to = new DesksideValues("Come to us.", 8);
        Rules.When(r => r.Change(to with { Words = " Come to us. " })).Then(new DesksideRulesChanged(DesksideRules.Usual.Values, to));
        Rules.Given(new DesksideRulesChanged(DesksideRules.Usual.Values, to)).When(r => r.Change(to)).ThenNothing();
        Rules.When(r => r.Change(new(" ", 0))).Then(DesksideErrors.SaidMissing.At("words"), DesksideErrors.HoursInvalid);
        Rules.When(r => r.Change(new(new('x', 2001), 241))).Then(DesksideErrors.SaidTooLong.At("words"), DesksideErrors.HoursInvalid);
    }
}
