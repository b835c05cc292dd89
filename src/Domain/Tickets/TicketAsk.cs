using FirstContact.Policies;

namespace FirstContact.Tickets;

/// <summary>What a ticket asks of its customer, so that it can be answered from a mail.</summary>
public enum TicketAsk
{
    /// <summary>Does it work?</summary>
    Verify,

    /// <summary>Did we understand you?</summary>
    Statement,

    /// <summary>What the desk wrote last.</summary>
    Answer
}

public sealed partial record Ticket
{
    /// <summary>Since when this has been asked; null when it is not, or not any more. What was asked at another time is another question.</summary>
    public Instant? AskedAt(TicketAsk ask) => ask switch
    {
        _ when Merged is not null => null,
        TicketAsk.Verify => Status == TicketStatus.Resolved ? ResolvedAt : null,
        TicketAsk.Statement => IsOpen && Care is { Statement: not null, StatementAgreed: null } ? Care[CareStep.Statement]?.At : null,
        _ => IsOpen || Status == TicketStatus.Resolved ? LastWordAt : null,
    };
}
