using FirstContact.Tickets;

namespace FirstContact.Writing;

/// <param name="Seen">The version of the ticket that the author had seen.</param>
public sealed record ReplyQueued(TicketId Ticket, Named<PersonId> Author, ReplyWords Words, Instant Leaves, bool Scheduled, int Seen) : Event;

public sealed record ReplyTakenBack : Event;

public sealed record ReplyHurried(Instant From, Instant To) : Event;

public sealed record ReplyLeft : Event;

public sealed record ReplyStopped(string Why) : Event;
