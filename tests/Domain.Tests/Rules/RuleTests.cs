using FirstContact.Lists;
using FirstContact.Tickets;

namespace FirstContact.Rules;

public sealed class RuleTests
{
    private static readonly RuleTrigger Opened = new(TriggerKind.Event) { Events = ["ticket.opened"] };
    private static readonly TicketAction ToNetwork = new(TicketVerb.Team) { To = "2" };
    private static readonly RuleDefinition Printers = new("Printers to Network", Opened, [new("category", "3")], [ToNetwork]);
    private static readonly RuleAdded Added = new(Printers, 1, Active: true);
    private static readonly Story<Rule> ARule = new(new Rule { Id = new(7) });

    private static bool IsEvent(string name) => name is "ticket.opened" or "ticket.moved";

    private static Decision Add(RuleDefinition definition) => Rule.Add(definition, IsEvent, place: 1, active: true);

    [Fact]
    public void It_is_added_without_blanks_doubles_and_what_its_kinds_do_not_take() => ARule
        .When(_ => Add(new(
            " Printers to Network ", Opened with { Events = ["ticket.opened ", "ticket.opened", ""], Since = Moment.Opened, Time = "07:30" },
            [new(" category ", " 3"), new("team", " ")], [ToNetwork with { To = " 2 ", Words = "nobody reads this", For = Duration.FromHours(1) }])))
        .Then(Added);

    [Fact]
    public void All_that_is_wrong_is_said_at_once_and_where() => ARule
        .When(_ => Add(new(" ", Opened with { Events = [] }, [new("colour", "red"), new("tag", new('x', 501))], [new(TicketVerb.Note), new(TicketVerb.Team), new(TicketVerb.Wait) { To = "customer", For = Duration.FromDays(401) }])))
        .Then(
            RuleErrors.NameMissing, RuleErrors.EventsMissing, RuleErrors.ConditionUnknown.At("if.colour"), RuleErrors.ValueTooLong.At("if.tag"),
            ActionErrors.WordsMissing.At("then[0].words"), ActionErrors.ToMissing.At("then[1].to"), ActionErrors.WordsMissing.At("then[2].words"), ActionErrors.WaitInvalid.At("then[2].for"));

    [Fact]
    public void What_is_too_long_or_too_much_is_refused()
    {
        ARule.When(_ => Add(Printers with { Name = new('n', 81) })).Then(RuleErrors.NameTooLong);
        ARule.When(_ => Add(Printers with { Then = [] })).Then(RuleErrors.ActionsMissing);
        ARule.When(_ => Add(Printers with { Then = [.. Enumerable.Repeat(ToNetwork, 21)] })).Then(RuleErrors.TooManyActions);
        ARule.When(_ => Add(Printers with { Then = [new(TicketVerb.Note) { Words = new('t', 4001) }] })).Then(ActionErrors.WordsTooLong.At("then[0].words"));
        ARule.When(_ => Add(Printers with { Then = [ToNetwork with { To = new('v', 501) }] })).Then(ActionErrors.ToTooLong.At("then[0].to"));
    }

    [Fact]
    public void A_condition_is_given_once_and_a_rule_is_nobody()
    {
        ARule.When(_ => Add(Printers with { If = [new("tag", "a"), new("tag", "b")] })).Then(RuleErrors.ConditionTwice.At("if.tag"));
        ARule.When(_ => Add(Printers with { If = [new("assignee", "me")] })).Then(RuleErrors.NobodyIsMe.At("if.assignee"));
        ARule.When(_ => Add(Printers with { If = [new("customer", "me")] })).Then(RuleErrors.NobodyIsMe.At("if.customer"));
    }

    [Fact]
    public void Nobody_may_be_given_a_ticket_and_what_waits_needs_no_words_to_be_taken_up() =>
        ARule.When(_ => Add(Printers with { Then = [new(TicketVerb.Assign), new(TicketVerb.Resume)] })).Then(new RuleAdded(Printers with { Then = [new(TicketVerb.Assign), new(TicketVerb.Resume)] }, 1, true));

    [Fact]
    public void An_event_must_be_one() => ARule.When(_ => Add(Printers with { When = Opened with { Events = ["ticket.eaten"] } })).Then(RuleErrors.EventUnknown);

    [Fact]
    public void Time_is_counted_from_a_moment_and_for_tickets_in_some_state()
    {
        var after = new RuleTrigger(TriggerKind.After) { Since = Moment.LastWord, After = Duration.FromHours(48) };
        Seq<Condition> open = [new("status", "open")];
        ARule.When(_ => Add(Printers with { When = after, If = open })).Then(Added with { Definition = Printers with { When = after, If = open } });
        ARule.When(_ => Add(Printers with { When = after })).Then(RuleErrors.StatusMissing);
        ARule.When(_ => Add(Printers with { When = new(TriggerKind.After), If = open })).Then(RuleErrors.MomentMissing, RuleErrors.AfterInvalid);
        foreach (var wrong in new[] { Duration.Zero, Duration.FromSeconds(59), Duration.FromDays(401) })
            ARule.When(_ => Add(Printers with { When = after with { After = wrong }, If = open })).Then(RuleErrors.AfterInvalid);
    }

    [Fact]
    public void A_schedule_has_days_a_time_and_a_zone()
    {
        var mornings = new RuleTrigger(TriggerKind.Schedule) { Days = [IsoDayOfWeek.Friday, IsoDayOfWeek.Monday, IsoDayOfWeek.Monday], Time = "07:30", Zone = "Europe/London" };
        Seq<Condition> open = [new("status", "open")];
        ARule.When(_ => Add(Printers with { When = mornings, If = open })).Then(Added with { Definition = Printers with { When = mornings with { Days = [IsoDayOfWeek.Monday, IsoDayOfWeek.Friday] }, If = open } });
        ARule.When(_ => Add(Printers with { When = new(TriggerKind.Schedule), If = open })).Then(RuleErrors.DaysMissing, RuleErrors.TimeInvalid, RuleErrors.ZoneUnknown);
        foreach (var wrong in new[] { "7:30", "24:00", "noon" }) ARule.When(_ => Add(Printers with { When = mornings with { Time = wrong }, If = open })).Then(RuleErrors.TimeInvalid);
    }

    [Fact]
    public void A_schedule_comes_on_its_days_by_the_clock_on_the_wall()
    {
        var mornings = new RuleTrigger(TriggerKind.Schedule) { Days = [IsoDayOfWeek.Monday, IsoDayOfWeek.Friday], Time = "07:30", Zone = "Europe/London" };
        var sunday = Instant.FromUtc(2026, 3, 29, 12, 0);
        // The clocks went forward this morning.
        Assert.Equal(Instant.FromUtc(2026, 3, 30, 6, 30), mornings.Next(sunday));
        Assert.Equal(Instant.FromUtc(2026, 4, 3, 6, 30), mornings.Next(Instant.FromUtc(2026, 3, 30, 6, 30)));
        Assert.Equal(Instant.FromUtc(2026, 3, 30, 6, 30), mornings.Next(Instant.FromUtc(2026, 3, 30, 6, 29)));
        Assert.Equal(Instant.FromUtc(2026, 11, 27, 7, 30), mornings.Next(Instant.FromUtc(2026, 11, 23, 7, 30)));
        var mondays = mornings with { Days = [IsoDayOfWeek.Monday] };
        Assert.Equal(Instant.FromUtc(2026, 4, 6, 6, 30), mondays.Next(Instant.FromUtc(2026, 3, 30, 6, 30)));
        Assert.Null(Opened.Next(sunday));
    }

    [Fact]
    public void A_change_keeps_what_was_and_is_checked()
    {
        var to = Printers with { Name = "Printers" };
        ARule.Given(Added).When(r => r.Change(to, IsEvent)).Then(new RuleChanged(Printers, to));
        ARule.Given(Added).When(r => r.Change(Printers, IsEvent)).ThenNothing();
        ARule.Given(Added).When(r => r.Change(to with { Name = "" }, IsEvent)).Then(RuleErrors.NameMissing);
    }

    [Fact]
    public void It_goes_off_and_on_once_and_a_stopped_one_says_why()
    {
        var stopped = new RuleStopped(StopBecause.FeedsItself, new(12), ["A", "B", "A"], null);
        ARule.Given(Added).When(r => r.SwitchOff()).Then(new RuleSwitchedOff());
        ARule.Given(Added, new RuleSwitchedOff()).When(r => r.SwitchOff()).ThenNothing();
        ARule.Given(Added).When(r => r.SwitchOn()).ThenNothing();
        ARule.Given(Added).When(r => r.Stop(StopBecause.FeedsItself, new(12), ["A", "B", "A"], null)).Then(stopped);
        ARule.Given(Added, stopped).When(r => r.Stop(StopBecause.CannotRun, null, [], "x")).ThenNothing();
        Assert.Equal(stopped, ARule.Given(Added, stopped).State.Stopped);
        Assert.Null(ARule.Given(Added, stopped, new RuleSwitchedOn()).State.Stopped);
    }

    [Fact]
    public void It_has_a_place_among_the_others()
    {
        ARule.Given(Added).When(r => r.MoveTo(3)).Then(new RuleMoved(1, 3));
        ARule.Given(Added).When(r => r.MoveTo(1)).ThenNothing();
        ARule.Given(Added).When(r => r.Remove()).Then(new RuleRemoved("Printers to Network"));
    }

    [Fact]
    public void It_is_what_its_events_say()
    {
        var to = Printers with { Name = "Printers" };
        var story = ARule.Given(Added).After(Duration.FromHours(1)).Given(new RuleChanged(Printers, to), new RuleMoved(1, 4), new RuleSwitchedOff(), new RuleSwitchedOn());
        Assert.Equal(new Rule { Id = new(7), Version = 5, Definition = to, Active = true, ActiveSince = story.By.At, Place = 4 }, story.State);
        Assert.Equal((false, true), story.Given(new RuleRemoved("Printers")).State is var gone ? (gone.Active, gone.Removed) : default);
    }

    [Fact]
    public void Its_words_hold_only_variables_that_there_are() =>
        ARule.When(_ => Add(Printers with { Then = [new(TicketVerb.Note) { Words = "{{ticket.colour}}" }] })).Then(
            ActionErrors.PlaceUnknown.At("then[0].words") with { Message = "There is no variable {{ticket.colour}}. Choose from the list." });
}
