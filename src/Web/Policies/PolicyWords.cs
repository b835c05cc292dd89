namespace FirstContact.Policies;

/// <summary>The words of the slice as people read them; each is a key for the localizer.</summary>
public static class PolicyWords
{
    public static string Word(this CareStep step) => step switch
    {
        CareStep.Greeting => "Greeting",
        CareStep.Classification => "Classification",
        CareStep.Statement => "Statement",
        CareStep.Reproduction => "Reproduction",
        CareStep.Proposal => "Proposal",
        CareStep.Selection => "Selection",
        CareStep.Execution => "Execution",
        CareStep.CraftVerification => "Craft check",
        _ => "Customer check",
    };

    public static string Word(this Demand demand) => demand switch { Demand.Required => "Required", Demand.Recommended => "Recommended", _ => "Left out" };

    public static string Word(this CraftBy by) => by switch { CraftBy.Anyone => "Anyone", _ => "Another" };

    public static string Word(this Level level) => level switch { Level.Low => "Low", Level.Medium => "Medium", _ => "High" };

    public static string Word(this Approval approval) => approval switch { Approval.None => "Not needed", _ => "Needed before work begins" };

    /// <summary>Bars and P-number, as lists show a priority.</summary>
    public static Html Mark(int rank) => Html.Of($"<span class=\"fc-prio is-{rank}\"><i aria-hidden=\"true\"><u></u></i>P{rank}</span>");
}
