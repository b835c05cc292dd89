namespace FirstContact.Tickets;

/// <summary>What was prepared and is done as one is told with its name.</summary>
public sealed partial record Ticket
{
    /// <param name="refused">What the rule was to do and could not.</param>
    public static Decision ApplyRule(Named<RuleId> rule, int version, Seq<string> refused) => new RuleApplied(rule, version, refused);

    public static Decision ApplyMacro(Named<MacroId> macro, int version) => new MacroApplied(macro, version);
}
