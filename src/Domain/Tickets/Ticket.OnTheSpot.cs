using FirstContact.Fields;
using FirstContact.Policies;

namespace FirstContact.Tickets;

/// <summary>Solved where it was asked, with the customer beside it: written down in one go, and with no less than the care policy asks for.</summary>
public sealed partial record Ticket
{
    private const string AtOnce = "Solved on the spot.";

    /// <param name="how">In what way they met.</param>
    /// <param name="tried">Whether the customer has tried it, and says that it works.</param>
    /// <param name="about">What the ticket is about.</param>
    /// <param name="shown">What the desk thought it is, where whoever helped has seen it.</param>
    public Decision SolveOnTheSpot(By by, CareRule policy, string how, string statement, string solution, bool tried, Classification about, Seq<Suggestion>? shown = null, IEnumerable<Field>? fields = null)
    {
        var known = about is not { Category: null, Service: null, Class: null };
        if (!known && policy[CareStep.Classification] == Demand.Required) return TicketErrors.ClassificationMissing;
        // What is only recommended had no time here, and the ticket says so; what is required nobody leaves out.
        CareStep[] hasty = [.. known ? Array.Empty<CareStep>() : [CareStep.Classification], CareStep.Reproduction, CareStep.Proposal, CareStep.Selection];
        return Decision.All(this, by,
        [
            t => t.Greet(how),
            t => known ? t.Classify(about, about, shown) : Decision.Nothing,
            t => t.State(statement),
            .. hasty.Where(s => policy[s] == Demand.Recommended).Select(s => (Func<Ticket, Decision>)(t => t.Skip(policy, s, AtOnce))),
            t => t.Execute(solution),
            t => t.VerifyCraft(by, policy, CraftOutcome.Works, how, []),
            t => tried ? t.VerifyByCustomer(by, policy, CustomerOutcome.Works, null, insist: false, about.Category, fields) : t.Resolve(by, policy, null, null, fields: fields),
        ]);
    }
}
