using FirstContact.Policies;

namespace FirstContact.Tickets;

// The life of the ticket
public sealed record TicketOpened(
    TicketKind Kind, Channel Channel, string Title, string Description, Named<PersonId> Customer, string? Callback,
    Level Impact, Level Urgency, Priority Priority, Classification Classification, Named<TeamId> Team,
    string? DedupeKey = null, TicketId? Continues = null) : Event
{
    public Seq<FileRef> Files { get; init; } = [];
}

public sealed record TicketWaiting(WaitFor For, string Reason, bool Contacted, Instant? Until) : Event
{
    /// <summary>Which one, where it waits for a supplier.</summary>
    public Named<SupplierId>? Supplier { get; init; }
}

public sealed record TicketResumed(ResumedBy Why, Duration Waited) : Event;

public sealed record TicketResolved(string Solution, string? NextTime, Duration Took) : Event;

public sealed record TicketClosed(Verification Verification, string? Reason, Named<CategoryId>? Category, Duration Took) : Event;

public sealed record TicketReopened(TicketStatus From, string Reason) : Event;

public sealed record TicketCancelled(string Reason) : Event
{
    /// <summary>Whoever asked has found the way without the desk.</summary>
    public bool SolvedByCustomer { get; init; }
}

// Care, step by step
public sealed record CustomerGreeted(string? How) : Event;

public sealed record TicketClassified(Classification From, Classification To) : Event;

public sealed record ProblemStated(string Statement) : Event;

public sealed record StatementConfirmed(string Statement) : Event;

public sealed record StatementCorrected(string Statement, string Correction) : Event;

public sealed record ReproductionTried(Reproduced Outcome, Seq<string> Steps, string? Why) : Event;

public sealed record SolutionProposed(int No, string Text, ProposalSource Source, string? Reference) : Event;

public sealed record SolutionSelected(int No, string Text, string Reason) : Event;

public sealed record SolutionExecuted(string Done) : Event;

public sealed record CraftVerified(CraftOutcome Outcome, string How, Seq<string> Replayed) : Event;

public sealed record CustomerVerified(CustomerOutcome Outcome, string? Words, bool OnBehalf, bool Insisted) : Event;

public sealed record StepSkipped(CareStep Step, string Reason) : Event;

// Words
public sealed record MessagePosted(int No, MessageKind Kind, Visibility Visibility, string Body) : Event
{
    /// <summary>By the customer, or by somebody who only looks on: it asks for an answer and is none.</summary>
    public bool CustomersSide { get; init; }

    public Seq<FileRef> Files { get; init; } = [];

    /// <summary>Colleagues whom it calls by name.</summary>
    public Seq<Named<PersonId>> Mentions { get; init; } = [];
}

public sealed record NewsPromised(Instant By) : Event;

public sealed record PromiseKept(Instant By, bool InTime) : Event;

// Who and what
public sealed record TicketAssigned(Named<PersonId>? From, Named<PersonId>? To) : Event;

public sealed record TicketMoved(Named<TeamId> From, Named<TeamId> To) : Event
{
    /// <summary>It took a move back, as if that had not been: no team was sent it again.</summary>
    public bool Undoes { get; init; }
}

public sealed record ColleagueAskedIn(Named<PersonId> Colleague, string Question) : Event
{
    /// <summary>Which question of the ticket it is; what was asked when they had no numbers has none.</summary>
    public int No { get; init; }

    /// <summary>To check the work, as somebody else than who did it.</summary>
    public bool ToCheck { get; init; }
}

public sealed record ColleagueAnswered(Named<PersonId> Colleague) : Event;

public sealed record WatcherAdded(Named<PersonId> Watcher) : Event;

public sealed record WatcherRemoved(Named<PersonId> Watcher) : Event;

public sealed record ImpactAssessed(Level FromImpact, Level FromUrgency, Priority From, Level Impact, Level Urgency, Priority To) : Event;

public sealed record PriorityOverridden(Priority From, Priority To, string Reason) : Event;

public sealed record OverrideWithdrawn(Priority From, Priority To) : Event;

public sealed record TicketRetitled(string From, string To) : Event;

public sealed record CustomerChanged(Named<PersonId> From, Named<PersonId> To) : Event;

public sealed record CallbackChanged(string? From, string? To) : Event;

public sealed record TagsChanged(Seq<string> From, Seq<string> To) : Event;

/// <summary>A rule of the desk has run; what it did are the entries behind this one, with the same cause.</summary>
/// <param name="Refused">What it was to do and could not, each in the words of the refusal.</param>
public sealed record RuleApplied(Named<RuleId> Rule, int Version, Seq<string> Refused) : Event;

/// <summary>Somebody ran a macro; what it did are the entries behind this one, by the same person at the same time.</summary>
public sealed record MacroApplied(Named<MacroId> Macro, int Version) : Event;
