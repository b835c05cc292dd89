using FirstContact.Policies;
using Microsoft.Extensions.Localization;

namespace FirstContact.Tickets;

/// <summary>The nine steps and four phases in the words of the screen.</summary>
public static class CareWords
{
    extension(IStringLocalizer words)
    {
        public string Phase(CarePhase phase) => phase switch
        {
            CarePhase.Greeting => words["Greeting"],
            CarePhase.ProblemIdentification => words["Problem identification"],
            CarePhase.PlanningAndExecution => words["Planning and execution"],
            _ => words["Verification"],
        };

        public string Step(CareStep step, string customer) => step switch
        {
            CareStep.Greeting => words["Greet"],
            CareStep.Classification => words["Classify"],
            CareStep.Statement => words["State"],
            CareStep.Reproduction => words["Reproduce"],
            CareStep.Proposal => words["Propose"],
            CareStep.Selection => words["Select"],
            CareStep.Execution => words["Execute"],
            CareStep.CraftVerification => words["We check"],
            _ => words["{0} checks", First(customer)],
        };

        /// <summary>What the primary button says while this is the next step.</summary>
        public string Next(CareStep step, TicketView view) => step switch
        {
            CareStep.Greeting => words["Greet {0}", First(view.Customer.Name)],
            CareStep.Classification => words["Say what it is about"],
            CareStep.Statement => words["State the problem"],
            CareStep.Reproduction => words["Reproduce it"],
            CareStep.Proposal => words["Propose a solution"],
            CareStep.Selection => words["Select a solution"],
            CareStep.Execution => words["Record what was done"],
            CareStep.CraftVerification when view.Ticket.Care.ReproductionSteps.Count > 0 => words["Replay the {0} steps", view.Ticket.Care.ReproductionSteps.Count],
            CareStep.CraftVerification => words["Check that it works"],
            _ when view.Ticket.Status == TicketStatus.Resolved => words["Record what {0} says", First(view.Customer.Name)],
            _ => words["Ask {0} to check", First(view.Customer.Name)],
        };

        public string Demand(Demand demand) => demand switch
        {
            Policies.Demand.Required => words["required"],
            Policies.Demand.Recommended => words["recommended"],
            _ => words["left out"],
        };
    }

    public static string First(string name) => name.Split(' ')[0];
}
