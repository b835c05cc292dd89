using static FirstContact.Tickets.ATicket;

namespace FirstContact.Tickets;

public sealed class HandsTests
{
    private static readonly HandoverWords Words = new("Blank labels", "Turned the ribbon", "Look at the switch");
    private static readonly TicketHandedOver Over = new(1, FirstTeam, Network, Ada, Words);
    private static readonly Story<Ticket> Handed = New.Given(Over);

    private static Story<Ticket> Hand(HandoverWords words, Named<TeamId>? to = null) => New.When((t, by) => t.HandOver(by, Ada, FirstTeam, to ?? Network, words));

    [Fact]
    public void A_handover_carries_what_is_known_and_moves_nothing_yet()
    {
        Hand(Words).Then(Over);
        Assert.Equal((New.State.Team, New.State.Assignee, Words), (Handed.State.Team, Handed.State.Assignee, Handed.State.Hands.Pending!.Words));
        New.Given(new ProblemStated("Labels are blank")).When((t, by) => t.HandOver(by, Ada, FirstTeam, Network, new(null, " ", " Look "))).Then(new TicketHandedOver(1, FirstTeam, Network, Ada, new("Labels are blank", null, "Look")));
        var promise = New.By.At + Hour;
        Hand(Words with { Promise = promise }).Then(Over with { Words = Words with { Promise = promise } }, new NewsPromised(promise));
    }

    [Fact]
    public void What_is_missing_is_said_at_once()
    {
        Hand(new(null, new string('x', Ticket.LongestText + 1), " ", New.By.At), FirstTeam).Then(HandoverErrors.SameTeam, HandoverErrors.AskedMissing, TicketErrors.TooLong.At("tried"), TicketErrors.PromisePassed);
        New.When((t, by) => t.HandOver(by, Ada, FirstTeam, null, new(null, null, null))).Then(HandoverErrors.TeamUnknown, HandoverErrors.AskedMissing);
        Handed.When((t, by) => t.HandOver(by, Ada, FirstTeam, Network, Words)).Then(HandoverErrors.Pending);
        IsResolved.When((t, by) => t.HandOver(by, Ada, FirstTeam, Network, Words)).Then(TicketErrors.NotOpen);
    }

    [Fact]
    public void Whoever_accepts_it_has_it()
    {
        Handed.After(Hour).When((t, by) => t.AcceptHandover(by, 1, Ravi)).Then(new HandoverAccepted(1, FirstTeam, Network, Ravi, Hour));
        var accepted = Handed.Given(new HandoverAccepted(1, FirstTeam, Network, Ravi, Hour)).State;
        Assert.Equal((Network.Id, Ravi.Id, null, 1), (accepted.Team, accepted.Assignee, accepted.Hands.Pending, accepted.Hands.Handovers));
        Handed.When((t, by) => t.AcceptHandover(by, 2, Ravi)).Then(HandoverErrors.NothingPending);
        New.When((t, by) => t.AcceptHandover(by, 1, Ravi)).Then(HandoverErrors.NothingPending);
    }

    [Fact]
    public void It_comes_back_with_a_reason_and_with_what_was_missing()
    {
        Handed.When((t, by) => t.ReturnHandover(by, 1, "Not ours", "The device")).Then(new HandoverReturned(1, FirstTeam, Network, "Not ours", "The device", Duration.Zero));
        Handed.When((t, by) => t.ReturnHandover(by, 1, " ", new string('x', Ticket.LongestText + 1))).Then(TicketErrors.ReasonMissing, TicketErrors.TooLong.At("missing"));
        New.When((t, by) => t.ReturnHandover(by, 1, "Not ours", null)).Then(HandoverErrors.NothingPending);
        var returned = New.Given(new TicketAssigned(null, Ada), Over).As(Ravi.Id).Given(new HandoverReturned(1, FirstTeam, Network, "Not ours", null, Hour));
        Assert.Equal(("Not ours", null), (returned.State.Hands.Returned!.Reason, returned.State.Hands.Pending));
        // A colleague's note changes nothing; the owner's own does.
        var note = new MessagePosted(1, MessageKind.Note, Visibility.Internal, "x");
        Assert.NotNull(returned.Given(note).State.Hands.Returned);
        Assert.Null(returned.As(Ada.Id).Given(note).State.Hands.Returned);
    }

    [Fact]
    public void It_is_taken_back_or_ends_with_the_ticket()
    {
        Handed.When(t => t.WithdrawHandover(1)).Then(new HandoverWithdrawn(1, Network));
        Handed.When(t => t.WithdrawHandover(3)).Then(HandoverErrors.NothingPending);
        Assert.Null(Handed.Given(new HandoverWithdrawn(1, Network)).State.Hands.Pending);
        Assert.Null(Handed.Given(new TicketMoved(FirstTeam, Network)).State.Hands.Pending);
        Assert.Null(Handed.Given(new TicketCancelled("x")).State.Hands.Pending);
    }

    [Fact]
    public void What_somebody_else_gives_one_is_new_until_one_touches_it()
    {
        var given = New.Given(new TicketAssigned(null, Ravi));
        Assert.Equal(new Given(New.By.Person, New.By.At), given.State.Hands.Given);
        Assert.Null(New.As(Ravi.Id).Given(new TicketAssigned(null, Ravi)).State.Hands.Given);
        Assert.Null(given.As(Ravi.Id).Given(new CustomerGreeted(null)).State.Hands.Given);
        Assert.NotNull(given.Given(new CustomerGreeted(null)).State.Hands.Given);
        Assert.Null(given.Given(new TicketAssigned(Ravi, null)).State.Hands.Given);
    }

    [Fact]
    public void A_call_lasts_until_one_looks_or_acts()
    {
        var called = New.Given(new MessagePosted(1, MessageKind.Note, Visibility.Internal, "x") { Mentions = [Ravi, Ada] });
        Assert.Equal(Seq.Of<PersonId>([Ravi.Id]), called.State.Hands.Mentioned.Remove(New.By.Person == Ada.Id ? default : Ada.Id));
        called.As(Ravi.Id).When((t, by) => t.SeeMention(by)).Then(new MentionSeen());
        Assert.DoesNotContain(Ravi.Id, called.As(Ravi.Id).Given(new MentionSeen()).State.Hands.Mentioned);
        Assert.DoesNotContain(Ravi.Id, called.As(Ravi.Id).Given(new MessagePosted(2, MessageKind.Note, Visibility.Internal, "y")).State.Hands.Mentioned);
        New.As(Ravi.Id).When((t, by) => t.SeeMention(by)).Then(HandoverErrors.NotMentioned);
    }

    [Fact]
    public void Whoever_was_asked_to_check_need_not_when_it_is_checked()
    {
        New.When((t, by) => t.AskIn(by, Ravi, "Does it print?", toCheck: true)).Then(new ColleagueAskedIn(Ravi, "Does it print?") { No = 1, ToCheck = true });
        var asked = New.Given(new ColleagueAskedIn(Ravi, "Does it print?") { ToCheck = true });
        Assert.Equal(Seq.Of<PersonId>([Ravi.Id]), asked.State.Hands.Checkers);
        Assert.Empty(asked.Given(new ColleagueAnswered(Ravi)).State.Hands.Checkers);
        var seen = asked.Given(new CraftVerified(CraftOutcome.Works, "looked", [])).State;
        Assert.Equal((0, 0), (seen.Hands.Checkers.Count, seen.Asked.Count));
    }
}
