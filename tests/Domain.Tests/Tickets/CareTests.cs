using FirstContact.Policies;
using static FirstContact.Tickets.ATicket;

namespace FirstContact.Tickets;

public sealed class CareTests
{
    private static readonly Classification AsIs = Opened.Classification, AsSoftware = new(Printing, null, new(new(4), "Software"));

    [Fact]
    public void The_customer_is_greeted()
    {
        New.When(t => t.Greet(" by phone ")).Then(Greeted);
        New.When(t => t.Greet(" ")).Then(new CustomerGreeted(null));
        New.When(t => t.Greet(Endless)).Then(TicketErrors.TooLong.At("how"));
        IsCancelled.When(t => t.Greet(null)).Then(TicketErrors.NotOpen);
        Assert.Equal((TicketStatus.InProgress, null, New.By.At), New.Given(Greeted).State is var t ? (t.Status, t.CustomerSpokeAt, t.AnsweredAt) : default);
    }

    [Fact]
    public void It_is_classified()
    {
        New.When(t => t.Classify(AsIs, AsSoftware)).Then(new TicketClassified(AsIs, AsSoftware));
        New.When(t => t.Classify(AsIs, AsIs)).Then(new TicketClassified(AsIs, AsIs));
        New.Given(Classified).When(t => t.Classify(AsIs, AsIs)).ThenNothing();
        New.When(t => t.Classify(AsIs, new(null, null, null))).Then(TicketErrors.ClassificationMissing);
        IsClosed.When(t => t.Classify(AsIs, AsSoftware)).Then(TicketErrors.NotOpen);
    }

    [Fact]
    public void The_category_is_kept_as_opened_as_current_and_as_closed()
    {
        var elsewhere = new Named<CategoryId>(new(5), "Network");
        var closed = New.Given(new TicketClassified(AsIs, new(elsewhere, null, null)), Resolved, Closed with { Category = elsewhere }).State;
        Assert.Equal((Printing.Id, elsewhere.Id, elsewhere.Id), (closed.CategoryOpened, closed.Category, closed.CategoryClosed));
    }

    [Fact]
    public void The_problem_is_stated()
    {
        New.When(t => t.State(" Labels are blank on printer 7 ")).Then(Stated);
        New.When(t => t.State("")).Then(TicketErrors.StatementMissing);
        New.When(t => t.State(Endless)).Then(TicketErrors.TooLong.At("statement"));
        IsResolved.When(t => t.State("x")).Then(TicketErrors.NotOpen);
    }

    [Fact]
    public void The_customer_agrees_with_the_statement()
    {
        New.Given(Stated).When(t => t.ConfirmStatement()).Then(new StatementConfirmed(Stated.Statement));
        New.Given(Stated, new StatementConfirmed(Stated.Statement)).When(t => t.ConfirmStatement()).ThenNothing();
        New.When(t => t.ConfirmStatement()).Then(TicketErrors.NothingStated);
        IsClosed.When(t => t.ConfirmStatement()).Then(TicketErrors.NotOpen);
    }

    [Fact]
    public void Or_corrects_it()
    {
        New.Given(Stated).When(t => t.CorrectStatement(" On 8 too ")).Then(new StatementCorrected(Stated.Statement, "On 8 too"));
        New.Given(Stated).When(t => t.CorrectStatement(" ")).Then(TicketErrors.CorrectionMissing);
        New.Given(Stated).When(t => t.CorrectStatement(Endless)).Then(TicketErrors.TooLong.At("correction"));
        New.When(t => t.CorrectStatement("On 8 too")).Then(TicketErrors.NothingStated);
        IsClosed.When(t => t.CorrectStatement("On 8 too")).Then(TicketErrors.NotOpen);
        var corrected = New.Given(Greeted, Stated).After(Hour).As(Helen.Id).Given(new StatementCorrected(Stated.Statement, "On 8 too"));
        Assert.Equal((false, "On 8 too", corrected.By.At), (corrected.State.Care.StatementAgreed, corrected.State.Care.Correction, corrected.State.CustomerSpokeAt));
        Assert.Equal((null, null), corrected.Given(new ProblemStated("7 and 8")).State.Care is var care ? (care.StatementAgreed, care.Correction) : default);
    }

    [Fact]
    public void It_is_reproduced_with_steps()
    {
        New.When(t => t.Reproduce(Reproduced.Reproduced, [" Print a test label ", ""], " ")).Then(ATicket.Reproduced);
        New.When(t => t.Reproduce(Reproduced.Reproduced, [" "], "saw it")).Then(TicketErrors.ReproductionStepsMissing);
        New.When(t => t.Reproduce(Reproduced.Reproduced, Enumerable.Repeat("again", 101), null)).Then(TicketErrors.TooLong.At("steps"));
        New.When(t => t.Reproduce(Reproduced.Reproduced, [Endless], null)).Then(TicketErrors.TooLong.At("steps"));
        IsResolved.When(t => t.Reproduce(Reproduced.Reproduced, ["x"], null)).Then(TicketErrors.NotOpen);
    }

    [Fact]
    public void Or_not_which_takes_a_word()
    {
        New.When(t => t.Reproduce(Reproduced.NotReproduced, [], "prints well here")).Then(new ReproductionTried(Reproduced.NotReproduced, [], "prints well here"));
        New.When(t => t.Reproduce(Reproduced.NotReproduced, ["Print"], null)).Then(new ReproductionTried(Reproduced.NotReproduced, ["Print"], null));
        New.When(t => t.Reproduce(Reproduced.NotReproduced, [], " ")).Then(TicketErrors.ReproductionReasonMissing);
        New.When(t => t.Reproduce(Reproduced.NotReproduced, [], Endless)).Then(TicketErrors.TooLong.At("why"));
    }

    [Fact]
    public void Or_there_is_nothing_to_reproduce_and_why()
    {
        New.When(t => t.Reproduce(Reproduced.NotApplicable, [], "a request")).Then(new ReproductionTried(Reproduced.NotApplicable, [], "a request"));
        New.When(t => t.Reproduce(Reproduced.NotApplicable, ["Print"], null)).Then(TicketErrors.ReproductionReasonMissing);
    }

    [Fact]
    public void A_recommended_step_is_skipped_with_a_reason()
    {
        New.When(t => t.Skip(Usual, CareStep.Reproduction, " no time ")).Then(new StepSkipped(CareStep.Reproduction, "no time"));
        New.When(t => t.Skip(Usual, CareStep.Reproduction, " ")).Then(TicketErrors.ReasonMissing);
        New.When(t => t.Skip(Usual, CareStep.Reproduction, Endless)).Then(TicketErrors.TooLong.At("reason"));
        New.When(t => t.Skip(Usual, CareStep.Greeting, "shy")).Then(TicketErrors.StepRequired);
        New.Given(ATicket.Reproduced).When(t => t.Skip(Usual, CareStep.Reproduction, "no time")).Then(TicketErrors.StepTaken);
        IsResolved.When(t => t.Skip(Usual, CareStep.Reproduction, "no time")).Then(TicketErrors.NotOpen);
    }

    [Fact]
    public void What_was_skipped_can_still_be_taken() => Assert.True(
        New.Given(new StepSkipped(CareStep.Reproduction, "no time")).State.Care is { } before && before.Has(CareStep.Reproduction) && !before.WasTaken(CareStep.Reproduction)
        && New.Given(new StepSkipped(CareStep.Reproduction, "no time"), ATicket.Reproduced).State.Care.WasTaken(CareStep.Reproduction));

    [Fact]
    public void The_next_step_is_the_first_that_the_policy_misses()
    {
        var story = New;
        foreach (var (step, happened) in CareSteps.All.Zip(AllButTheCustomer))
        {
            Assert.Equal(step, story.State.Next(Usual));
            story = story.Given(happened);
        }
        Assert.Equal(CareStep.CustomerVerification, story.State.Next(Usual));
        Assert.Equal(CareStep.CustomerVerification, story.Given(Resolved).State.Next(Usual));
        Assert.Null(story.Given(Resolved, Closed).State.Next(Usual));
        Assert.Null(IsCancelled.State.Next(Usual));
        Assert.Equal(CareStep.CustomerVerification, New.State.Next(Anything));
    }
}
