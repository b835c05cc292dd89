using FirstContact.Policies;

namespace FirstContact.Tickets;

/// <summary>An unanswered call is owed a call back: to which number, by when, and how often it was tried.</summary>
public sealed partial record Ticket
{
    // Clocks of two machines differ a little.
    private static readonly Duration Skew = Duration.FromMinutes(5);

    /// <summary>Null when nobody is to be called back.</summary>
    public CallBack? CallBack { get; init; }

    /// <param name="known">Whether somebody here has this number.</param>
    public Decision MissCall(By by, string? number, Instant at, bool voiceMail, bool known, CallRuleValues rules)
    {
        if (WrongCall(by, number, at) is { } no) return no;
        if (!IsOpen) return TicketErrors.NotOpen;
        return new CallMissed(number!.Trim(), at, voiceMail, known, CallBack is { } owed ? Instant.Min(owed.Due, at + Duration.FromMinutes(rules.DueMinutes)) : at + Duration.FromMinutes(rules.DueMinutes));
    }

    /// <summary>What is wrong with a missed call, before it is on any ticket.</summary>
    public static Error? WrongCall(By by, string? number, Instant at) => Error.Of(
        number.IsBlank ? CallErrors.NumberMissing : PhoneNumber.IsOne(number!.Trim()) ? null : CallErrors.NumberInvalid,
        at > by.At + Skew || at < by.At - Duration.FromDays(30) ? CallErrors.TimeInvalid : null);

    /// <summary>Called, and nobody answered: when somebody tries again.</summary>
    public Decision TryCall(By by, Instant? again, CallRuleValues rules) => this switch
    {
        { CallBack: null } => CallErrors.NotOwed,
        { IsOpen: false } => TicketErrors.NotOpen,
        _ when again <= by.At => CallErrors.AgainPassed,
        { CallBack: { } owed } => new CallTried(owed.Attempts + 1, again ?? by.At + Duration.FromMinutes(rules.RetryMinutes)),
    };

    /// <summary>Called, and reached. What was said is a word to the customer, and a greeting where there was none.</summary>
    /// <param name="who">Who it was, where the number was nobody's; null where that is known.</param>
    public Decision ReachByCall(By by, string? words, Named<PersonId>? from, Named<PersonId>? who) => this switch
    {
        { CallBack: null } => CallErrors.NotOwed,
        { IsOpen: false } => TicketErrors.NotOpen,
        { CallBack.Known: false } when who is null => CallErrors.CallerMissing,
        { CallBack: { } owed } => Decision.All(this, by,
            _ => new CallReached(owed.Attempts + 1),
            t => who is { } caller && from is { } before ? t.ChangeCustomer(before, caller) : Decision.Nothing,
            t => t.Care.Has(CareStep.Greeting) ? Decision.Nothing : t.Greet("by phone"),
            t => t.Say(by, true, MessageKind.Call, Visibility.Public, words.IsBlank ? "Called back, and reached." : words, [], null)),
    };

    private Ticket? Called(Event happened, By by) => happened switch
    {
        CallMissed e => this with { CallBack = CallBack is { } owed
            ? owed with { Number = e.Number, Due = e.Due, Missed = owed.Missed + 1, MissedAt = e.At, VoiceMail = owed.VoiceMail || e.VoiceMail, Known = owed.Known || e.Known }
            : new(e.Number, e.Due, 1, e.At, e.VoiceMail, e.Known, 0, null) },
        CallTried e => this with { CallBack = CallBack is { } owed ? owed with { Attempts = e.Attempt, TriedAt = by.At, Due = e.Again } : null, WokeAt = null, Status = Status == TicketStatus.New ? TicketStatus.InProgress : Status },
        CallReached => this with { CallBack = null },
        _ => null,
    };
}

/// <param name="Due">By when somebody calls, or tries again.</param>
/// <param name="MissedAt">The last of them.</param>
/// <param name="Known">Whether somebody here has this number.</param>
/// <param name="Attempts">How often nobody answered when we called.</param>
public sealed record CallBack(string Number, Instant Due, int Missed, Instant MissedAt, bool VoiceMail, bool Known, int Attempts, Instant? TriedAt);

public sealed record CallMissed(string Number, Instant At, bool VoiceMail, bool Known, Instant Due) : Event;

/// <param name="Attempt">The first, the second, …</param>
/// <param name="Again">When somebody tries again.</param>
public sealed record CallTried(int Attempt, Instant Again) : Event;

/// <param name="Attempts">How often it took.</param>
public sealed record CallReached(int Attempts) : Event;

public static class CallErrors
{
    public static readonly Error NumberMissing = new(ErrorKind.Invalid, "call.number-missing", "Give the number that called.", "number");
    public static readonly Error NumberInvalid = new(ErrorKind.Invalid, "call.number-invalid", "Give a number of 3 to 20 digits, like +44 20 7946 0173 or 4357.", "number");
    public static readonly Error TimeInvalid = new(ErrorKind.Invalid, "call.time-invalid", "Give a time of the last thirty days, now at the latest.", "at");
    public static readonly Error TranscriptTooLong = new(ErrorKind.Invalid, "call.transcript-too-long", $"Keep what was said within {Ticket.LongestText} characters.", "transcript");
    public static readonly Error PersonUnknown = new(ErrorKind.Invalid, "call.person-unknown", "Nobody here has this address.", "person");
    public static readonly Error NotOwed = new(ErrorKind.Conflict, "call.not-owed", "Nobody is to be called back here.");
    public static readonly Error AgainPassed = new(ErrorKind.Invalid, "call.again-passed", "This time has passed. Try again later than now.", "again");
    public static readonly Error CallerMissing = new(ErrorKind.Invalid, "call.caller-missing", "Nobody here had this number. Say who it was, by e-mail address.", "caller");
    public static readonly Error CallerUnknown = new(ErrorKind.Invalid, "call.caller-unknown", "Nobody here has this address.", "caller");
}
