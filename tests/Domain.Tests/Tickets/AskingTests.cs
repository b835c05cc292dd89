using static FirstContact.Tickets.ATicket;

namespace FirstContact.Tickets;

public sealed class AskingTests
{
    private static readonly Seq<Named<PersonId>> Them = [Ravi, Ada];
    private static readonly TeamAskedIn TeamAsked = new(1, Network, "Is the switch up?", [Ravi]);
    private static readonly SkillAskedIn SkillAsked = new(1, "dns", "Which server?", [Ravi]);

    private static Story<Ticket> Answered(Story<Ticket> asked, string? answer, params Named<TeamId>[] from) => asked.When((t, by) => t.Answer(by, 1, Ada, FirstTeam, [.. from], answer));

    [Fact]
    public void A_colleague_is_asked_and_each_question_has_its_number()
    {
        New.When((t, by) => t.AskIn(by, Ravi, " Does it print? ")).Then(new ColleagueAskedIn(Ravi, "Does it print?") { No = 1 });
        New.Given(new ColleagueAskedIn(Ravi, "Does it print?") { No = 1 }).When((t, by) => t.AskIn(by, Ravi, "And now?")).Then(new ColleagueAskedIn(Ravi, "And now?") { No = 2 });
        // What was asked before questions had numbers gets the next.
        Assert.Equal(1, Assert.Single(New.Given(new ColleagueAskedIn(Ravi, "x")).State.Hands.Asks).No);
    }

    [Fact]
    public void A_team_is_asked_and_it_shows_up_with_the_others_in_it()
    {
        New.When((t, by) => t.AskTeamIn(by, Network, Them, " Is the switch up? ")).Then(TeamAsked);
        var asked = New.Given(TeamAsked).State;
        Assert.Equal([Ravi.Id], asked.Asked);
        Assert.Equal((FirstTeam.Id, Network), (asked.Team, asked.Hands.Asks[0].Team!.Value));
        // A whole team does not watch from now on.
        Assert.Empty(asked.Watchers);
    }

    [Fact]
    public void Whoever_has_a_skill_is_asked() => New.When((t, by) => t.AskSkillIn(by, " dns ", Them, "Which server?")).Then(SkillAsked);

    [Fact]
    public void What_is_missing_is_said_at_once()
    {
        New.When((t, by) => t.AskIn(by, Ada, " ")).Then(TicketErrors.AskingOneself, TicketErrors.QuestionMissing);
        New.When((t, by) => t.AskTeamIn(by, null, [], Endless)).Then(AskErrors.TeamUnknown, TicketErrors.TooLong.At("question"));
        New.When((t, by) => t.AskTeamIn(by, Network, [Ada], "x")).Then(AskErrors.TeamIsEmpty);
        New.When((t, by) => t.AskSkillIn(by, " ", [], null)).Then(AskErrors.SkillMissing, TicketErrors.QuestionMissing);
        New.When((t, by) => t.AskSkillIn(by, "dns", [Ada], "x")).Then(AskErrors.NobodyKnows);
        foreach (var ask in (Func<Ticket, By, Decision>[])[(t, by) => t.AskIn(by, Ravi, "x"), (t, by) => t.AskTeamIn(by, Network, Them, "x"), (t, by) => t.AskSkillIn(by, "dns", Them, "x")])
            IsResolved.When(ask).Then(TicketErrors.NotOpen);
    }

    [Fact]
    public void An_answer_is_help_given_and_the_ticket_stays_where_it_is()
    {
        var asked = New.Given(new TicketAssigned(null, Ada), TeamAsked).As(Ravi.Id).After(Hour);
        var note = new MessagePosted(1, MessageKind.Note, Visibility.Internal, "It is up.") { Mentions = [Ada] };
        var help = new HelpGiven(1, 1, Ada, FirstTeam, [Network], Hour) { Team = Network };
        Answered(asked, " It is up. ", Network).Then(note, help);
        var after = asked.Given(note, help).State;
        Assert.Equal((FirstTeam.Id, Ada.Id, 0, 0), (after.Team, after.Assignee, after.Asked.Count, after.Hands.Asks.Count));
        Assert.Equal([Ravi.Id], after.Hands.Helpers);
        Assert.Equal([Ravi.Id], after.Watchers);
        Assert.Equal([Ada.Id], after.Hands.Mentioned);
    }

    [Fact]
    public void Whoever_was_not_asked_does_not_answer_for_those_who_were()
    {
        var by = New.Given(TeamAsked).As(Helen.Id);
        Answered(by, "x").Then(AskErrors.NotAsked);
        // Whoever came into the team later knows as well.
        Assert.Null(Answered(by, "x", Network).Answer!.Error);
        Answered(New.Given(SkillAsked).As(Ravi.Id), " ").Then(AskErrors.AnswerMissing);
        Answered(New.Given(SkillAsked).As(Ravi.Id), Endless).Then(TicketErrors.TooLong.At("answer"));
        Answered(New, "x").Then(AskErrors.Unknown);
    }

    [Fact]
    public void A_question_is_withdrawn()
    {
        New.Given(TeamAsked).When(t => t.WithdrawAsk(1, "Network")).Then(new AskWithdrawn(1, "Network"));
        New.When(t => t.WithdrawAsk(1, "Network")).Then(AskErrors.Unknown);
        Assert.Empty(New.Given(TeamAsked, new AskWithdrawn(1, "Network")).State.Asked);
    }

    [Fact]
    public void Whoever_was_asked_twice_is_free_after_the_last()
    {
        var twice = New.Given(new ColleagueAskedIn(Ravi, "x") { No = 1 }, SkillAsked with { No = 2 }).As(Ravi.Id);
        var once = twice.Given(new HelpGiven(1, 1, Ada, FirstTeam, [], Hour));
        Assert.Equal([Ravi.Id], once.State.Asked);
        Assert.Empty(once.Given(new AskWithdrawn(2, "dns")).State.Asked);
        // Settling what he was asked by name leaves what others were asked as well.
        Assert.Equal([2], twice.Given(new ColleagueAnswered(Ravi)).State.Hands.Asks.Select(a => a.No));
    }

    [Fact]
    public void Questions_end_with_the_ticket() => Assert.Equal((0, 0), CaredFor.Given(TeamAsked, Resolved).State is var t ? (t.Asked.Count, t.Hands.Asks.Count) : default);

    [Fact]
    public void A_team_that_is_asked_wakes_those_who_put_it_aside()
    {
        var aside = New.As(Ravi.Id).Given(new TicketSnoozed(null)).As(Ada.Id);
        Assert.Equal(SnoozeEnd.Called, aside.Given(TeamAsked).State.Snoozes[0].Woke!.Why);
        Assert.Equal(SnoozeEnd.Called, aside.Given(SkillAsked).State.Snoozes[0].Woke!.Why);
    }
}
