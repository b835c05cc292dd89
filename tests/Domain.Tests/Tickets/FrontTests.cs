using static FirstContact.Tickets.ATicket;

namespace FirstContact.Tickets;

public sealed class FrontTests
{
    private static readonly Classification About = new(Printing, null, null);
    private static readonly FrontAnswered Said = new(FrontNeed.Access, "To the print server", Network, About);

    [Fact]
    public void Another_team_says_what_first_contact_would_have_needed()
    {
        IsResolved.When(t => t.AnswerFront(FrontNeed.Access, " To the print server ", Network, false, About)).Then(Said);
        IsClosed.When(t => t.AnswerFront(FrontNeed.Nothing, null, Network, false, About)).Then(Said with { Need = FrontNeed.Nothing, Words = null });
        IsResolved.Given(Said).When(t => t.AnswerFront(FrontNeed.Access, "To the print server", Network, false, About)).ThenNothing();
        // Whoever thinks again says it again.
        IsResolved.Given(Said).When(t => t.AnswerFront(FrontNeed.Tool, null, Network, false, About)).Then(Said with { Need = FrontNeed.Tool, Words = null });
    }

    [Fact]
    public void It_may_be_left_open()
    {
        IsResolved.When(t => t.LeaveFrontOpen()).Then(new FrontLeftOpen());
        IsResolved.Given(Said).When(t => t.LeaveFrontOpen()).ThenNothing();
        Assert.Null(IsResolved.Given(new FrontLeftOpen()).State.Hands.Front!.Need);
        New.When(t => t.LeaveFrontOpen()).Then(FrontErrors.NotResolved);
    }

    [Fact]
    public void What_it_cannot_be_asked_of()
    {
        New.When(t => t.AnswerFront(FrontNeed.Tool, null, Network, false, About)).Then(FrontErrors.NotResolved);
        IsCancelled.When(t => t.AnswerFront(FrontNeed.Tool, null, Network, false, About)).Then(FrontErrors.NotResolved);
        IsResolved.When(t => t.AnswerFront(FrontNeed.Tool, null, FirstTeam, true, About)).Then(FrontErrors.AtFront);
        IsResolved.When(t => t.AnswerFront(null, Endless, Network, false, About)).Then(FrontErrors.NeedMissing, TicketErrors.TooLong.At("words"));
    }

    [Fact]
    public void What_did_not_hold_is_asked_anew()
    {
        Assert.Null(IsResolved.Given(Said, new TicketReopened(TicketStatus.Resolved, "Blank again")).State.Hands.Front);
        Assert.Null(IsResolved.Given(Said, new CustomerVerified(CustomerOutcome.NotYet, "Blank", false, false)).State.Hands.Front);
        Assert.NotNull(IsResolved.Given(Said, Closed).State.Hands.Front);
    }
}
