namespace FirstContact.Policies;

/// <summary>
/// The nine steps of care in their order. Source: Limoncelli, Hogan and Chalup, 'The Practice of System and Network
/// Administration', the chapter on customer care.
/// </summary>
public enum CareStep { Greeting, Classification, Statement, Reproduction, Proposal, Selection, Execution, CraftVerification, CustomerVerification }

public enum CarePhase { Greeting, ProblemIdentification, PlanningAndExecution, Verification }

/// <summary>Whether a step has to be taken: always; unless there is a reason; not at all.</summary>
public enum Demand { Required, Recommended, LeftOut }

/// <summary>Who may check the craft: anyone, or anyone but the one who did the work.</summary>
public enum CraftBy { Anyone, Another }

public static class CareSteps
{
    public static readonly Seq<CareStep> All = [.. Enum.GetValues<CareStep>()];

    public static CarePhase Phase(this CareStep step) => step switch
    {
        CareStep.Greeting => CarePhase.Greeting,
        <= CareStep.Reproduction => CarePhase.ProblemIdentification,
        <= CareStep.Execution => CarePhase.PlanningAndExecution,
        _ => CarePhase.Verification,
    };
}
