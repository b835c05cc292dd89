using FirstContact.Tickets;

namespace FirstContact.Writing;

public sealed class ReplyTests
{
    private static readonly Named<PersonId> Ada = new(new(1), "Ada Byron");
    private static readonly Duration Moment = Duration.FromSeconds(15);
    private static readonly ReplyWords Words = new("It prints again");
    private static readonly Story<Reply> None = new(new Reply());
    private static readonly Instant Now = None.By.At;
    private static readonly ReplyQueued Queued = new(new(12), Ada, Words, Now + Moment, false, 7);
    private static readonly Story<Reply> Waits = None.Given(Queued);

    private static Story<Reply> Sent(Instant? leaves) => None.When((_, by) => Reply.Queue(by, Ada, new(12), 7, Words, leaves, Moment));

    [Fact]
    public void It_waits_a_moment_or_until_the_time_it_was_given()
    {
        Sent(null).Then(Queued);
        Sent(Now + Duration.FromHours(1)).Then(new ReplyQueued(new(12), Ada, Words, Now + Duration.FromHours(1), true, 7));
        Assert.Equal((ReplyState.Waiting, Ada, 12L, 7), (Waits.State.State, Waits.State.Author, Waits.State.Ticket.Value, Waits.State.Seen));
    }

    [Fact]
    public void The_time_lies_ahead_and_not_too_far()
    {
        Sent(Now).Then(WritingErrors.LeavesPassed);
        Sent(Now + Duration.Epsilon).Then(new ReplyQueued(new(12), Ada, Words, Now + Duration.Epsilon, true, 7));
        Sent(Now + Reply.LongestWait + Duration.Epsilon).Then(WritingErrors.LeavesTooLate);
    }

    [Fact]
    public void Until_it_leaves_it_can_be_taken_back()
    {
        Waits.When(r => r.TakeBack()).Then(new ReplyTakenBack());
        Waits.Given(new ReplyStopped("x")).When(r => r.TakeBack()).Then(new ReplyTakenBack());
        Waits.Given(new ReplyLeft()).When(r => r.TakeBack()).Then(WritingErrors.Left);
        Waits.Given(new ReplyTakenBack()).When(r => r.TakeBack()).Then(WritingErrors.TakenBack);
    }

    [Fact]
    public void It_leaves_at_its_time_and_once()
    {
        Waits.When((r, by) => r.Leave(by)).ThenNothing();
        Waits.After(Moment).When((r, by) => r.Leave(by)).Then(new ReplyLeft());
        Waits.Given(new ReplyLeft()).After(Moment).When((r, by) => r.Leave(by)).ThenNothing();
        Waits.Given(new ReplyTakenBack()).After(Moment).When((r, by) => r.Leave(by)).ThenNothing();
    }

    [Fact]
    public void One_that_was_stopped_waits_for_somebody_who_sends_it_after_all()
    {
        Waits.When(r => r.Stop("Helen wrote")).Then(new ReplyStopped("Helen wrote"));
        var stopped = Waits.Given(new ReplyStopped("Helen wrote"));
        stopped.When(r => r.Stop("again")).ThenNothing();
        stopped.After(Moment).When((r, by) => r.Leave(by)).ThenNothing();
        stopped.When((r, by) => r.Hurry(by)).Then(new ReplyHurried(Now + Moment, Now));
        Assert.Equal((ReplyState.Waiting, null, true), stopped.Given(new ReplyHurried(Now + Moment, Now)).State is var r ? (r.State, r.Stopped, r.IsHere) : default);
        Waits.Given(new ReplyLeft()).When((r, by) => r.Hurry(by)).Then(WritingErrors.Left);
    }
}
