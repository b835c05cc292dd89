namespace FirstContact.Tickets;

/// <summary>A rule that was bent for this customer: told here among colleagues, and kept where it is reviewed.</summary>
public sealed partial record Ticket
{
    public static Decision BendRule(ExceptionId exception, string rule, string instead, string why) => new RuleBent(exception, rule.Trim(), instead.Trim(), why.Trim());

    public static Decision EndBending(ExceptionId exception, string rule, bool changes, string words) => new BendingEnded(exception, rule, changes, words.Trim());

    public static Decision WithdrawBending(ExceptionId exception, string rule) => new BendingWithdrawn(exception, rule);
}

/// <param name="Instead">What was done instead.</param>
/// <param name="Why">Why the customer needed it.</param>
public sealed record RuleBent(ExceptionId Exception, string Rule, string Instead, string Why) : Event;

/// <param name="Changes">Whether the rule changes, or its reason was told once more.</param>
public sealed record BendingEnded(ExceptionId Exception, string Rule, bool Changes, string Words) : Event;

public sealed record BendingWithdrawn(ExceptionId Exception, string Rule) : Event;
