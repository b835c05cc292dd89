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

    /// <summary>The last handover that was accepted, until whoever got it has said whether it was complete.</summary>
    public Accepted? Accepted { get; init; }

    /// <summary>The teams it has been through, each after the one before; empty while it has never left the first.</summary>
    public Seq<TeamId> Path { get; init; } = [];

    /// <summary>It went back and forth between two teams, and nobody has brought them together yet.</summary>
    public Bounce? Bounce { get; init; }

    /// <summary>How often it has come back to a team that it had just left.</summary>
    public int Bounces { get; init; }

    /// <summary>What colleagues were asked and have not answered.</summary>
    public Seq<Ask> Asks { get; init; } = [];

    /// <summary>How many questions there were: the number of the last.</summary>
    public int Questions { get; init; }

    /// <summary>Whoever helped without owning it, in the order in which they first did.</summary>
    public Seq<PersonId> Helpers { get; init; } = [];

    /// <summary>What first contact would have needed; null while nobody was asked since it was solved last.</summary>
    public FrontSaid? Front { get; init; }

    /// <summary>Given to its owner by somebody else, who has not touched it yet.</summary>
    public Given? Given { get; init; }

    /// <summary>Colleagues who were called by name and have not looked yet.</summary>
    public Seq<PersonId> Mentioned { get; init; } = [];

    /// <summary>Colleagues who were asked to check the work.</summary>
    public Seq<PersonId> Checkers { get; init; } = [];

    public IEnumerable<PersonId> People =>
    [
        .. Mentioned, .. Checkers, .. Helpers, .. Asks.SelectMany(a => a.Of.Add(a.By)), .. Front is { } f ? [f.By] : Array.Empty<PersonId>(), .. Bounce?.Bridge.Select(b => b.Id) ?? [],
        .. Pending is { } p ? [p.By.Id] : Array.Empty<PersonId>(), .. Given is { } g ? [g.By] : Array.Empty<PersonId>(),
    ];
}

public sealed record Handover(int No, Named<TeamId> From, Named<TeamId> To, Named<PersonId> By, Instant At, HandoverWords Words);

/// <summary>What travels along, so that the other team need not ask again.</summary>
/// <param name="Asked">What is wanted of them.</param>
/// <param name="Promise">When news were promised to the customer.</param>
public sealed record HandoverWords(string? Statement, string? Tried, string? Asked, Instant? Promise = null)
{
    /// <summary>How it can be seen, or that it could not.</summary>
    public string? Reproduction { get; init; }

    /// <summary>What the customer was promised.</summary>
    public string? Promised { get; init; }
}

/// <summary>What a team may find missing in what it was handed.</summary>
public enum HandoverItem { Statement, Reproduction, Tried, Asked, Promise, Device, Contact, Files, Access }

/// <param name="By">The team that gave it back.</param>
public sealed record Returned(Named<TeamId> By, string Reason, string? Missing, Instant At)
{
    public Seq<HandoverItem> Lacked { get; init; } = [];
}

/// <param name="By">Who handed it over.</param>
public sealed record Accepted(int No, Named<TeamId> From, Named<TeamId> To, PersonId By, Instant At);

/// <param name="Between">The team that has it, for the second time.</param>
/// <param name="And">The team that it came from.</param>
/// <param name="Bridge">Who brings the two together; empty where the desk knows nobody.</param>
public sealed record Bounce(Named<TeamId> Between, Named<TeamId> And, Seq<Named<PersonId>> Bridge, Instant At);

public sealed record Given(PersonId By, Instant At);

public sealed record TicketHandedOver(int No, Named<TeamId> From, Named<TeamId> To, Named<PersonId> By, HandoverWords Words) : Event;

/// <param name="Owner">Who accepted it and has it now; null when that person is in another team, and nobody has it yet.</param>
public sealed record HandoverAccepted(int No, Named<TeamId> From, Named<TeamId> To, Named<PersonId>? Owner, Duration Waited) : Event;

public sealed record HandoverReturned(int No, Named<TeamId> From, Named<TeamId> To, string Reason, string? Missing, Duration Waited) : Event
{
    public Seq<HandoverItem> Lacked { get; init; } = [];
}

/// <summary>Whoever accepted it says whether all was there.</summary>
public sealed record HandoverJudged(int No, Named<TeamId> From, Named<TeamId> To, bool Complete, Seq<HandoverItem> Lacked, string? Words) : Event;

/// <summary>It came back to a team that it had just left: A, B, and A again.</summary>
/// <param name="Times">How often it has bounced by now, between whichever teams.</param>
public sealed record TicketBounced(Named<TeamId> Between, Named<TeamId> And, int Times, Seq<Named<PersonId>> Bridge) : Event;

/// <summary>The two teams were brought together, and agreed.</summary>
public sealed record BounceSettled(Named<TeamId> Between, Named<TeamId> And, string Agreed, Duration After) : Event;

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
    public static readonly Error NothingToJudge = new(ErrorKind.Conflict, "handover.nothing-to-judge", "This handover was not accepted, or somebody has said already whether it was complete.");
    public static readonly Error OwnHandover = new(ErrorKind.Conflict, "handover.own", "You handed it over: whoever got it says whether all was there.");
    public static readonly Error CompleteUnknown = new(ErrorKind.Invalid, "handover.complete-unknown", "Say whether all was there: either complete, or what was missing.", "complete");
    public static readonly Error NoBounce = new(ErrorKind.Conflict, "bounce.none", "It does not go back and forth, or that has been settled.");
    public static readonly Error AgreedMissing = new(ErrorKind.Invalid, "bounce.agreed-missing", "Say what the two teams agreed.", "agreed");
    public static readonly Error NotMentioned = new(ErrorKind.Conflict, "mention.none", "Nobody called you here, or you have seen it already.");
}
