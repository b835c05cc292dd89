using FirstContact.Tickets;

namespace FirstContact.Writing;

/// <summary>A reply that was sent off and has not left yet: it can be taken back, and leaves at its time.</summary>
public sealed record Reply : IAggregate<Reply>
{
    public static readonly Duration LongestWait = Duration.FromDays(366);

    public static string Subject => "reply";

    public ReplyId Id { get; init; }
    public int Version { get; init; }
    public TicketId Ticket { get; init; }
    public Named<PersonId> Author { get; init; } = new(PersonId.Desk, "");
    public ReplyState State { get; init; }
    public ReplyWords Words { get; init; } = new("");
    public Instant Leaves { get; init; }

    /// <summary>Given a time by hand; otherwise it only waits a moment in which it can be taken back.</summary>
    public bool Scheduled { get; init; }

    public Instant WrittenAt { get; init; }

    /// <summary>The version of the ticket that its author had seen.</summary>
    public int Seen { get; init; }

    /// <summary>Why it did not leave at its time.</summary>
    public string? Stopped { get; init; }

    public long Key => Id.Value;

    /// <summary>Still here: it waits, or was stopped and wants somebody.</summary>
    public bool IsHere => State is ReplyState.Waiting or ReplyState.Stopped;

    /// <param name="leaves">When it is to leave; null after the desk's usual moment.</param>
    public static Decision Queue(By by, Named<PersonId> author, TicketId ticket, int seen, ReplyWords words, Instant? leaves, Duration moment) =>
        Wrong(by, leaves) is { } no ? no : new ReplyQueued(ticket, author, words, leaves ?? by.At + moment, leaves is not null, seen);

    /// <summary>What is wrong with the time by itself.</summary>
    public static Error? Wrong(By by, Instant? leaves) => leaves <= by.At ? WritingErrors.LeavesPassed : leaves > by.At + LongestWait ? WritingErrors.LeavesTooLate : null;

    /// <summary>Undone before it left; whoever takes it back goes on writing.</summary>
    public Decision TakeBack() => IsHere ? new ReplyTakenBack() : Gone;

    /// <summary>Not at its time but now.</summary>
    public Decision Hurry(By by) => IsHere ? new ReplyHurried(Leaves, by.At) : Gone;

    public Decision Leave(By by) => State == ReplyState.Waiting && Leaves <= by.At ? new ReplyLeft() : Decision.Nothing;

    public Decision Stop(string why) => State == ReplyState.Waiting ? new ReplyStopped(why) : Decision.Nothing;

    public Reply Apply(Event happened, By by) => happened switch
    {
        ReplyQueued e => this with { Ticket = e.Ticket, Author = e.Author, Words = e.Words, Leaves = e.Leaves, Scheduled = e.Scheduled, Seen = e.Seen, WrittenAt = by.At },
        ReplyTakenBack => this with { State = ReplyState.TakenBack },
        ReplyHurried e => this with { State = ReplyState.Waiting, Leaves = e.To, Scheduled = false, Stopped = null },
        ReplyLeft => this with { State = ReplyState.Left },
        ReplyStopped e => this with { State = ReplyState.Stopped, Stopped = e.Why },
        _ => throw new NotSupportedException($"A reply knows nothing of {happened.GetType().Name}."),
    } with { Version = Version + 1 };

    private Error Gone => State == ReplyState.Left ? WritingErrors.Left : WritingErrors.TakenBack;
}

public enum ReplyState { Waiting, Left, TakenBack, Stopped }

/// <summary>What is said, and what goes with it.</summary>
/// <param name="Promise">When the next news are promised.</param>
public sealed record ReplyWords(string Body, Instant? Promise = null, SendThen Then = SendThen.Nothing)
{
    public Seq<FileRef> Files { get; init; } = [];

    /// <summary>Said by a macro or to many tickets at once: undoing all of that takes it back.</summary>
    public bool OfBatch { get; init; }
}

/// <summary>What becomes of the ticket with the reply: nothing; it waits for the customer; it is resolved, and the customer is asked to check.</summary>
public enum SendThen { Nothing, WaitForCustomer, AskToCheck }
