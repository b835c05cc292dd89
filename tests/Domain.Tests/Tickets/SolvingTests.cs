using FirstContact.Policies;
using static FirstContact.Tickets.ATicket;

namespace FirstContact.Tickets;

public sealed class SolvingTests
{
    [Fact]
    public void Several_ideas_each_with_its_source()
    {
        New.When(t => t.Propose(" Turn the ribbon ", ProposalSource.Experience, " ")).Then(Proposed);
        New.Given(Proposed).When(t => t.Propose("Renew it", ProposalSource.SimilarTicket, "INC-000007")).Then(new SolutionProposed(2, "Renew it", ProposalSource.SimilarTicket, "INC-000007"));
        New.When(t => t.Propose("Renew it", ProposalSource.Article, " ")).Then(TicketErrors.ReferenceMissing);
        New.When(t => t.Propose(" ", ProposalSource.Experience, null)).Then(TicketErrors.ProposalMissing);
        New.When(t => t.Propose(Endless, ProposalSource.Experience, null)).Then(TicketErrors.TooLong.At("proposal"));
        New.When(t => t.Propose("x", ProposalSource.Article, Endless)).Then(TicketErrors.TooLong.At("reference"));
        IsResolved.When(t => t.Propose("x", ProposalSource.Experience, null)).Then(TicketErrors.NotOpen);
    }

    [Fact]
    public void Fifty_ideas_are_enough()
    {
        var many = New.Given([.. Enumerable.Range(1, 49).Select(i => Proposed with { No = i })]);
        many.When(t => t.Propose("x", ProposalSource.Experience, null)).Then(Proposed with { No = 50, Text = "x" });
        many.Given(Proposed with { No = 50 }).When(t => t.Propose("x", ProposalSource.Experience, null)).Then(TicketErrors.TooManyProposals);
    }

    [Fact]
    public void One_is_selected_for_a_reason()
    {
        New.Given(Proposed).When(t => t.Select(1, " cheapest ")).Then(Selected);
        New.Given(Proposed).When(t => t.Select(2, "cheapest")).Then(TicketErrors.NoSuchProposal);
        New.Given(Proposed).When(t => t.Select(1, " ")).Then(TicketErrors.ReasonMissing);
        New.Given(Proposed).When(t => t.Select(1, Endless)).Then(TicketErrors.TooLong.At("reason"));
        IsResolved.When(t => t.Select(1, "cheapest")).Then(TicketErrors.NotOpen);
    }

    [Fact]
    public void It_is_done()
    {
        New.When(t => t.Execute(" Turned the ribbon ")).Then(Executed);
        New.When(t => t.Execute(" ")).Then(TicketErrors.ExecutionMissing);
        New.When(t => t.Execute(Endless)).Then(TicketErrors.TooLong.At("done"));
        IsCancelled.When(t => t.Execute("x")).Then(TicketErrors.NotOpen);
    }

    [Fact]
    public void The_craft_is_checked_by_replaying_or_otherwise()
    {
        var done = New.Given(Executed);
        done.When((t, by) => t.VerifyCraft(by, Usual, CraftOutcome.Works, null, ["Print a test label"])).Then(Checked);
        done.When((t, by) => t.VerifyCraft(by, Usual, CraftOutcome.Fails, " looked ", [])).Then(new CraftVerified(CraftOutcome.Fails, "looked", []));
        done.When((t, by) => t.VerifyCraft(by, Usual, CraftOutcome.Works, " ", [])).Then(TicketErrors.CraftHowMissing);
        done.When((t, by) => t.VerifyCraft(by, Usual, CraftOutcome.Works, Endless, [])).Then(TicketErrors.TooLong.At("how"));
        New.When((t, by) => t.VerifyCraft(by, Usual, CraftOutcome.Works, "looked", [])).Then(TicketErrors.NothingExecuted);
        IsClosed.When((t, by) => t.VerifyCraft(by, Usual, CraftOutcome.Works, "looked", [])).Then(TicketErrors.NotOpen);
    }

    [Fact]
    public void The_policy_may_want_another_to_check()
    {
        var strict = Usual with { CraftBy = CraftBy.Another };
        var done = New.Given(Executed);
        done.When((t, by) => t.VerifyCraft(by, strict, CraftOutcome.Works, "looked", [])).Then(TicketErrors.CraftNeedsAnother);
        done.As(Ravi.Id).When((t, by) => t.VerifyCraft(by, strict, CraftOutcome.Works, "looked", [])).Then(new CraftVerified(CraftOutcome.Works, "looked", []));
    }

    [Fact]
    public void Doing_more_takes_the_check_again() => Assert.False(CaredFor.Given(Executed).State.Care.Has(CareStep.CraftVerification));

    [Fact]
    public void What_failed_stays_on_the_list_and_the_work_begins_again_at_the_selection()
    {
        var care = New.Given(Proposed, Selected, Executed, Checked with { Outcome = CraftOutcome.Fails }).State.Care;
        Assert.True(care.Proposals[0].Failed);
        Assert.Equal((null, null, true), (care.Selected, care.Done, care.Has(CareStep.Proposal)));
        Assert.False(care.Has(CareStep.Selection) || care.Has(CareStep.Execution) || care.Has(CareStep.CraftVerification));
    }
}
