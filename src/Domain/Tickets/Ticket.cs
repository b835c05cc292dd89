using FirstContact.Policies;

namespace FirstContact.Tickets;

/// <summary>
/// A ticket as it is now: an incident or a service request. Verbs stand by aspect in the files beside this one; each only
/// decides. <see cref="Apply"/> (Ticket.Applying.cs) is the one place where anything changes.
/// </summary>
public sealed partial record Ticket : IAggregate<Ticket>
{
    public const int LongestTitle = 200, LongestText = 65_536, LongestCallback = 100, LongestTag = 40, MostTags = 20, MostProposals = 50, MostSteps = 100;

    public static string Subject => "ticket";

    public TicketId Id { get; init; }
    public int Version { get; init; }
    public TicketKind Kind { get; init; }
    public TicketStatus Status { get; init; }
    public Channel Channel { get; init; }
    public string Title { get; init; } = "";

    /// <summary>The customer's own words, which nobody can alter.</summary>
    public string Description { get; init; } = "";

    public PersonId Customer { get; init; }

    /// <summary>Where the customer wants to be called back, in whatever form it was given.</summary>
    public string? Callback { get; init; }

    public Level Impact { get; init; }
    public Level Urgency { get; init; }
    public Priority Priority { get; init; }

    /// <summary>Why the priority is not what the matrix says; null when it is.</summary>
    public string? PriorityReason { get; init; }

    public ClassId? Class { get; init; }
    public ServiceId? Service { get; init; }
    public CategoryId? CategoryOpened { get; init; }
    public CategoryId? Category { get; init; }
    public CategoryId? CategoryClosed { get; init; }
    public TeamId Team { get; init; }
    public PersonId? Assignee { get; init; }
    public Wait? Wait { get; init; }
    public CareRecord Care { get; init; } = CareRecord.Empty;

    /// <summary>Colleagues who were asked in and have not answered yet.</summary>
    public Seq<PersonId> Asked { get; init; } = [];

    public Seq<PersonId> Watchers { get; init; } = [];

    /// <summary>Everybody whom it names, some of them several times.</summary>
    public IEnumerable<PersonId> People => [Customer, OpenedBy, .. Assignee is { } owner ? [owner] : Array.Empty<PersonId>(), .. Asked, .. Watchers, .. Hands.People, .. Care.Steps.Select(s => s.By), .. Beside];
    public Seq<string> Tags { get; init; } = [];

    /// <summary>How many messages there are: the number of the last.</summary>
    public int Messages { get; init; }

    /// <summary>When news were promised to the customer; null when nothing is owed.</summary>
    public Instant? PromisedAt { get; init; }

    /// <summary>Since when the customer waits for an answer; null when the desk spoke last.</summary>
    public Instant? CustomerSpokeAt { get; init; }

    public CustomerWord? CustomerWord { get; init; }

    /// <summary>When its waiting came to its end by itself; null once somebody has looked.</summary>
    public Instant? WokeAt { get; init; }

    /// <summary>When the desk first answered.</summary>
    public Instant? AnsweredAt { get; init; }

    public Instant LastWordAt { get; init; }
    public string? DedupeKey { get; init; }

    /// <summary>The ticket that this one takes up again, after it could no longer be reopened.</summary>
    public TicketId? Continues { get; init; }

    public PersonId OpenedBy { get; init; }
    public Instant OpenedAt { get; init; }
    public Instant UpdatedAt { get; init; }
    public Instant? ResolvedAt { get; init; }
    public Instant? ClosedAt { get; init; }

    public long Key => Id.Value;
    public string Number => TicketNumber.Of(Kind, Id);
    public bool IsOpen => Status is TicketStatus.New or TicketStatus.InProgress or TicketStatus.Waiting;

    private static Error? TooLong(string? text, string field) => text.IsLongerThan(LongestText) ? TicketErrors.TooLong.At(field) : null;
}
