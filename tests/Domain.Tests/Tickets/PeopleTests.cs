using static FirstContact.Tickets.ATicket;

namespace FirstContact.Tickets;

public sealed class PeopleTests
{
    [Fact]
    public void Somebody_has_it()
    {
        New.When(t => t.Assign(null, Ada)).Then(new TicketAssigned(null, Ada));
        New.Given(new TicketAssigned(null, Ada)).When(t => t.Assign(Ada, null)).Then(new TicketAssigned(Ada, null));
        New.Given(new TicketAssigned(null, Ada)).When(t => t.Assign(Ada, Ada)).ThenNothing();
        New.When(t => t.Assign(null, null)).ThenNothing();
        IsClosed.When(t => t.Assign(null, Ravi)).Then(TicketErrors.NotOpen);
    }

    [Fact]
    public void Whoever_greets_first_has_it()
    {
        Assert.Equal(Ada.Id, New.Given(Greeted).State.Assignee);
        Assert.Equal(Ravi.Id, New.Given(new TicketAssigned(null, Ravi), Greeted).State.Assignee);
    }

    [Fact]
    public void It_moves_to_a_team_and_nobody_there_has_it_yet()
    {
        New.When(t => t.Move(FirstTeam, Network)).Then(new TicketMoved(FirstTeam, Network));
        New.When(t => t.Move(FirstTeam, FirstTeam)).ThenNothing();
        IsResolved.When(t => t.Move(FirstTeam, Network)).Then(TicketErrors.NotOpen);
        Assert.Equal((Network.Id, null), New.Given(Greeted, new TicketMoved(FirstTeam, Network)).State is var t ? (t.Team, t.Assignee) : default);
    }

    [Fact]
    public void A_colleague_is_asked_in_with_a_question()
    {
        New.When((t, by) => t.AskIn(by, Ravi, " Do you know this? ")).Then(new ColleagueAskedIn(Ravi, "Do you know this?") { No = 1 });
        New.When((t, by) => t.AskIn(by, Ravi, " ")).Then(TicketErrors.QuestionMissing);
        New.When((t, by) => t.AskIn(by, Ravi, Endless)).Then(TicketErrors.TooLong.At("question"));
        New.When((t, by) => t.AskIn(by, Ada, "hm?")).Then(TicketErrors.AskingOneself);
        IsClosed.When((t, by) => t.AskIn(by, Ravi, "hm?")).Then(TicketErrors.NotOpen);
    }

    [Fact]
    public void Whoever_was_asked_twice_stands_there_once_and_answers_once()
    {
        var asked = New.Given(new ColleagueAskedIn(Ravi, "one?"), new ColleagueAskedIn(Ravi, "two?"));
        Assert.Equal(([Ravi.Id], [Ravi.Id]), (asked.State.Asked, asked.State.Watchers));
        asked.When(t => t.AnswerAsked(Ravi)).Then(new ColleagueAnswered(Ravi));
        asked.When(t => t.AnswerAsked(Helen)).Then(TicketErrors.NotAsked);
        Assert.Equal(([], [Ravi.Id]), asked.Given(new ColleagueAnswered(Ravi)).State is var t ? (t.Asked, t.Watchers) : default);
        Assert.Equal<Seq<PersonId>>([], asked.Given(Resolved).State.Asked);
    }

    [Fact]
    public void People_look_on()
    {
        New.When(t => t.Watch(Ravi)).Then(new WatcherAdded(Ravi));
        New.Given(new WatcherAdded(Ravi)).When(t => t.Watch(Ravi)).ThenNothing();
        New.Given(new WatcherAdded(Ravi)).When(t => t.Unwatch(Ravi)).Then(new WatcherRemoved(Ravi));
        New.When(t => t.Unwatch(Ravi)).ThenNothing();
        Assert.Equal<Seq<PersonId>>([], New.Given(new WatcherAdded(Ravi), new WatcherRemoved(Ravi)).State.Watchers);
    }
}
