using FirstContact.Policies;
using static FirstContact.Tickets.ATicket;

namespace FirstContact.Tickets;

public sealed class ClosingTests
{
    private static readonly CareRule NoCustomer = Usual with { Steps = [.. Usual.Steps.Take(8), Demand.LeftOut] };
    private static Story<Ticket> ResolvedLater => CaredFor.After(Hour).Given(Resolved);

    private static Func<Ticket, By, Decision> Says(CustomerOutcome outcome, string? words, bool insist = false) => (t, by) => t.VerifyByCustomer(by, Usual, outcome, words, insist, Printing);

    [Fact]
    public void It_is_resolved_when_the_craft_has_been_checked()
    {
        CaredFor.After(Hour).When((t, by) => t.Resolve(by, Usual, " Ribbon ", " Turn it ")).Then(new TicketResolved("Ribbon", "Turn it", Hour));
        CaredFor.When((t, by) => t.Resolve(by, Usual, " ", " ")).Then(Resolved);
        CaredFor.When((t, by) => t.Resolve(by, Usual, Endless, null)).Then(TicketErrors.TooLong.At("solution"));
        CaredFor.When((t, by) => t.Resolve(by, Usual, null, Endless)).Then(TicketErrors.TooLong.At("nextTime"));
    }

    [Fact]
    public void Not_before()
    {
        for (var without = 0; without < AllButTheCustomer.Length; without++)
            New.Given([.. AllButTheCustomer.Where((_, i) => i != without)]).When((t, by) => t.Resolve(by, Usual, "x", null)).Then(TicketErrors.StepsMissing);
        New.Given(AllButTheCustomer).Given(new StepSkipped(CareStep.Selection, "one only")).When((t, by) => t.Resolve(by, Usual, null, null)).Then(Resolved);
    }

    [Fact]
    public void A_solution_is_named()
    {
        New.When((t, by) => t.Resolve(by, Anything, " ", null)).Then(TicketErrors.SolutionMissing);
        New.When((t, by) => t.Resolve(by, Anything, "Ribbon", null)).Then(Resolved with { Solution = "Ribbon" });
    }

    [Fact]
    public void It_is_resolved_once()
    {
        IsResolved.When((t, by) => t.Resolve(by, Usual, null, null)).ThenNothing();
        IsResolved.When((t, by) => t.Resolve(by, Usual, "Turned the ribbon", null)).ThenNothing();
        IsResolved.When((t, by) => t.Resolve(by, Usual, "Something else", null)).Then(TicketErrors.AlreadyResolved);
        IsClosed.When((t, by) => t.Resolve(by, Usual, "Something else", null)).Then(TicketErrors.AlreadyResolved);
        IsCancelled.When((t, by) => t.Resolve(by, Anything, "x", null)).Then(TicketErrors.NotOpen);
    }

    [Fact]
    public void The_customers_yes_closes() => ResolvedLater.As(Helen.Id).When(Says(CustomerOutcome.Works, " All good, thank you! "))
        .Then(new CustomerVerified(CustomerOutcome.Works, "All good, thank you!", OnBehalf: false, Insisted: false), Closed with { Took = Hour });

    [Fact]
    public void It_may_be_told_to_an_agent_who_has_done_all_and_not_resolved_it_yet() => CaredFor.When(Says(CustomerOutcome.Works, null))
        .Then(Resolved, new CustomerVerified(CustomerOutcome.Works, null, OnBehalf: true, Insisted: false), Closed);

    [Fact]
    public void A_yes_does_not_jump_over_the_steps() => New.When(Says(CustomerOutcome.Works, null)).Then(TicketErrors.StepsMissing);

    [Fact]
    public void The_customers_no_takes_the_work_up_again()
    {
        var asked = IsResolved.After(Hour).As(Helen.Id);
        var no = new CustomerVerified(CustomerOutcome.NotYet, "Blank again", OnBehalf: false, Insisted: false);
        asked.When(Says(CustomerOutcome.NotYet, " Blank again ")).Then(no);
        asked.When(Says(CustomerOutcome.NotYet, " ")).Then(TicketErrors.WordsMissing);
        var again = asked.Given(no).State;
        Assert.Equal((TicketStatus.InProgress, null, asked.By.At, CustomerWord.NotYet), (again.Status, again.ResolvedAt, again.CustomerSpokeAt, again.CustomerWord));
        Assert.Equal(CareStep.Selection, again.Next(Usual));
    }

    [Fact]
    public void A_yes_beside_words_that_say_otherwise_is_asked_back_once()
    {
        var asked = IsResolved.As(Helen.Id);
        asked.When(Says(CustomerOutcome.Works, "It still jams")).Then(TicketErrors.WordsSayOtherwise);
        asked.When(Says(CustomerOutcome.Works, "It still jams", insist: true)).Then(new CustomerVerified(CustomerOutcome.Works, "It still jams", false, Insisted: true), Closed);
        asked.When(Says(CustomerOutcome.Works, "Lovely", insist: true)).Then(new CustomerVerified(CustomerOutcome.Works, "Lovely", false, Insisted: false), Closed);
        asked.When(Says(CustomerOutcome.NotYet, "It still jams")).Then(new CustomerVerified(CustomerOutcome.NotYet, "It still jams", false, false));
    }

    [Fact]
    public void What_is_over_is_not_verified_again()
    {
        IsClosed.When(Says(CustomerOutcome.Works, null)).Then(TicketErrors.NotOpen);
        IsCancelled.When(Says(CustomerOutcome.NotYet, "x")).Then(TicketErrors.NotOpen);
        IsResolved.When(Says(CustomerOutcome.Works, Endless)).Then(TicketErrors.TooLong.At("words"));
    }

    [Fact]
    public void Without_the_customers_word_a_close_takes_a_reason()
    {
        ResolvedLater.When((t, by) => t.Close(by, Usual, " Has left the company ", Printing)).Then(new TicketClosed(Verification.Waived, "Has left the company", Printing, Hour));
        IsResolved.When((t, by) => t.Close(by, Usual, " ", Printing)).Then(TicketErrors.NotVerified);
        IsResolved.When((t, by) => t.Close(by, NoCustomer, null, null)).Then(new TicketClosed(Verification.Waived, null, null, Duration.Zero));
        IsResolved.When((t, by) => t.Close(by, Usual, Endless, Printing)).Then(TicketErrors.TooLong.At("reason"));
        New.When((t, by) => t.Close(by, Usual, "x", null)).Then(TicketErrors.NotResolved);
        IsCancelled.When((t, by) => t.Close(by, Usual, "x", null)).Then(TicketErrors.NotResolved);
        IsClosed.When((t, by) => t.Close(by, Usual, "x", null)).ThenNothing();
    }

    [Fact]
    public void Silence_closes_after_the_period_and_is_marked_as_such()
    {
        IsResolved.After(Day).When((t, by) => t.CloseBySilence(by, Day, Printing)).Then(new TicketClosed(Verification.BySilence, null, Printing, Day));
        IsResolved.After(Day - Duration.Epsilon).When((t, by) => t.CloseBySilence(by, Day, Printing)).ThenNothing();
        CaredFor.After(Day).When((t, by) => t.CloseBySilence(by, Day, Printing)).ThenNothing();
        IsClosed.After(Day).When((t, by) => t.CloseBySilence(by, Day, Printing)).ThenNothing();
        IsResolved.As(Helen.Id).Given(new MessagePosted(1, MessageKind.Reply, Visibility.Public, "wait") { CustomersSide = true }).After(Day).When((t, by) => t.CloseBySilence(by, Day, Printing)).ThenNothing();
    }

    [Fact]
    public void It_is_reopened_within_the_set_time()
    {
        IsClosed.After(Day).When((t, by) => t.Reopen(by, Day, " Blank again ")).Then(new TicketReopened(TicketStatus.Closed, "Blank again"));
        IsClosed.After(Day + Duration.Epsilon).When((t, by) => t.Reopen(by, Day, "Blank again")).Then(TicketErrors.TooLateToReopen);
        IsResolved.After(Day * 9).When((t, by) => t.Reopen(by, Day, "Blank again")).Then(new TicketReopened(TicketStatus.Resolved, "Blank again"));
        IsClosed.When((t, by) => t.Reopen(by, Day, " ")).Then(TicketErrors.ReasonMissing);
        IsClosed.When((t, by) => t.Reopen(by, Day, Endless)).Then(TicketErrors.TooLong.At("reason"));
        New.When((t, by) => t.Reopen(by, Day, "x")).Then(TicketErrors.StillOpen);
        IsCancelled.When((t, by) => t.Reopen(by, Day, "x")).Then(TicketErrors.CancelledForGood);
        var open = IsClosed.Given(new TicketReopened(TicketStatus.Closed, "x")).State;
        Assert.Equal((TicketStatus.InProgress, null, null, null), (open.Status, open.ClosedAt, open.ResolvedAt, open.CategoryClosed));
        Assert.True(open.Care.Proposals[0].Failed && !open.Care.Has(CareStep.CustomerVerification));
    }

    [Fact]
    public void What_nobody_wants_any_more_is_cancelled()
    {
        New.When(t => t.Cancel(" asked twice ")).Then(new TicketCancelled("asked twice"));
        New.When(t => t.Cancel(" ")).Then(TicketErrors.ReasonMissing);
        New.When(t => t.Cancel(Endless)).Then(TicketErrors.TooLong.At("reason"));
        IsResolved.When(t => t.Cancel("x")).Then(TicketErrors.NotOpen);
        IsCancelled.When(t => t.Cancel("x")).ThenNothing();
        Assert.Equal((false, TicketStatus.Cancelled, New.By.At), IsCancelled.State is var t ? (t.IsOpen, t.Status, t.ClosedAt) : default);
    }
}
