namespace FirstContact.Deskside;

/// <param name="RemindAt">Null for who was helped on the spot.</param>
public sealed record WalkUpRecorded(WalkUpDetails Details, TicketId Ticket, Instant? RemindAt) : Event;

public sealed record WalkUpSeenTo(string Who) : Event;

public sealed record DesksideRulesChanged(DesksideValues From, DesksideValues To) : Event;
