namespace FirstContact.Tickets;

/// <summary>Many have the same: this ticket is where it is worked on, or one of those that wait for it.</summary>
public sealed partial record Ticket
{
    public static Decision BecomeMajor(Named<MajorId> major) => new TicketBecameMajor(major);

    public static Decision JoinMajor(Named<MajorId> major) => new TicketJoinedMajor(major);

    public static Decision LeaveMajor(Named<MajorId> major) => new TicketLeftMajor(major);
}

public sealed record TicketBecameMajor(Named<MajorId> Major) : Event;

public sealed record TicketJoinedMajor(Named<MajorId> Major) : Event;

public sealed record TicketLeftMajor(Named<MajorId> Major) : Event;
