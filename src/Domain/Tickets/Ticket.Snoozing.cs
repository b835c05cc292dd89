namespace FirstContact.Tickets;

/// <summary>
/// Not before: somebody puts a ticket aside, for himself alone. Nothing is parked in silence: it comes back at its time, or as
/// soon as the customer speaks or a colleague calls, and says why it is back.
/// </summary>
public sealed partial record Ticket
{
    public static readonly Duration LongestSnooze = Duration.FromDays(366);

    public Seq<Snooze> Snoozes { get; init; } = [];

    /// <param name="until">Null until the customer speaks.</param>
    public Decision Snooze(By by, Instant? until)
    {
        if (IsOver) return TicketErrors.NotOpen;
        if (until <= by.At) return SnoozeErrors.Passed;
        if (until > by.At + LongestSnooze) return SnoozeErrors.TooLong;
        if (Assignee == by.Person && PromisedAt is { } promised && (until is null || until > promised)) return SnoozeErrors.PastPromise;
        if (until is null && CustomerSpokeAt is not null) return SnoozeErrors.CustomerWaits;
        return Snoozes.Any(s => s.Person == by.Person && s.Woke is null && s.Until == until) ? Decision.Nothing : new TicketSnoozed(until);
    }

    /// <summary>By one's own hand; also says that one has seen it wake up.</summary>
    public Decision Unsnooze(By by, string name) =>
        Snoozes.Any(s => s.Person == by.Person) ? new SnoozeEnded(new(by.Person, name), SnoozeEnd.Hand) : SnoozeErrors.NotSnoozed;

    /// <param name="names">Of those who put it aside.</param>
    public Decision WakeSnoozes(By by, IReadOnlyDictionary<PersonId, string> names) =>
        Snoozes.Where(s => s.Woke is null && s.Until <= by.At).Select(s => (Event)new SnoozeEnded(new(s.Person, names.GetValueOrDefault(s.Person, "")), SnoozeEnd.TimeUp)).ToArray() is { Length: > 0 } woke ? woke : Decision.Nothing;

    private Ticket? Snoozed(Event happened, By by) => happened switch
    {
        TicketSnoozed e => this with { Snoozes = [.. Snoozes.Where(s => s.Person != by.Person), new(by.Person, e.Until, by.At)] },
        SnoozeEnded { Why: SnoozeEnd.Hand } e => this with { Snoozes = [.. Snoozes.Where(s => s.Person != e.Person.Id)] },
        SnoozeEnded e => Woken(s => s.Person == e.Person.Id, new(e.Why, by.At)),
        _ => null,
    };

    /// <summary>What else an event does to those who put the ticket aside: it wakes some, and whoever acts on it has seen it.</summary>
    private Ticket Stirred(Event happened, By by)
    {
        if (Snoozes.Count == 0 || happened is TicketSnoozed or SnoozeEnded) return this;
        if (IsOver) return this with { Snoozes = [] };
        var awake = this with { Snoozes = [.. Snoozes.Where(s => s.Woke is null || s.Person != by.Person)] };
        return happened switch
        {
            MessagePosted { CustomersSide: true, Visibility: Visibility.Public } or StatementCorrected or CustomerVerified { Outcome: CustomerOutcome.NotYet } or TicketReopened
                or WordLanded { CustomersSide: true, Visibility: Visibility.Public } or TicketTookIn { CustomerWaitsSince: not null } => awake.Woken(_ => true, new(SnoozeEnd.CustomerSpoke, by.At)),
            TicketAssigned { To: { } to } when to.Id != by.Person => awake.Woken(s => s.Person == to.Id, new(SnoozeEnd.Called, by.At)),
            ColleagueAskedIn e => awake.Woken(s => s.Person == e.Colleague.Id, new(SnoozeEnd.Called, by.At)),
            TeamAskedIn e => awake.Woken(s => e.Colleagues.Any(c => c.Id == s.Person), new(SnoozeEnd.Called, by.At)),
            SkillAskedIn e => awake.Woken(s => e.Colleagues.Any(c => c.Id == s.Person), new(SnoozeEnd.Called, by.At)),
            _ => awake,
        };
    }

    private Ticket Woken(Func<Snooze, bool> whose, Awakening woke) =>
        this with { Snoozes = [.. Snoozes.Select(s => s.Woke is null && whose(s) ? s with { Woke = woke } : s)] };
}

/// <param name="Until">Null until the customer speaks.</param>
public sealed record Snooze(PersonId Person, Instant? Until, Instant Since)
{
    /// <summary>Why and when it came back; null while it sleeps. Gone once the person has done something about it.</summary>
    public Awakening? Woke { get; init; }
}

public sealed record Awakening(SnoozeEnd Why, Instant At);

/// <summary>By hand; its time has come; the customer spoke; a colleague gave it to the person or asked that person in.</summary>
public enum SnoozeEnd { Hand, TimeUp, CustomerSpoke, Called }

public sealed record TicketSnoozed(Instant? Until) : Event;

public sealed record SnoozeEnded(Named<PersonId> Person, SnoozeEnd Why) : Event;

public static class SnoozeErrors
{
    public static readonly Error Passed = new(ErrorKind.Invalid, "snooze.passed", "This time has passed.", "until");
    public static readonly Error TooLong = new(ErrorKind.Invalid, "snooze.too-long", "Put it aside for a year at most.", "until");
    public static readonly Error PastPromise = new(ErrorKind.Invalid, "snooze.past-promise", "You promised the customer news before that. Give a time before the promise, or bring the news.", "until");
    public static readonly Error CustomerWaits = new(ErrorKind.Invalid, "snooze.customer-waits", "The customer spoke last and waits for an answer. Give a time, or answer first.", "until");
    public static readonly Error NotSnoozed = new(ErrorKind.Conflict, "snooze.not-snoozed", "You have not put it aside.");
}
