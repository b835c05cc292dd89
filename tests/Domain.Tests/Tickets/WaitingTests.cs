using static FirstContact.Tickets.ATicket;

namespace FirstContact.Tickets;

public sealed class WaitingTests
{
    private static readonly Instant Tomorrow = New.By.At + Day;
    private static readonly TicketWaiting Waiting = new(WaitFor.Supplier, "Ordered a ribbon", false, Tomorrow);

    [Fact]
    public void It_says_for_whom_why_and_until_when() =>
        New.When((t, by) => t.WaitFor(by, WaitFor.Supplier, " Ordered a ribbon ", false, Tomorrow)).Then(Waiting);

    [Fact]
    public void It_may_wait_without_an_end() =>
        New.When((t, by) => t.WaitFor(by, WaitFor.Customer, "Asked for the serial number", true, null)).Then(new TicketWaiting(WaitFor.Customer, "Asked for the serial number", true, null));

    [Fact]
    public void Nothing_waits_without_a_reason()
    {
        New.When((t, by) => t.WaitFor(by, WaitFor.Other, " ", false, null)).Then(TicketErrors.ReasonMissing);
        New.When((t, by) => t.WaitFor(by, WaitFor.Other, Endless, false, null)).Then(TicketErrors.TooLong.At("reason"));
    }

    [Fact]
    public void Nothing_waits_until_the_past()
    {
        New.When((t, by) => t.WaitFor(by, WaitFor.Other, "why", false, by.At)).Then(TicketErrors.WaitUntilPassed);
        New.When((t, by) => t.WaitFor(by, WaitFor.Other, "why", false, by.At + Duration.Epsilon)).Then(new TicketWaiting(WaitFor.Other, "why", false, New.By.At + Duration.Epsilon));
    }

    [Fact]
    public void What_is_over_waits_for_nobody() => IsResolved.When((t, by) => t.WaitFor(by, WaitFor.Other, "why", false, null)).Then(TicketErrors.NotOpen);

    [Fact]
    public void It_is_taken_up_again_by_hand()
    {
        New.Given(Waiting).After(Hour).When((t, by) => t.Resume(by)).Then(new TicketResumed(ResumedBy.Hand, Hour));
        New.When((t, by) => t.Resume(by)).Then(TicketErrors.NotWaiting);
    }

    [Fact]
    public void It_wakes_when_its_time_has_come_and_not_before()
    {
        New.Given(Waiting).After(Day).When((t, by) => t.Wake(by)).Then(new TicketResumed(ResumedBy.TimeUp, Day));
        New.Given(Waiting).After(Day - Duration.Epsilon).When((t, by) => t.Wake(by)).ThenNothing();
        New.Given(Waiting with { Until = null }).After(Day * 100).When((t, by) => t.Wake(by)).ThenNothing();
        New.After(Day).When((t, by) => t.Wake(by)).ThenNothing();
    }

    [Fact]
    public void What_woke_up_wants_a_look_until_somebody_works_on_it()
    {
        var woke = New.Given(Waiting).After(Day).Given(new TicketResumed(ResumedBy.TimeUp, Day));
        Assert.Equal((TicketStatus.InProgress, woke.By.At, null), (woke.State.Status, woke.State.WokeAt, woke.State.Wait));
        Assert.Null(woke.Given(Stated).State.WokeAt);
        Assert.Null(New.Given(Waiting, new TicketResumed(ResumedBy.Hand, Hour)).State.WokeAt);
    }
}
