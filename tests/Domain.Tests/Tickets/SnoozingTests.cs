using static FirstContact.Tickets.ATicket;

namespace FirstContact.Tickets;

public sealed class SnoozingTests
{
    private static readonly Instant Tomorrow = New.By.At + Day;
    private static readonly MessagePosted Reply = new(1, MessageKind.Reply, Visibility.Public, "Which printer?"), Answer = new(2, MessageKind.Reply, Visibility.Public, "Printer 7") { CustomersSide = true };
    private static readonly Story<Ticket> Answered = New.Given(Reply), Aside = Answered.Given(new TicketSnoozed(Tomorrow));

    [Fact]
    public void It_is_put_aside_for_oneself_until_a_time_or_until_the_customer_speaks()
    {
        Answered.When((t, by) => t.Snooze(by, Tomorrow)).Then(new TicketSnoozed(Tomorrow));
        Answered.When((t, by) => t.Snooze(by, null)).Then(new TicketSnoozed(null));
        Aside.When((t, by) => t.Snooze(by, Tomorrow)).ThenNothing();
        Aside.As(Ravi.Id).When((t, by) => t.Snooze(by, Tomorrow)).Then(new TicketSnoozed(Tomorrow));
        Assert.Equal([new Snooze(Ada.Id, Tomorrow + Hour, Aside.By.At)], Aside.Given(new TicketSnoozed(Tomorrow + Hour)).State.Snoozes);
        Assert.Equal(2, Aside.As(Ravi.Id).Given(new TicketSnoozed(null)).State.Snoozes.Count);
        IsResolved.When((t, by) => t.Snooze(by, null)).Then(new TicketSnoozed(null));
    }

    [Fact]
    public void It_is_no_news_to_others() => Assert.Equal(Answered.State.UpdatedAt, Answered.After(Hour).Given(new TicketSnoozed(Tomorrow)).State.UpdatedAt);

    [Fact]
    public void The_time_lies_ahead_and_not_too_far()
    {
        Answered.When((t, by) => t.Snooze(by, by.At)).Then(SnoozeErrors.Passed);
        Answered.When((t, by) => t.Snooze(by, by.At + Duration.Epsilon)).Then(new TicketSnoozed(New.By.At + Duration.Epsilon));
        Answered.When((t, by) => t.Snooze(by, by.At + Ticket.LongestSnooze)).Then(new TicketSnoozed(New.By.At + Ticket.LongestSnooze));
        Answered.When((t, by) => t.Snooze(by, by.At + Ticket.LongestSnooze + Duration.Epsilon)).Then(SnoozeErrors.TooLong);
        IsClosed.When((t, by) => t.Snooze(by, Tomorrow)).Then(TicketErrors.NotOpen);
    }

    [Fact]
    public void Nothing_is_parked_in_silence()
    {
        New.When((t, by) => t.Snooze(by, null)).Then(SnoozeErrors.CustomerWaits);
        New.When((t, by) => t.Snooze(by, Tomorrow)).Then(new TicketSnoozed(Tomorrow));
        var promised = Answered.Given(new TicketAssigned(null, Ada), new NewsPromised(Tomorrow));
        promised.When((t, by) => t.Snooze(by, Tomorrow + Duration.Epsilon)).Then(SnoozeErrors.PastPromise);
        promised.When((t, by) => t.Snooze(by, null)).Then(SnoozeErrors.PastPromise);
        promised.When((t, by) => t.Snooze(by, Tomorrow)).Then(new TicketSnoozed(Tomorrow));
        // Who has not promised may look away.
        promised.As(Ravi.Id).When((t, by) => t.Snooze(by, null)).Then(new TicketSnoozed(null));
    }

    [Fact]
    public void It_wakes_when_its_time_has_come_and_not_before()
    {
        var names = new Dictionary<PersonId, string> { [Ada.Id] = Ada.Name };
        Aside.After(Day).When((t, by) => t.WakeSnoozes(by, names)).Then(new SnoozeEnded(Ada, SnoozeEnd.TimeUp));
        Aside.After(Day - Duration.Epsilon).When((t, by) => t.WakeSnoozes(by, names)).ThenNothing();
        Answered.Given(new TicketSnoozed(null)).After(Day * 100).When((t, by) => t.WakeSnoozes(by, names)).ThenNothing();
        var woke = Aside.As(PersonId.Desk).After(Day).Given(new SnoozeEnded(Ada, SnoozeEnd.TimeUp));
        Assert.Equal(new Awakening(SnoozeEnd.TimeUp, Tomorrow), Assert.Single(woke.State.Snoozes).Woke);
        woke.When((t, by) => t.WakeSnoozes(by, names)).ThenNothing();
    }

    [Fact]
    public void It_wakes_when_the_customer_speaks()
    {
        foreach (var word in new Event[] { Answer, new StatementCorrected("x", "y"), new CustomerVerified(CustomerOutcome.NotYet, "no", false, false), new TicketReopened(TicketStatus.Resolved, "again") })
            Assert.Equal(SnoozeEnd.CustomerSpoke, Assert.Single(Aside.As(Helen.Id).Given(word).State.Snoozes).Woke?.Why);
        foreach (var other in new Event[] { Reply, Answer with { Visibility = Visibility.Internal }, new TicketRetitled("a", "b"), new TicketAssigned(null, Ravi) })
            Assert.Null(Assert.Single(Aside.As(Ravi.Id).Given(other).State.Snoozes).Woke);
    }

    [Fact]
    public void It_wakes_when_a_colleague_calls()
    {
        var aside = Aside.As(Ravi.Id);
        Assert.Equal(SnoozeEnd.Called, Assert.Single(aside.Given(new TicketAssigned(Ravi, Ada)).State.Snoozes).Woke?.Why);
        Assert.Equal(SnoozeEnd.Called, Assert.Single(aside.Given(new ColleagueAskedIn(Ada, "?")).State.Snoozes).Woke?.Why);
        Assert.Null(Assert.Single(Aside.Given(new TicketAssigned(null, Ada)).State.Snoozes).Woke);
    }

    [Fact]
    public void What_woke_up_is_seen_once_something_is_done_about_it()
    {
        var woke = Aside.As(Helen.Id).Given(Answer);
        Assert.Single(woke.As(Ravi.Id).Given(new MessagePosted(3, MessageKind.Note, Visibility.Internal, "x")).State.Snoozes);
        Assert.Empty(woke.As(Ada.Id).Given(new MessagePosted(3, MessageKind.Note, Visibility.Internal, "x")).State.Snoozes);
        woke.As(Ada.Id).When((t, by) => t.Unsnooze(by, Ada.Name)).Then(new SnoozeEnded(Ada, SnoozeEnd.Hand));
        Assert.Empty(woke.As(Ada.Id).Given(new SnoozeEnded(Ada, SnoozeEnd.Hand)).State.Snoozes);
        // What one does while it sleeps does not wake it.
        Assert.Single(Aside.Given(new MessagePosted(2, MessageKind.Note, Visibility.Internal, "x")).State.Snoozes);
        woke.As(Ravi.Id).When((t, by) => t.Unsnooze(by, Ravi.Name)).Then(SnoozeErrors.NotSnoozed);
    }

    [Fact]
    public void What_is_over_is_aside_for_all() => Assert.Empty(Aside.Given(Resolved, Closed).State.Snoozes);
}
