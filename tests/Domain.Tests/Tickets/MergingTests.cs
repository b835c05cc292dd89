using static FirstContact.Tickets.ATicket;

namespace FirstContact.Tickets;

public sealed class MergingTests
{
    private static readonly Story<Ticket> Other = new Story<Ticket>(new Ticket { Id = new(7) }).As(Helen.Id).Given(Opened with { Title = "Printer 7 is blank" }).As(Ada.Id).Given(Greeted);
    private static readonly Story<Ticket> Ravis = new Story<Ticket>(new Ticket { Id = new(8) }).As(Ravi.Id).Given(Opened with { Customer = Ravi }).As(Ada.Id).Given(Greeted);
    private static readonly TicketRef Here = new(new(123), "INC-000123", Opened.Title), There = new(new(7), "INC-000007", "Printer 7 is blank");
    private static readonly Story<Ticket> IsMerged = New.Given(new TicketMerged(There));
    private static readonly TicketTookIn Took = new(Here, Helen, [], [], [], New.By.At, null);
    private static readonly MessagePosted Reply = new(1, MessageKind.Reply, Visibility.Public, "Which one?"), Answer = new(1, MessageKind.Reply, Visibility.Public, "Number 7") { CustomersSide = true };

    [Fact]
    public void A_ticket_goes_into_another_that_is_the_same_matter()
    {
        New.When(t => t.MergeInto(Other.State, false)).Then(new TicketMerged(There));
        IsResolved.When(t => t.MergeInto(Other.State, false)).Then(new TicketMerged(There));
        IsClosed.When(t => t.MergeInto(Other.State, false)).Then(new TicketMerged(There));
        Assert.Equal((TicketStatus.Closed, There.Id, New.By.At), (IsMerged.State.Status, IsMerged.State.Merged!.Into, IsMerged.State.ClosedAt!.Value));
    }

    [Fact]
    public void Not_into_everything()
    {
        New.When(t => t.MergeInto(t, false)).Then(MergeErrors.ToItself);
        IsMerged.When(t => t.MergeInto(Ravis.State, false)).Then(MergeErrors.Merged);
        IsCancelled.When(t => t.MergeInto(Other.State, false)).Then(TicketErrors.CancelledForGood);
        New.When(t => t.MergeInto(Other.Given(new TicketMerged(There with { Id = new(9) })).State, false)).Then(MergeErrors.IntoMerged);
        New.When(t => t.MergeInto(Other.Given(Resolved, Closed).State, false)).Then(MergeErrors.IntoOver);
        New.When(t => t.MergeInto(Other.Given(new TicketCancelled("x")).State, false)).Then(MergeErrors.IntoOver);
        New.When(t => t.MergeInto(Other.Given(Resolved).State, false)).Then(new TicketMerged(There));
        New.Given(new TaskAdded(9, new("x", null, null, false))).When(t => t.MergeInto(Other.State, false)).Then(MergeErrors.TasksOpen);
        New.Given(new TaskAdded(9, new("x", null, null, false)), new TaskDone(9, "x")).When(t => t.MergeInto(Other.State, false)).Then(new TicketMerged(There));
    }

    [Fact]
    public void Another_customer_is_asked_back_once()
    {
        New.When(t => t.MergeInto(Ravis.State, false)).Then(MergeErrors.OtherCustomer);
        New.When(t => t.MergeInto(Ravis.State, true)).Then(new TicketMerged(TicketRef.Of(Ravis.State)));
    }

    [Fact]
    public void The_other_takes_over_who_waits_who_watches_and_what_was_promised()
    {
        var tomorrow = New.By.At + Day;
        var from = New.Given(new WatcherAdded(Ravi), new WatcherAdded(Helen), new ColleagueAskedIn(Ravi, "?"), new NewsPromised(tomorrow)).State;
        var took = new TicketTookIn(Here, Helen, [], [Ravi], [Ravi], New.By.At, tomorrow);
        Other.When(t => t.TakeIn(from, Helen, [Ravi, Helen], [Ravi])).Then(took);
        var after = Other.Given(took).State;
        Assert.Equal(([Ravi.Id], [Ravi.Id], New.By.At, CustomerWord.Answered, tomorrow), (after.Watchers, after.Asked, after.CustomerSpokeAt, after.CustomerWord, after.PromisedAt));
        Assert.Equal([Here.Id], after.WithinIt);
        // What is there already stays: who watches, who waits longer, what is promised sooner.
        Assert.Equal(tomorrow - Hour, Other.Given(new NewsPromised(tomorrow - Hour), took).State.PromisedAt);
        Other.Given(new WatcherAdded(Ravi), new ColleagueAskedIn(Ravi, "?")).When(t => t.TakeIn(from, Helen, [Ravi], [Ravi])).Then(took with { Watchers = [], Asked = [] });
    }

    [Fact]
    public void What_was_taken_in_goes_along()
    {
        var inner = Other.Given(new TicketTookIn(There with { Id = new(5) }, Helen, [new(4)], [], [], null, null));
        New.When(t => t.TakeIn(inner.State, Helen, [], [])).Then(new TicketTookIn(There, Helen, [new(5), new(4)], [], [], null, null));
        Assert.Equal([new(7), new(5), new(4)], New.Given(new TicketTookIn(There, Helen, [new(5), new(4)], [], [], null, null)).State.WithinIt);
    }

    [Fact]
    public void An_undone_merge_leaves_both_as_they_were()
    {
        var tomorrow = New.By.At + Day;
        foreach (var before in new[]
        {
            New, CaredFor, IsResolved, IsClosed, New.Given(new TicketWaiting(WaitFor.Supplier, "x", false, tomorrow)), New.Given(new NewsPromised(tomorrow), new ColleagueAskedIn(Ravi, "?")), CaredFor.Given(new TicketSnoozed(tomorrow)),
        })
        {
            var undone = before.Given(new TicketMerged(There)).After(Hour).Given(new MergeUndone(There)).State;
            Assert.Equal(before.State, undone with { Version = before.State.Version, UpdatedAt = before.State.UpdatedAt });

            foreach (var other in new[] { Other, Other.Given(new NewsPromised(tomorrow + Day), new WatcherAdded(Ravi)), Other.Given(Reply) })
            {
                var took = other.When(t => t.TakeIn(before.State, Helen, [Ravi], [])).Answer!.Events;
                var given = other.Given([.. took]).Given(new TicketGaveBack(Here)).State;
                Assert.Equal(other.State, given with { Version = other.State.Version, UpdatedAt = other.State.UpdatedAt, CustomerWord = other.State.CustomerWord });
            }
        }
        IsMerged.When(t => t.UndoMerge(Other.State)).Then(new MergeUndone(There));
        Other.Given(Took).When(t => t.GiveBack(IsMerged.State)).Then(new TicketGaveBack(Here));
    }

    [Fact]
    public void What_contradicts_it_is_said()
    {
        New.When(t => t.UndoMerge(Other.State)).Then(MergeErrors.NotMerged);
        IsMerged.When(t => t.UndoMerge(Other.Given(new TicketMerged(There with { Id = new(9) })).State)).Then(MergeErrors.MergedOn);
        Other.When(t => t.GiveBack(IsMerged.State)).ThenNothing();
        // Who was let watch, answered or was promised anew stays so.
        var took = Took with { Watchers = [Ravi], CustomerWaitsSince = New.By.At, Promised = New.By.At + Day };
        var answered = Other.Given(took, Reply, new PromiseKept(New.By.At + Day, true), new NewsPromised(New.By.At + Hour), new TicketGaveBack(Here)).State;
        Assert.Equal((null, New.By.At + Hour), (answered.CustomerSpokeAt, answered.PromisedAt));
        // With two of them nobody knows who waits: better one look too many.
        Assert.NotNull(Other.Given(took, Took with { From = There with { Id = new(9) } }, new TicketGaveBack(Here)).State.CustomerSpokeAt);
    }

    [Fact]
    public void Nobody_works_on_a_merged_one()
    {
        IsMerged.When((t, by) => t.Reopen(by, Day, "x")).Then(MergeErrors.Merged);
        IsMerged.When(t => t.State("x")).Then(TicketErrors.NotOpen);
        IsMerged.When(t => t.Cancel("x")).Then(TicketErrors.NotOpen);
        IsMerged.When((t, by) => t.VerifyByCustomer(by, Usual, CustomerOutcome.Works, null, false, null)).Then(TicketErrors.NotOpen);
        IsMerged.After(Day * 99).When((t, by) => t.CloseBySilence(by, Day, null)).ThenNothing();
    }

    [Fact]
    public void What_is_said_on_it_later_is_kept_for_when_it_stands_by_itself_again()
    {
        var answered = IsMerged.After(Hour).Given(Reply).State;
        Assert.Equal((TicketStatus.Closed, 1, null), (answered.Status, answered.Messages, answered.CustomerSpokeAt));
        var undone = IsMerged.After(Hour).Given(Reply, new MergeUndone(There)).State;
        Assert.Equal((TicketStatus.InProgress, null, New.By.At + Hour), (undone.Status, undone.CustomerSpokeAt, undone.AnsweredAt));
        var asked = CaredFor.Given(Reply, new TicketMerged(There)).As(Helen.Id).After(Hour).Given(Answer with { No = 2 }, new MergeUndone(There)).State;
        Assert.Equal((New.By.At + Hour, CustomerWord.Answered), (asked.CustomerSpokeAt, asked.CustomerWord));
    }

    [Fact]
    public void The_other_hears_it()
    {
        Story<Ticket> quiet = Other.Given(Reply, Took with { CustomerWaitsSince = null });
        quiet.As(Helen.Id).When((t, by) => t.Hear(by, IsMerged.State, Answer, null)).Then(new WordLanded(Here, 1, Visibility.Public, true));
        var heard = quiet.After(Hour).Given(new WordLanded(Here, 1, Visibility.Public, true)).State;
        Assert.Equal((New.By.At + Hour, CustomerWord.Answered, New.By.At + Hour), (heard.CustomerSpokeAt, heard.CustomerWord, heard.LastWordAt));
        Assert.Null(quiet.Given(new WordLanded(Here, 1, Visibility.Public, true), new WordLanded(Here, 2, Visibility.Public, false)).State.CustomerSpokeAt);
        Assert.Equal(quiet.State.CustomerSpokeAt, quiet.Given(new WordLanded(Here, 1, Visibility.Internal, false)).State.CustomerSpokeAt);
        // And what came from there goes back there.
        Assert.Null(quiet.Given(new WordLanded(Here, 1, Visibility.Public, true), new TicketGaveBack(Here)).State.CustomerSpokeAt);
        // A merged one between hears it too, for when it stands by itself again.
        Assert.NotNull(quiet.Given(new TicketMerged(There with { Id = new(9) }), new WordLanded(Here, 1, Visibility.Public, true), new MergeUndone(There)).State.CustomerSpokeAt);
        Assert.Null(quiet.Given(new TicketMerged(There with { Id = new(9) }), new WordLanded(Here, 1, Visibility.Public, true)).State.CustomerSpokeAt);
    }

    [Fact]
    public void The_same_customers_word_counts_as_if_it_had_been_said_there()
    {
        var waiting = Other.Given(Took, new TicketWaiting(WaitFor.Customer, "which?", true, null)).After(Hour);
        waiting.When((t, by) => t.Hear(by, IsMerged.State, Answer, null)).Then(new WordLanded(Here, 1, Visibility.Public, true), new TicketResumed(ResumedBy.CustomerAnswered, Hour));
        waiting.When((t, by) => t.Hear(by, Ravis.State, Answer, null)).Then(new WordLanded(TicketRef.Of(Ravis.State), 1, Visibility.Public, true));
        var promised = Other.Given(Took, new NewsPromised(New.By.At + Day));
        promised.When((t, by) => t.Hear(by, IsMerged.State, Reply, New.By.At + Hour)).Then(new WordLanded(Here, 1, Visibility.Public, false), new PromiseKept(New.By.At + Day, true), new NewsPromised(New.By.At + Hour));
        promised.When((t, by) => t.Hear(by, IsMerged.State, Reply with { Visibility = Visibility.Internal }, null)).Then(new WordLanded(Here, 1, Visibility.Internal, false));
        promised.When((t, by) => t.Hear(by, Ravis.State, Reply, null)).Then(new WordLanded(TicketRef.Of(Ravis.State), 1, Visibility.Public, false));
        // A promise that came along is kept where it was made.
        Other.Given(new TicketTookIn(TicketRef.Of(Ravis.State), Ravi, [], [], [], null, New.By.At + Day)).When((t, by) => t.Hear(by, Ravis.State, Reply, null))
            .Then(new WordLanded(TicketRef.Of(Ravis.State), 1, Visibility.Public, false), new PromiseKept(New.By.At + Day, true));
    }

    [Fact]
    public void A_message_becomes_a_ticket_once()
    {
        New.When(t => t.Split(Answer, false, There)).Then(new MessageSplit(1, There));
        Assert.Equal([new TicketLink(Relation.SplitInto, There.Id)], New.Given(new MessageSplit(1, There)).State.Links);
        New.When(t => t.Split(null, false, There)).Then(SplitErrors.NoMessage);
        New.When(t => t.Split(Answer with { Visibility = Visibility.Internal }, false, There)).Then(SplitErrors.Internal);
        New.When(t => t.Split(Answer, true, There)).Then(SplitErrors.Already);
        New.Given([.. Enumerable.Range(200, Ticket.MostLinks).Select(n => new TicketLinked(Relation.Related, There with { Id = new(n) }))]).When(t => t.Split(Answer, false, There)).Then(LinkErrors.TooMany.At("message"));
    }
}
