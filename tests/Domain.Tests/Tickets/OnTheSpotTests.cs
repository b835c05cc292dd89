using FirstContact.Fields;
using FirstContact.Policies;
using static FirstContact.Tickets.ATicket;

namespace FirstContact.Tickets;

/// <summary>Somebody was helped where he asked, and it is written down in one go.</summary>
public sealed class OnTheSpotTests
{
    private static readonly Classification About = Opened.Classification, Nothing = new(null, null, null);
    private static readonly CareRule Strict = Usual with { Steps = [.. CareSteps.All.Select(_ => Demand.Required)] };

    private static Func<Ticket, By, Decision> Solved(CareRule rule, bool tried = false, Classification? about = null, string solution = " Turned the ribbon ", IEnumerable<Field>? fields = null) =>
        (t, by) => t.SolveOnTheSpot(by, rule, "in person", "Labels are blank", solution, tried, about ?? About, fields: fields);

    private static StepSkipped Skipped(CareStep step) => new(step, "Solved on the spot.");

    [Fact]
    public void Each_step_of_the_policy_stands_there_as_taken_or_as_left_out() => New.When(Solved(Usual)).Then(
        new CustomerGreeted("in person"), Classified, new ProblemStated("Labels are blank"),
        Skipped(CareStep.Reproduction), Skipped(CareStep.Proposal), Skipped(CareStep.Selection),
        Executed, new CraftVerified(CraftOutcome.Works, "in person", []), Resolved);

    [Fact]
    public void What_the_customer_has_tried_is_closed() => New.When(Solved(Anything, tried: true)).Then(
        new CustomerGreeted("in person"), Classified, new ProblemStated("Labels are blank"), Executed, new CraftVerified(CraftOutcome.Works, "in person", []), Resolved,
        new CustomerVerified(CustomerOutcome.Works, null, OnBehalf: true, Insisted: false), Closed);

    [Fact]
    public void What_it_is_about_is_said_where_the_policy_requires_it()
    {
        New.When(Solved(Usual, about: Nothing)).Then(TicketErrors.ClassificationMissing);
        var free = Usual with { Steps = [.. Usual.Steps.Select(s => s == Demand.Required ? Demand.Recommended : s)] };
        Assert.Contains(Skipped(CareStep.Classification), new Ticket { Id = new(1) }.Apply(Opened, new(Helen.Id, default)).SolveOnTheSpot(new(Ada.Id, default), free, "in person", "x", "y", false, Nothing).Events);
    }

    [Fact]
    public void What_the_policy_requires_and_nobody_took_keeps_it_open()
    {
        New.When(Solved(Strict)).Then(TicketErrors.StepsMissing);
        New.When(Solved(Usual with { CraftBy = CraftBy.Another })).Then(TicketErrors.CraftNeedsAnother, TicketErrors.StepsMissing);
        New.When(Solved(Anything, solution: Endless)).Then(TicketErrors.TooLong.At("done"), TicketErrors.NothingExecuted, TicketErrors.SolutionMissing);
    }
}
