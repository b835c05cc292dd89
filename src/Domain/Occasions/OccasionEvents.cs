namespace FirstContact.Occasions;

public sealed record OccasionPlanned(OccasionDetails Details) : Event;

public sealed record OccasionChanged(OccasionDetails From, OccasionDetails To) : Event;

public sealed record OccasionTested(bool Ok, string Words) : Event;

/// <param name="Ticket">By its number.</param>
public sealed record OccasionLinked(Named<TicketId> Ticket) : Event;

public sealed record OccasionUnlinked(Named<TicketId> Ticket) : Event;

public sealed record OccasionCalledOff(string Why) : Event;

public sealed record OccasionPlannedAgain : Event;
