namespace FirstContact.Rules;

public sealed record RuleAdded(RuleDefinition Definition, int Place, bool Active) : Event;

public sealed record RuleChanged(RuleDefinition From, RuleDefinition To) : Event;

public sealed record RuleSwitchedOn : Event;

public sealed record RuleSwitchedOff : Event;

/// <param name="Ticket">Where it was seen.</param>
/// <param name="Chain">Which rules followed from each other, by their names.</param>
public sealed record RuleStopped(StopBecause Why, TicketId? Ticket, Seq<string> Chain, string? Detail) : Event;

public sealed record RuleMoved(int From, int To) : Event;

public sealed record RuleRemoved(string Name) : Event;
