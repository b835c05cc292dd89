using FirstContact.Tickets;

namespace FirstContact.Mail;

public sealed record MailKept(string Hash, long Size, MailVia Via, MailboxId? Mailbox, string? Recipient) : Event
{
    public TeamId? Team { get; init; }
    public ClassId? Class { get; init; }
    public Unknown? Unknown { get; init; }
}

public sealed record MailTaken(TicketRef Ticket, int Message) : Event
{
    /// <summary>Files too large to be attached.</summary>
    public Seq<string> Left { get; init; } = [];

    /// <summary>Files beyond the number that a message may bring.</summary>
    public Seq<string> TooMany { get; init; } = [];

    public Seq<string> Empty { get; init; } = [];
}

public sealed record MailDoubled(MailId First, TicketRef? Ticket) : Event;

public sealed record MailRefused(string Reason) : Event;

public sealed record MailHeld(string Reason) : Event;

public sealed record MailFailed(string Reason) : Event;

public sealed record MailRetried(MailState Was) : Event;

/// <summary>A server or a keeper of one says what became of a message that the desk sent.</summary>
/// <param name="Of">The Message-ID of what was sent, without brackets; null when the report does not name it.</param>
/// <param name="Ticket">The ticket that it was about, when it is known.</param>
/// <param name="Address">Whom the desk wrote to; null when the report does not say.</param>
/// <param name="Permanent">Nothing sent to this address will get there: there is nobody.</param>
/// <param name="Why">In the words of the report.</param>
public sealed record MailBounced(string? Of, TicketId? Ticket, string? Address, bool Permanent, string? Status, string Why) : Event
{
    /// <summary>It did not get there, whatever the reason; otherwise it is late, or has arrived.</summary>
    public bool Failed { get; init; }

    /// <summary>It has not got there yet, and is still tried.</summary>
    public bool Late { get; init; }

    /// <summary>Until when it is tried, when the report says so.</summary>
    public Instant? Until { get; init; }

    /// <summary>Where the address passed it on to, when that is another.</summary>
    public string? PassedOnTo { get; init; }
}
