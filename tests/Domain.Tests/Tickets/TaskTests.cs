using static FirstContact.Tickets.ATicket;

namespace FirstContact.Tickets;

public sealed class TaskTests
{
    private static readonly Instant Tomorrow = New.By.At + Day;
    private static readonly TaskDetails Order = new("Order a ribbon", Ada, Tomorrow, Gates: true), Test = new("Print a label", null, null, Gates: false);
    private static readonly Story<Ticket> Listed = CaredFor.Given(new TaskAdded(10, Order), new TaskAdded(11, Test));
    private static readonly string LongestTask = new('x', Ticket.LongestTask);

    [Fact]
    public void A_list_is_written_down_at_once()
    {
        New.When((t, by) => t.AddTasks(by, [" Order a ribbon ", "", "Print a label"], Ada, Tomorrow, true)).Then(new TaskAdded(2, Order), new TaskAdded(3, Order with { Text = "Print a label" }));
        IsResolved.When((t, by) => t.AddTasks(by, ["Tell the others"], null, null, false)).Then(new TaskAdded(IsResolved.State.Version + 1, new("Tell the others", null, null, false)));
    }

    [Fact]
    public void A_number_never_means_another_task() =>
        New.Given(new TaskAdded(2, Test), new TaskRemoved(2, Test)).When((t, by) => t.AddTasks(by, ["x"], null, null, false)).Then(new TaskAdded(4, Test with { Text = "x" }));

    [Fact]
    public void A_task_says_something_and_is_due_later()
    {
        New.When((t, by) => t.AddTasks(by, [" "], null, by.At, false)).Then(TaskErrors.TextMissing, TaskErrors.DuePassed);
        New.When((t, by) => t.AddTasks(by, ["x", LongestTask + "x"], null, null, false)).Then(TaskErrors.TextTooLong);
        New.When((t, by) => t.AddTasks(by, [LongestTask], null, by.At + Duration.Epsilon, false)).Then(new TaskAdded(2, new(LongestTask, null, New.By.At + Duration.Epsilon, false)));
        New.When((t, by) => t.AddTasks(by, Enumerable.Repeat("x", Ticket.MostTasks + 1), null, null, false)).Then(TaskErrors.TooMany);
        Assert.Equal(Ticket.MostTasks, New.When((t, by) => t.AddTasks(by, Enumerable.Repeat("x", Ticket.MostTasks), null, null, false)).Answer!.Events.Count);
    }

    [Fact]
    public void A_task_is_changed_with_what_it_was()
    {
        Listed.When((t, by) => t.ChangeTask(by, 11, Order with { Text = " Order a ribbon " })).Then(new TaskChanged(11, Test, Order));
        Assert.Equal([Order, Order], Listed.Given(new TaskChanged(11, Test, Order)).State.Tasks.Select(t => t.Details));
        Listed.When((t, by) => t.ChangeTask(by, 10, Order)).ThenNothing();
        // Late is late: only another time has to lie ahead.
        Listed.After(Day * 2).When((t, by) => t.ChangeTask(by, 10, Order with { Gates = false })).Then(new TaskChanged(10, Order, Order with { Gates = false }));
        Listed.When((t, by) => t.ChangeTask(by, 10, new("", null, by.At, false))).Then(TaskErrors.TextMissing, TaskErrors.DuePassed);
        Listed.When((t, by) => t.ChangeTask(by, 10, Order with { Text = LongestTask + "x" })).Then(TaskErrors.TextTooLong);
    }

    [Fact]
    public void A_task_is_done_by_somebody_at_some_time_and_may_be_taken_up_again()
    {
        Listed.When(t => t.MarkTask(11, true)).Then(new TaskDone(11, Test.Text));
        Listed.When(t => t.MarkTask(11, false)).ThenNothing();
        var done = Listed.After(Hour).Given(new TaskDone(11, Test.Text));
        Assert.Equal(new DoneBy(Ada.Id, New.By.At + Hour), done.State.Tasks[1].Done);
        Assert.Equal([10], done.State.OpenTasks.Select(t => t.No));
        done.When(t => t.MarkTask(11, true)).ThenNothing();
        done.When(t => t.MarkTask(11, false)).Then(new TaskTakenUp(11, Test.Text));
        Assert.Equal(2, done.Given(new TaskTakenUp(11, Test.Text)).State.OpenTasks.Count());
    }

    [Fact]
    public void Tasks_have_an_order()
    {
        Listed.When(t => t.MoveTask(11, 1)).Then(new TaskMoved(11, Test.Text, 2, 1));
        Assert.Equal([11, 10], Listed.Given(new TaskMoved(11, Test.Text, 2, 1)).State.Tasks.Select(t => t.No));
        Listed.When(t => t.MoveTask(10, 99)).Then(new TaskMoved(10, Order.Text, 1, 2));
        Listed.When(t => t.MoveTask(10, 1)).ThenNothing();
        Listed.When(t => t.MoveTask(10, 0)).Then(TaskErrors.PlaceInvalid);
    }

    [Fact]
    public void A_task_that_is_none_is_not_found()
    {
        Listed.When((t, by) => t.ChangeTask(by, 9, Order)).Then(TaskErrors.NotFound);
        Listed.When(t => t.MarkTask(9, true)).Then(TaskErrors.NotFound);
        Listed.When(t => t.MoveTask(9, 1)).Then(TaskErrors.NotFound);
        Listed.When(t => t.RemoveTask(9)).Then(TaskErrors.NotFound);
        Listed.When(t => t.RemoveTask(10)).Then(new TaskRemoved(10, Order));
        Assert.Equal([11], Listed.Given(new TaskRemoved(10, Order)).State.Tasks.Select(t => t.No));
    }

    [Fact]
    public void Nobody_works_on_what_is_over()
    {
        var closed = Listed.Given(Resolved, Closed);
        Assert.Empty(closed.State.OpenTasks);
        closed.When((t, by) => t.AddTasks(by, ["x"], null, null, false)).Then(TicketErrors.NotOpen);
        closed.When((t, by) => t.ChangeTask(by, 10, Test)).Then(TicketErrors.NotOpen);
        closed.When(t => t.MarkTask(10, true)).Then(TicketErrors.NotOpen);
        closed.When(t => t.MoveTask(10, 2)).Then(TicketErrors.NotOpen);
        closed.When(t => t.RemoveTask(10)).Then(TicketErrors.NotOpen);
        Assert.Equal(2, closed.Given(new TicketReopened(TicketStatus.Closed, "x")).State.OpenTasks.Count());
    }

    [Fact]
    public void What_comes_first_is_done_first_or_passed_over_for_a_reason()
    {
        Listed.When((t, by) => t.Resolve(by, Usual, "Ribbon", null)).Then(TaskErrors.StillOpen);
        Listed.When((t, by) => t.Resolve(by, Usual, "Ribbon", null, " ")).Then(TaskErrors.StillOpen);
        Listed.When((t, by) => t.Resolve(by, Usual, "Ribbon", null, Endless)).Then(TicketErrors.TooLong.At("withoutTasks"));
        Listed.When((t, by) => t.Resolve(by, Usual, "Ribbon", null, " There was one ")).Then(new TasksPassedOver([Order.Text], "There was one"), Resolved with { Solution = "Ribbon" });
        Listed.Given(new TaskDone(10, Order.Text)).When((t, by) => t.Resolve(by, Usual, "Ribbon", null, "needless")).Then(Resolved with { Solution = "Ribbon" });
        New.Given(new TaskAdded(2, Order)).When((t, by) => t.Resolve(by, Anything, null, null)).Then(TicketErrors.SolutionMissing, TaskErrors.StillOpen);
    }

    [Fact]
    public void The_customers_word_does_not_pass_over_it() =>
        Listed.When((t, by) => t.VerifyByCustomer(by, Usual, CustomerOutcome.Works, null, false, null)).Then(TaskErrors.StillOpen);
}
