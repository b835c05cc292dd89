namespace FirstContact.Tickets;

/// <summary>What the desk does by itself is told with its reason.</summary>
public sealed partial record Ticket
{
    /// <param name="refused">What the rule was to do and could not.</param>
    public static Decision ApplyRule(Named<RuleId> rule, int version, Seq<string> refused) => new RuleApplied(rule, version, refused);
}
