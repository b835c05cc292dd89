namespace FirstContact.Majors;

public sealed record MajorDeclared(Named<TicketId> Ticket, MajorDetails Details, string Words, Instant NewsDue) : Event;

public sealed record MajorChanged(MajorDetails From, MajorDetails To, Instant NewsDue) : Event;

/// <param name="No">Which news of this incident it is.</param>
/// <param name="Late">They were promised earlier.</param>
public sealed record MajorTold(int No, string Words, Instant NewsDue, bool Late) : Event;

public sealed record MajorOver(int No, string Words, Duration Took) : Event;

public sealed record MajorReviewed(MajorReview Review) : Event;

public sealed record FollowUpTicked(int No, string What, bool Done) : Event;
