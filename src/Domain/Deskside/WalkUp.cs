namespace FirstContact.Deskside;

/// <summary>Somebody went round the desk: stopped a colleague at his place, or called him directly. He was helped there, or kindly led to the desk.</summary>
public sealed record WalkUp : IAggregate<WalkUp>
{
    public const int LongestWho = 120, LongestWords = 2000, LongestSaid = 2000, LongestSolved = 2000;

    public static string Subject => "walk-up";

    public WalkUpId Id { get; init; }
    public int Version { get; init; }
    public WalkUpDetails Details { get; init; } = WalkUpDetails.Blank;
    public TicketId Ticket { get; init; }
    public Instant RecordedAt { get; init; }

    /// <summary>When whoever led somebody to the desk is to see whether it was cared for; null for who was helped on the spot.</summary>
    public Instant? RemindAt { get; init; }

    /// <summary>When he had seen that it was; the ticket's end does the same.</summary>
    public Instant? SeenAt { get; init; }

    public long Key => Id.Value;

    /// <param name="ticket">Which was opened for it.</param>
    /// <param name="after">How long until the follow-up.</param>
    public static Decision Record(WalkUpDetails details, TicketId ticket, Duration after, Instant now)
    {
        var to = details.Trimmed;
        return to.Wrong is { } no ? no : new WalkUpRecorded(to, ticket, to.Redirected ? now + after : null);
    }

    /// <summary>Whoever led somebody to the desk has seen that it was cared for.</summary>
    public Decision SeeToIt(PersonId person) =>
        RemindAt is null ? DesksideErrors.NotRedirected : person != Details.By.Id ? DesksideErrors.NotYours : SeenAt is null ? new WalkUpSeenTo(Details.Who) : Decision.Nothing;

    public WalkUp Apply(Event happened, By by) => happened switch
    {
        WalkUpRecorded e => this with { Details = e.Details, Ticket = e.Ticket, RemindAt = e.RemindAt, RecordedAt = by.At, Version = Version + 1 },
        WalkUpSeenTo => this with { SeenAt = by.At, Version = Version + 1 },
        _ => throw new NotSupportedException($"A walk-up knows nothing of {happened.GetType().Name}."),
    };
}

/// <param name="Customer">Null for somebody whom the desk does not know: the name is all there is.</param>
/// <param name="Asked">The team that was asked round the desk.</param>
/// <param name="By">Who was stopped or called, and wrote it down.</param>
/// <param name="Called">By phone; else at his place.</param>
/// <param name="Redirected">Kindly led to the desk; else helped on the spot, which may have solved it.</param>
/// <param name="Said">The kind words that the customer gets; null for who was helped.</param>
public sealed record WalkUpDetails(Named<PersonId>? Customer, string Who, string Words, Named<TeamId>? Asked, Named<PersonId> By, bool Called, bool Redirected, string? Said)
{
    public static readonly WalkUpDetails Blank = new(null, "", "", null, default, false, false, null);

    /// <summary>What solved it at once; null while it is not solved.</summary>
    public string? Solved { get; init; }

    /// <summary>Whether the customer has tried it and says that it works.</summary>
    public bool Tried { get; init; }

    /// <summary>The team that was asked is one of the desk: that is no way round it.</summary>
    public bool AtDesk { get; init; }

    internal WalkUpDetails Trimmed => this with { Who = Who.Trim(), Words = Words.Trim(), Said = Redirected && !Said.IsBlank ? Said!.Trim() : null, Solved = Solved.IsBlank ? null : Solved!.Trim() };

    internal Error? Wrong => Error.Of(
        Who.IsBlank ? DesksideErrors.WhoMissing : Who.IsLongerThan(WalkUp.LongestWho) ? DesksideErrors.WhoTooLong : null,
        Words.IsBlank ? DesksideErrors.WordsMissing : Words.IsLongerThan(WalkUp.LongestWords) ? DesksideErrors.WordsTooLong : null,
        Redirected && Said.IsBlank ? DesksideErrors.SaidMissing : Said.IsLongerThan(WalkUp.LongestSaid) ? DesksideErrors.SaidTooLong : null,
        Redirected && (Tried || !Solved.IsBlank) ? DesksideErrors.SolvedAndLed : Tried && Solved.IsBlank ? DesksideErrors.SolvedMissing : Solved.IsLongerThan(WalkUp.LongestSolved) ? DesksideErrors.SolvedTooLong : null);
}
