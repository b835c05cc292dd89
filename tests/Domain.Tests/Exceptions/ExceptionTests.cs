namespace FirstContact.Exceptions;

public sealed class ExceptionTests
{
    private static readonly PersonId Maya = new(1), Owen = new(5);
    private static readonly Named<TicketId> Ticket = new(new(12), "INC-000012");
    private static readonly Named<ProcessId> Closing = new(new(3), "No changes at the month's end");
    private static readonly ExceptionDetails Details = new(Closing, "No changes at the month's end", "I changed an address.", "The lorry stood at the gate.");
    private static readonly ExceptionRecorded Recorded = new(Ticket, Details, false);
    private static readonly Unnamed Hidden = new("Helen Marsh", "helen.marsh@harrow.example", "INC-000012", "Maya Lind");
    private static readonly LocalDate Today = new(2026, 11, 22);
    private static readonly ExceptionEnding Changes = new(ExceptionOutcome.ProcessChanges, "An address was changed.", "Addresses may be changed at any time.", Today);
    private static readonly ExceptionEnding Reason = new(ExceptionOutcome.ReasonReinforced, "An address was changed.", "The closing reads it twice.", null);
    private static readonly Story<CustomerException> Nothing = new(new CustomerException { Id = new(7) });
    private static readonly Story<CustomerException> One = Nothing.As(Maya).Given(Recorded).As(Owen);

    [Fact]
    public void It_is_recorded_under_the_name_of_a_known_rule_or_in_ones_own_words()
    {
        Nothing.When(_ => CustomerException.Record(Ticket, Details with { Rule = "whatever", Instead = " I changed an address. " }, false, Hidden)).Then(Recorded);
        var own = new ExceptionDetails(null, "Forms in triplicate", "I took one.", "The others were lost.");
        Nothing.When(_ => CustomerException.Record(Ticket, own with { Rule = " Forms in triplicate " }, true, Hidden)).Then(new ExceptionRecorded(Ticket, own, true));
    }

    [Fact]
    public void All_that_is_missing_or_too_long_is_said_at_once()
    {
        var blank = new ExceptionDetails(null, " ", "", " ");
        Nothing.When(_ => CustomerException.Record(Ticket, blank, false, Hidden)).Then(ExceptionErrors.RuleMissing, ExceptionErrors.InsteadMissing, ExceptionErrors.WhyMissing);
        var text = new string('x', 4001);
        Nothing.When(_ => CustomerException.Record(Ticket, new(null, new('x', 121), text, text), false, Hidden)).Then(ExceptionErrors.RuleTooLong, ExceptionErrors.TooLong.At("instead"), ExceptionErrors.TooLong.At("why"));
        Nothing.When(_ => CustomerException.Record(Ticket, Details with { Process = null, Rule = "What Helen wants" }, false, Hidden)).Then(ExceptionErrors.NamesSomebody.At("rule"));
    }

    [Fact]
    public void Its_owner_asks_back_and_is_answered()
    {
        One.When((e, by) => e.AskBack(by, " How often? ")).Then(new ExceptionAskedBack("How often?"));
        One.When((e, by) => e.AskBack(by, " ")).Then(ExceptionErrors.QuestionMissing);
        One.When((e, by) => e.AskBack(by, new('x', 4001))).Then(ExceptionErrors.TooLong.At("question"));
        One.As(Maya).When((e, by) => e.AskBack(by, "Why?")).Then(ExceptionErrors.OwnException);
        var asked = One.Given(new ExceptionAskedBack("How often?"));
        Assert.Equal(ExceptionState.Asked, asked.State.State);
        asked.When((e, by) => e.AskBack(by, "And why?")).Then(ExceptionErrors.AskedAlready);
        asked.When(e => e.Answer(" Twice. ")).Then(new ExceptionAnswered("Twice."));
        asked.When(e => e.Answer(" ")).Then(ExceptionErrors.AnswerMissing);
        asked.When(e => e.Answer(new('x', 4001))).Then(ExceptionErrors.TooLong.At("answer"));
        One.When(e => e.Answer("Twice.")).Then(ExceptionErrors.NothingAsked);
        var answered = asked.As(Maya).Given(new ExceptionAnswered("Twice."));
        Assert.Equal((ExceptionState.Waiting, "Twice.", Owen), (answered.State.State, answered.State.Questions[0].Answer, answered.State.Questions[0].By));
        var often = Enumerable.Range(0, 20).Aggregate(One, (story, _) => story.Given(new ExceptionAskedBack("?"), new ExceptionAnswered("!")));
        often.When((e, by) => e.AskBack(by, "Once more?")).Then(ExceptionErrors.TooManyQuestions);
    }

    [Fact]
    public void It_ends_as_a_change_or_as_the_reason_and_by_somebody_else_than_who_bent_it()
    {
        One.When((e, by) => e.End(by, Changes with { Told = " An address was changed. " }, Today, Hidden)).Then(new ExceptionEnded(Changes));
        One.When((e, by) => e.End(by, Reason with { From = Today }, Today, Hidden)).Then(new ExceptionEnded(Reason));
        One.Given(new ExceptionAskedBack("How often?")).When((e, by) => e.End(by, Reason, Today, Hidden)).Then(new ExceptionEnded(Reason));
        One.As(Maya).When((e, by) => e.End(by, Reason, Today, Hidden)).Then(ExceptionErrors.OwnException);
        var ended = One.Given(new ExceptionEnded(Reason));
        Assert.Equal((ExceptionState.Ended, Reason, ended.By.At), (ended.State.State, ended.State.Ending, ended.State.EndedAt));
        ended.When((e, by) => e.End(by, Reason, Today, Hidden)).Then(ExceptionErrors.Ended);
        ended.When((e, by) => e.AskBack(by, "Why?")).Then(ExceptionErrors.Ended);
        ended.When(e => e.Answer("So.")).Then(ExceptionErrors.NothingAsked);
    }

    [Fact]
    public void What_all_read_is_whole_and_names_nobody()
    {
        var text = new string('x', 4001);
        One.When((e, by) => e.End(by, new(ExceptionOutcome.ProcessChanges, " ", "", null), Today, Hidden)).Then(ExceptionErrors.ToldMissing, ExceptionErrors.ChangeMissing, ExceptionErrors.FromMissing);
        One.When((e, by) => e.End(by, new(ExceptionOutcome.ReasonReinforced, text, " ", null), Today, Hidden)).Then(ExceptionErrors.TooLong.At("told"), ExceptionErrors.ReasonMissing);
        One.When((e, by) => e.End(by, Changes with { From = new(2025, 11, 20) }, Today, Hidden)).Then(ExceptionErrors.FromInvalid);
        One.When((e, by) => e.End(by, Reason with { Told = "Helen's address was changed.", Words = "Ask Maya." }, Today, Hidden)).Then(ExceptionErrors.NamesSomebody.At("told"), ExceptionErrors.NamesSomebody.At("words"));
        One.When((e, by) => e.End(by, Reason with { Told = "As in inc-000012." }, Today, Hidden)).Then(ExceptionErrors.NamesSomebody.At("told"));
    }

    [Fact]
    public void A_name_is_a_word_with_its_capital()
    {
        var will = new Unnamed("Will Li", null, "will.li@x.example");
        Assert.Null(will.In("It will do, and Willow too; Li is too short to tell."));
        Assert.Equal("Will", will.In("Ask Will."));
        Assert.Equal("will.li@x.example", will.In("Write to WILL.LI@x.example!"));
        Assert.Equal("I asked the customer about it.", Hidden.Hide("I asked Helen Marsh about it.", "the customer"));
        Assert.Null(Unnamed.Nobody.In("Helen"));
    }

    [Fact]
    public void It_can_be_placed_named_and_taken_back_while_that_makes_sense()
    {
        var own = Nothing.As(Maya).Given(new ExceptionRecorded(Ticket, Details with { Process = null, Rule = "Month's end" }, false)).As(Owen);
        own.When(e => e.Place(Closing)).Then(new ExceptionPlaced("Month's end", Closing));
        Assert.Equal((Closing, Closing.Name), (own.Given(new ExceptionPlaced("Month's end", Closing)).State.Details.Process, own.Given(new ExceptionPlaced("Month's end", Closing)).State.Details.Rule));
        One.When(e => e.Place(Closing)).ThenNothing();
        One.Given(new ExceptionEnded(Reason)).When(e => e.Place(Closing)).Then(ExceptionErrors.Ended);
        One.When(e => e.LetName(true)).Then(new ExceptionNaming(true));
        One.When(e => e.LetName(false)).ThenNothing();
        Assert.True(One.Given(new ExceptionEnded(Reason), new ExceptionNaming(true)).State.MayName);
        One.When(e => e.Withdraw()).Then(new ExceptionWithdrawn(Details.Rule));
        var gone = One.Given(new ExceptionWithdrawn(Details.Rule));
        Assert.Equal((ExceptionState.Withdrawn, false), (gone.State.State, gone.State.IsOpen));
        gone.When(e => e.Withdraw()).Then(ExceptionErrors.Ended);
        gone.When(e => e.LetName(true)).Then(ExceptionErrors.Ended);
        One.Given(new ExceptionEnded(Reason)).When(e => e.Withdraw()).Then(ExceptionErrors.Ended);
    }

    [Fact]
    public void Whoever_bent_it_reads_how_it_ended_once()
    {
        One.When(e => e.ReadEnding()).Then(ExceptionErrors.NotEnded);
        One.Given(new ExceptionEnded(Reason)).When(e => e.ReadEnding()).Then(new ExceptionEndingRead());
        One.Given(new ExceptionEnded(Reason), new ExceptionEndingRead()).When(e => e.ReadEnding()).ThenNothing();
    }
}
