using static FirstContact.Tickets.ATicket;

namespace FirstContact.Tickets;

public sealed class WordsTests
{
    private static readonly FileRef File = new(9, "label.png", "image/png", 120);
    private static MessagePosted Reply(string body, int no = 1) => new(no, MessageKind.Reply, Visibility.Public, body);

    private static Func<Ticket, By, Decision> Says(string? body, Visibility visibility = Visibility.Public, MessageKind kind = MessageKind.Reply, Instant? promise = null, bool serves = true) =>
        (t, by) => t.Say(by, serves, kind, visibility, body, [], promise);

    [Fact]
    public void An_agent_writes_to_the_customer() => New.When(Says(" Which printer? ")).Then(Reply("Which printer?"));

    [Fact]
    public void Messages_are_numbered() => New.Given(Reply("Which printer?")).When(Says("The one by the door?")).Then(Reply("The one by the door?", 2));

    [Fact]
    public void A_message_says_something_or_brings_a_file()
    {
        New.When(Says(" ")).Then(TicketErrors.BodyMissing);
        New.When((t, by) => t.Say(by, true, MessageKind.Reply, Visibility.Public, null, [File], null)).Then(Reply("") with { Files = [File] });
    }

    [Fact]
    public void It_is_not_endless()
    {
        New.When(Says(Endless)).Then(TicketErrors.BodyTooLong);
        New.When(Says(JustFits)).Then(Reply(JustFits));
    }

    [Fact]
    public void A_call_was_with_the_customer()
    {
        New.When(Says("Rang her", Visibility.Internal, MessageKind.Call)).Then(TicketErrors.CallIsPublic);
        New.When(Says("Rang her", Visibility.Public, MessageKind.Call)).Then(new MessagePosted(1, MessageKind.Call, Visibility.Public, "Rang her"));
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once() => New
        .When(Says("", Visibility.Internal, MessageKind.Call, New.By.At)).Then(TicketErrors.BodyMissing, TicketErrors.CallIsPublic, TicketErrors.PromisePassed);

    [Fact]
    public void A_cancelled_ticket_is_silent_and_a_closed_one_is_not()
    {
        IsCancelled.When(Says("hello?")).Then(TicketErrors.CancelledForGood);
        IsClosed.When(Says("all well?")).Then(Reply("all well?"));
    }

    [Fact]
    public void A_promise_of_news_is_kept_by_the_next_public_word()
    {
        var noon = New.By.At + Hour;
        New.When(Says("On it", promise: noon)).Then(Reply("On it"), new NewsPromised(noon));
        New.When(Says("On it", promise: New.By.At)).Then(TicketErrors.PromisePassed);
        var promised = New.Given(Reply("On it"), new NewsPromised(noon));
        promised.After(Hour).When(Says("Found it")).Then(Reply("Found it", 2), new PromiseKept(noon, InTime: true));
        promised.After(Hour + Duration.Epsilon).When(Says("Found it")).Then(Reply("Found it", 2), new PromiseKept(noon, InTime: false));
        promised.When(Says("a note", Visibility.Internal, MessageKind.Note)).Then(new MessagePosted(2, MessageKind.Note, Visibility.Internal, "a note"));
        promised.As(Helen.Id).When(Says("and?", serves: false)).Then(FromHelen("and?", 2));
        IsClosed.When(Says("bye", promise: noon)).Then(Reply("bye"));
    }

    [Fact]
    public void The_customers_answer_ends_the_wait_for_it()
    {
        var waiting = New.Given(new TicketWaiting(WaitFor.Customer, "which?", true, null)).After(Hour);
        waiting.As(Helen.Id).When(Says("number 7", serves: false)).Then(FromHelen("number 7"), new TicketResumed(ResumedBy.CustomerAnswered, Hour));
        waiting.When(Says("still there?")).Then(Reply("still there?"));
        New.Given(new TicketWaiting(WaitFor.Supplier, "ribbon", false, null)).As(Helen.Id).When(Says("number 7", serves: false)).Then(FromHelen("number 7"));
    }

    [Fact]
    public void The_customer_waits_from_the_first_unanswered_word_on()
    {
        var asked = New.Given(Reply("Which?")).After(Hour).As(Helen.Id).Given(FromHelen("7", 2));
        Assert.Equal((asked.By.At, CustomerWord.Answered), (asked.State.CustomerSpokeAt, asked.State.CustomerWord));
        Assert.Equal(asked.By.At, asked.After(Hour).Given(FromHelen("hello?", 3)).State.CustomerSpokeAt);
        Assert.Equal(asked.By.At, asked.As(Ada.Id).After(Hour).Given(new MessagePosted(3, MessageKind.Note, Visibility.Internal, "hm")).State.CustomerSpokeAt);
        Assert.Null(asked.As(Ada.Id).After(Hour).Given(Reply("Thanks", 3)).State.CustomerSpokeAt);
    }

    [Fact]
    public void A_public_word_of_the_desk_answers_and_begins()
    {
        var answered = New.After(Hour).Given(Reply("Which?")).State;
        Assert.Equal((TicketStatus.InProgress, New.By.At + Hour), (answered.Status, answered.AnsweredAt));
        Assert.Equal(TicketStatus.New, New.Given(new MessagePosted(1, MessageKind.Note, Visibility.Internal, "hm")).State.Status);
    }

    [Fact]
    public void A_colleague_of_the_customer_who_looks_on_does_not_answer_for_the_desk()
    {
        var said = New.As(Ravi.Id).When(Says("Mine too", serves: false));
        said.Then(Reply("Mine too") with { CustomersSide = true });
        var state = New.Given(Reply("Which?")).As(Ravi.Id).After(Hour).Given(Reply("Mine too", 2) with { CustomersSide = true }).State;
        Assert.Equal((New.By.At + Hour, New.By.At), (state.CustomerSpokeAt, state.AnsweredAt));
        Assert.Equal((TicketStatus.New, null), New.As(Ravi.Id).Given(Reply("Mine too") with { CustomersSide = true }).State is var t ? (t.Status, t.AnsweredAt) : default);
    }

    [Fact]
    public void An_agent_with_a_ticket_of_his_own_speaks_as_its_customer() =>
        New.As(Helen.Id).When(Says("any news?", serves: true)).Then(FromHelen("any news?"));

    private static MessagePosted FromHelen(string body, int no = 1) => Reply(body, no) with { CustomersSide = true };
}
