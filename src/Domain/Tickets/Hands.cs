namespace FirstContact.Tickets;

/// <summary>Through whose hands a ticket goes: what is being handed over, what came back, who was called. What was before stays in the journal.</summary>
public sealed record Hands
{
    public static readonly Hands Empty = new();

    /// <summary>Handed over and not accepted yet: until then it stays with whoever had it.</summary>
    public Handover? Pending { get; init; }

    /// <summary>The last handover came back, and whoever had the ticket has not done anything about it yet.</summary>
    public Returned? Returned { get; init; }

    /// <summary>How many handovers there were: the number of the last.</summary>
    public int Handovers { get; init; }

    /// <summary>Given to its owner by somebody else, who has not touched it yet.</summary>
    public Given? Given { get; init; }

    /// <summary>Colleagues who were called by name and have not looked yet.</summary>
    public Seq<PersonId> Mentioned { get; init; } = [];

    /// <summary>Colleagues who were asked to check the work.</summary>
    public Seq<PersonId> Checkers { get; init; } = [];

    public IEnumerable<PersonId> People => [.. Mentioned, .. Checkers, .. Pending is { } p ? [p.By.Id] : Array.Empty<PersonId>(), .. Given is { } g ? [g.By] : Array.Empty<PersonId>()];
}

public sealed record Handover(int No, Named<TeamId> From, Named<TeamId> To, Named<PersonId> By, Instant At, HandoverWords Words);

/// <summary>What travels along, so that the other team need not ask again.</summary>
/// <param name="Asked">What is wanted of them.</param>
/// <param name="Promise">When news were promised to the customer.</param>
public sealed record HandoverWords(string? Statement, string? Tried, string? Asked, Instant? Promise = null);

/// <param name="By">The team that gave it back.</param>
public sealed record Returned(Named<TeamId> By, string Reason, string? Missing, Instant At);

public sealed record Given(PersonId By, Instant At);

public sealed record TicketHandedOver(int No, Named<TeamId> From, Named<TeamId> To, Named<PersonId> By, HandoverWords Words) : Event;

/// <param name="Owner">Who accepted it and has it now; null when that person is in another team, and nobody has it yet.</param>
public sealed record HandoverAccepted(int No, Named<TeamId> From, Named<TeamId> To, Named<PersonId>? Owner, Duration Waited) : Event;

public sealed record HandoverReturned(int No, Named<TeamId> From, Named<TeamId> To, string Reason, string? Missing, Duration Waited) : Event;

public sealed record HandoverWithdrawn(int No, Named<TeamId> To) : Event;

public sealed record MentionSeen : Event;

public static class HandoverErrors
{
    public static readonly Error Pending = new(ErrorKind.Conflict, "handover.pending", "It has been handed over already and waits to be accepted. Take that back first.", "team");
    public static readonly Error TeamUnknown = new(ErrorKind.Invalid, "handover.team-unknown", "Choose one of the desk's teams.", "team");
    public static readonly Error SameTeam = new(ErrorKind.Invalid, "handover.same-team", "This team has it. Choose another.", "team");
    public static readonly Error AskedMissing = new(ErrorKind.Invalid, "handover.asked-missing", "Say what you ask of them.", "asked");
    public static readonly Error NothingPending = new(ErrorKind.Conflict, "handover.nothing-pending", "This handover has been settled already.");
    public static readonly Error NotFound = new(ErrorKind.Missing, "handover.not-found", "There is no such handover.");
    public static readonly Error NotMentioned = new(ErrorKind.Conflict, "mention.none", "Nobody called you here, or you have seen it already.");
}
