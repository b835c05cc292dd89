using FirstContact.Tickets;

namespace FirstContact.Mail;

/// <summary>By which way a message came to the desk.</summary>
public enum MailVia { Pipe, Http, Mailbox }

/// <summary>What became of a message. It waits until the desk has decided; it is held for people where the desk must not decide alone.</summary>
public enum MailState { Waiting, Taken, Doubled, Refused, Held, Failed }

/// <summary>A message as it was stored before anything was decided about it, and what was decided then.</summary>
public sealed record KeptMail : IAggregate<KeptMail>
{
    public const int LongestRecipient = 320, LongestReason = 500;

    public static string Subject => "mail";

    public MailId Id { get; init; }
    public int Version { get; init; }

    /// <summary>SHA-256 of the raw bytes, in hexadecimal: where they are kept.</summary>
    public string Hash { get; init; } = "";

    public long Size { get; init; }
    public MailVia Via { get; init; }
    public MailboxId? Mailbox { get; init; }

    /// <summary>To whom the mail server delivered it, when it said so.</summary>
    public string? Recipient { get; init; }

    /// <summary>Whose tickets it opens, and of which class, as its mailbox says.</summary>
    public TeamId? Team { get; init; }

    public ClassId? Class { get; init; }

    /// <summary>What its mailbox does with senders whom nobody knows; null for what the rules say.</summary>
    public Unknown? Unknown { get; init; }

    /// <summary>Somebody has looked at it and wants it taken in whatever speaks against it.</summary>
    public bool Released { get; init; }

    public MailState State { get; init; }

    /// <summary>Why it was refused or held, or what went wrong.</summary>
    public string? Reason { get; init; }

    /// <summary>The ticket that it is on.</summary>
    public TicketId? Ticket { get; init; }

    /// <summary>The number of its message there; 0 when it opened the ticket.</summary>
    public int? Message { get; init; }

    public Instant KeptAt { get; init; }
    public Instant? SettledAt { get; init; }

    public long Key => Id.Value;

    public static Decision Keep(string hash, long size, long largest, MailVia via, MailboxId? mailbox, string? recipient, TeamId? team = null, ClassId? requestClass = null, Unknown? unknown = null) => size switch
    {
        0 => MailErrors.Empty,
        _ when size > largest => MailErrors.TooLarge,
        _ when recipient.IsLongerThan(LongestRecipient) => MailErrors.RecipientTooLong,
        _ => new MailKept(hash, size, via, mailbox, recipient.IsBlank ? null : recipient!.Trim()) { Team = team, Class = requestClass, Unknown = unknown },
    };

    /// <param name="message">The number of the message on the ticket; 0 when it opened it.</param>
    public Decision Take(TicketRef ticket, int message, LeftFiles? left = null) => State == MailState.Waiting ? new MailTaken(ticket, message) { Left = left?.TooLarge ?? [], TooMany = left?.TooMany ?? [], Empty = left?.Empty ?? [] } : MailErrors.Settled;

    /// <summary>The same message has come by another way already.</summary>
    public Decision Double(MailId first, TicketRef? ticket) => State == MailState.Waiting ? new MailDoubled(first, ticket) : MailErrors.Settled;

    public Decision Refuse(string reason) => State == MailState.Waiting ? new MailRefused(Short(reason)) : MailErrors.Settled;

    public Decision Hold(string reason) => State == MailState.Waiting ? new MailHeld(Short(reason)) : MailErrors.Settled;

    public Decision Fail(string reason) => State == MailState.Waiting ? new MailFailed(Short(reason)) : MailErrors.Settled;

    /// <summary>It tells what became of a message that was sent: nothing is taken in, and whoever sends hears of it.</summary>
    public Decision Report(MailBounced bounced) => State == MailState.Waiting ? (Event[])[bounced, new MailRefused("delivery report")] : MailErrors.Settled;

    /// <summary>Takes it in again, and this time for certain when an administrator has looked at it.</summary>
    public Decision Again() => State switch
    {
        MailState.Waiting => Decision.Nothing,
        MailState.Taken or MailState.Doubled => MailErrors.OnTicket,
        _ => new MailRetried(State),
    };

    /// <summary>Whether it waits for somebody to decide on it.</summary>
    public bool NeedsSomebody => State is MailState.Held or MailState.Failed;

    /// <summary>Somebody has looked at what was held or broke, and it is to stay out.</summary>
    public Decision LeaveOut() => State switch
    {
        MailState.Refused => Decision.Nothing,
        MailState.Held or MailState.Failed => new MailRefused("Somebody looked at it, and left it out"),
        MailState.Waiting => MailErrors.StillWaits,
        _ => MailErrors.OnTicket,
    };

    public KeptMail Apply(Event happened, By by) => happened switch
    {
        MailKept e => this with { Hash = e.Hash, Size = e.Size, Via = e.Via, Mailbox = e.Mailbox, Recipient = e.Recipient, Team = e.Team, Class = e.Class, Unknown = e.Unknown, KeptAt = by.At, Version = Version + 1 },
        MailTaken e => Settled(MailState.Taken, new LeftFiles(e.Left, e.TooMany, e.Empty).Told is { } told ? Short(told) : null, by) with { Ticket = e.Ticket.Id, Message = e.Message },
        MailDoubled e => Settled(MailState.Doubled, null, by) with { Ticket = e.Ticket?.Id },
        MailRefused e => Settled(MailState.Refused, e.Reason, by),
        MailHeld e => Settled(MailState.Held, e.Reason, by),
        MailFailed e => Settled(MailState.Failed, e.Reason, by),
        MailBounced => this with { Version = Version + 1 },
        MailRetried e => this with { State = MailState.Waiting, Reason = null, SettledAt = null, Released = Released || e.Was != MailState.Failed, Version = Version + 1 },
        _ => throw new NotSupportedException($"Mail knows nothing of {happened.GetType().Name}."),
    };

    private KeptMail Settled(MailState state, string? reason, By by) => this with { State = state, Reason = reason, SettledAt = by.At, Version = Version + 1 };

    private static string Short(string reason) => reason.Length <= LongestReason ? reason : reason[..LongestReason];
}
