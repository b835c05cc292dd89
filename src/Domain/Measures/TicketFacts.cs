using FirstContact.Policies;
using FirstContact.Tickets;

namespace FirstContact.Measures;

/// <summary>What the journal of one ticket says about how people worked together on it. Nothing in here is known from anywhere else.</summary>
public sealed record TicketFacts(TicketId Ticket)
{
    public TicketKind Kind { get; init; }
    public Channel Channel { get; init; }
    public PersonId Customer { get; init; }
    public ServiceId? Service { get; init; }
    public CategoryId? Category { get; init; }
    public Level Impact { get; init; }
    public Priority Priority { get; init; }
    public Instant OpenedAt { get; init; }

    /// <summary>When the desk first spoke to the customer; null when it has not yet.</summary>
    public Instant? GreetedAt { get; init; }

    /// <summary>When it was resolved for the last time; null while it is open, and when it ended without being resolved.</summary>
    public Instant? ResolvedAt { get; init; }

    public Ending Ending { get; init; }

    /// <summary>Brought in with a past from elsewhere: our policy of care did not hold there.</summary>
    public bool Elsewhere { get; init; }

    public Seq<Visit> Visits { get; init; } = [];
    public Seq<Passing> Passings { get; init; } = [];
    public Seq<Fault> Faults { get; init; } = [];

    /// <summary>What was answered by whoever was asked in: the ticket stayed where it was.</summary>
    public Seq<Help> Helps { get; init; } = [];

    /// <summary>How long it waited for what, until it was resolved.</summary>
    public Waits Waited { get; init; } = Waits.None;

    /// <summary>Everybody of the desk who did something on it.</summary>
    public Seq<PersonId> Touched { get; init; } = [];

    /// <summary>Reopened after it had been closed.</summary>
    public int Reopened { get; init; }

    /// <summary>Taken up again after it had been resolved, in whatever way: that and 'not yet' and reopening before the close.</summary>
    public int TakenUpAgain { get; init; }

    /// <summary>The priority that somebody set against the matrix and that stands; null when none does.</summary>
    public Priority? Overridden { get; init; }

    /// <summary>What came of the first time that somebody tried to reproduce it; null when nobody has, or when there was nothing to reproduce.</summary>
    public Reproduced? FirstTry { get; init; }

    /// <summary>The customer found a statement of the problem wrong, at any time.</summary>
    public bool Corrected { get; init; }

    /// <summary>The customer agreed to a statement, and never corrected one.</summary>
    public bool Agreed { get; init; }

    /// <summary>Cancelled because the customer has solved it without the desk.</summary>
    public bool SolvedByCustomer { get; init; }

    /// <summary>The teams it lay with, one after the other; where it waited to be accepted counts too.</summary>
    public IReadOnlyList<TeamId> Path => Sequence.Collapsed(Visits.Select(v => v.Team));

    /// <summary>The same without queueing: only teams that had it and did something on it.</summary>
    public IReadOnlyList<TeamId> WorkedPath => Sequence.Collapsed(Visits.Where(v => v.Worked).Select(v => v.Team));

    /// <summary>How often another team really got it.</summary>
    public int Handovers => Math.Max(0, Sequence.Collapsed(Visits.Where(v => !v.Asked).Select(v => v.Team)).Count - 1);

    /// <summary>The teams that really had it.</summary>
    public IEnumerable<TeamId> Teams => Visits.Where(v => !v.Asked).Select(v => v.Team).Distinct();

    /// <summary>From its opening until it was resolved for the last time, by the calendar; null while it is not.</summary>
    public Duration? Took => ResolvedAt is { } at ? at - OpenedAt : null;
}

/// <summary>How a ticket stands or ended. Silence and a waiver are no yes.</summary>
public enum Ending { Open, Resolved, Works, Silent, Waived, Cancelled, Merged }

/// <param name="Asked">It waited there to be accepted; it was still with the team before.</param>
/// <param name="Worked">Somebody did something on it there besides passing it on.</param>
public sealed record Visit(TeamId Team, Instant From, bool Asked, bool Worked);

/// <summary>How a handover ended: it waits; it was accepted; it came back with a reason; whoever asked took it back; the ticket was moved or ended meanwhile; or nobody was asked at all.</summary>
public enum PassingEnd { Pending, Accepted, Returned, Withdrawn, Overtaken, Moved }

/// <summary>A ticket on its way from one team to another.</summary>
public sealed record Passing(TeamId From, TeamId To, Instant At, PassingEnd End, Instant? EndedAt)
{
    public Duration? Waited => EndedAt - At;

    /// <summary>Whether all was there, as whoever accepted it said; null while nobody has.</summary>
    public bool? Complete { get; init; }

    /// <summary>What was missing, as it was returned or judged.</summary>
    public Seq<HandoverItem> Lacked { get; init; } = [];

    /// <summary>Why it was returned, or what was said of what was missing.</summary>
    public string? Reason { get; init; }
}

/// <param name="By">The team that was asked, or that of whoever answered; null when he is in none, and the same as <paramref name="For"/> within a team.</param>
/// <param name="For">The team that had the ticket.</param>
public sealed record Help(TeamId? By, TeamId For, PersonId Person, Instant At);

/// <summary>What a ticket can wait for. Acceptance: another team was asked and has not answered. Queue: nobody of the team has begun.</summary>
public enum WaitKind { Customer, Supplier, Change, Problem, Other, Acceptance, Queue }

/// <summary>How long for each of them.</summary>
public sealed record Waits(Seq<Duration> By)
{
    public static IReadOnlyList<WaitKind> Kinds { get; } = Enum.GetValues<WaitKind>();

    public static readonly Waits None = new([.. Kinds.Select(_ => Duration.Zero)]);

    public Duration this[WaitKind kind] => By[(int)kind];

    public Duration Total => By.Aggregate(Duration.Zero, (sum, one) => sum + one);
}

/// <summary>What goes wrong, named: for coaching, not for blame.</summary>
public enum FaultKind { LateGreeting, Misdelegated, Assumed, NotReproduced, WrongFix, HitAndRun, ClosedWithoutCustomer, ParkedInSilence, Bounced }

/// <param name="Team">Which team had it then, or sent it.</param>
/// <param name="Person">Who did it, for himself to see; null where nobody in particular did.</param>
/// <param name="MendedAt">When it was made good; null while it can still be, or cannot any more.</param>
public sealed record Fault(FaultKind Kind, TeamId Team, PersonId? Person, Instant At, Instant? MendedAt);
