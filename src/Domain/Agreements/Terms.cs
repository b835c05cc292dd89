using FirstContact.Policies;
using FirstContact.Tickets;

namespace FirstContact.Agreements;

/// <summary>What two parties agree on: what it is for, what is promised, what each does for it, and what happens when it is missed.</summary>
public sealed record Terms
{
    public const int MostTargets = 40, MostRungs = 12, LongestText = 8000, LongestReview = 36;

    public static readonly Terms Blank = new();

    public Scope Scope { get; init; } = Scope.All;

    /// <summary>By their numbers, which they keep from version to version.</summary>
    public Seq<TargetClause> Targets { get; init; } = [];

    public Pausing Pausing { get; init; } = Pausing.Usual;

    /// <summary>What is told to whom when so much of the time is used up, in the order of the shares.</summary>
    public Seq<LadderStep> Ladder { get; init; } = [];

    /// <summary>In Markdown: what the provider does for it, what the receiver does, how things are done, and what happens on a miss.</summary>
    public string ProviderDuties { get; init; } = "";
    public string ReceiverDuties { get; init; } = "";
    public string Procedures { get; init; } = "";
    public string OnMiss { get; init; } = "";

    /// <summary>How many months it holds before it is looked at again.</summary>
    public int ReviewMonths { get; init; } = 6;

    /// <summary>Nothing is promised in it.</summary>
    public bool IsEmpty => Targets.Count == 0 && ProviderDuties.Length == 0 && ReceiverDuties.Length == 0 && Procedures.Length == 0;

    /// <summary>Something is promised of the time that a ticket takes; between teams that is accepting it or resolving it.</summary>
    public bool Promises(AgreementKind kind) => Targets.Any(t => kind == AgreementKind.Operational ? t.Measure is Measure.Acceptance or Measure.Resolution : t.Measure != Measure.Availability);

    /// <summary>What can be measured between the sides of a kind of agreement.</summary>
    public static IReadOnlyList<Measure> Measures(AgreementKind kind) => kind switch
    {
        AgreementKind.Service => [Measure.FirstResponse, Measure.NextResponse, Measure.UpdateRhythm, Measure.Resolution, Measure.Availability],
        AgreementKind.Operational => [Measure.Acceptance, Measure.Resolution, Measure.Availability],
        _ => [Measure.Resolution],
    };

    internal Terms Tidy => this with
    {
        Targets = [.. Targets.OrderBy(t => t.No).Select(t => t with { Priorities = [.. t.Priorities.Distinct().Order()], Within = t.Measure == Measure.Availability ? Duration.Zero : t.Within, AtLeast = t.Measure == Measure.Availability ? t.AtLeast : 0 })],
        Ladder = [.. Ladder.OrderBy(l => l.Share).ThenBy(l => l.Rung).Select(l => l.Rung == Rung.Person ? l : l with { Person = null })],
        ProviderDuties = ProviderDuties.Trim(), ReceiverDuties = ReceiverDuties.Trim(), Procedures = Procedures.Trim(), OnMiss = OnMiss.Trim(),
    };

    internal Error? Wrong(AgreementKind kind) => Error.Of(
    [
        .. Targets.Select(t => t.Wrong(kind)),
        Targets.Count > MostTargets ? AgreementErrors.TooManyTargets : Targets.DistinctBy(t => t.No).Count() < Targets.Count ? AgreementErrors.TargetTwice : Overlap ? AgreementErrors.TargetsOverlap : null,
        Ladder.Count > MostRungs ? AgreementErrors.TooManyRungs
            : Ladder.Any(l => l.Share is < 1 or > 500) ? AgreementErrors.ShareWrong
            : Ladder.Any(l => l is { Rung: Rung.Person, Person: null }) ? AgreementErrors.RungPersonMissing
            : Ladder.Distinct().Count() < Ladder.Count ? AgreementErrors.RungTwice : null,
        Long(ProviderDuties, "providerDuties"), Long(ReceiverDuties, "receiverDuties"), Long(Procedures, "procedures"), Long(OnMiss, "onMiss"),
        ReviewMonths is < 1 or > LongestReview ? AgreementErrors.ReviewWrong : null,
    ]);

    /// <summary>Two targets of one measure for the same priority. One for all stands beside those for some; availability may be promised for several calendars.</summary>
    private bool Overlap => Targets.Any(one => Targets.Any(other => other.No > one.No && other.Measure == one.Measure
        && (one.Measure != Measure.Availability || one.Hours.Id == other.Hours.Id)
        && (one.Priorities.Count == 0 ? other.Priorities.Count == 0 : one.Priorities.Intersect(other.Priorities).Any())));

    private static Error? Long(string text, string field) => text.IsLongerThan(LongestText) ? AgreementErrors.TextTooLong.At(field) : null;
}

/// <summary>What an agreement is for; what is empty means all.</summary>
public sealed record Scope(Seq<Named<ServiceId>> Services, Seq<Named<ClassId>> Classes, Seq<Channel> Channels, Seq<TicketKind> Kinds)
{
    public static readonly Scope All = new([], [], [], []);

    public bool Covers(ServiceId? service, ClassId? @class, Channel channel, TicketKind kind) =>
        Names(service) && (Classes.Count == 0 || @class is { } c && Classes.Any(n => n.Id == c))
        && (Channels.Count == 0 || Channels.Contains(channel)) && (Kinds.Count == 0 || Kinds.Contains(kind));

    /// <summary>It is for a service, though perhaps not for all that is asked of it.</summary>
    public bool Names(ServiceId? service) => Services.Count == 0 || service is { } s && Services.Any(n => n.Id == s);
}

/// <summary>
/// What is measured, the same for every team. FirstResponse: from the opening until somebody of the desk has spoken to the customer. NextResponse: from
/// each word of the customer until the desk has answered. UpdateRhythm: from each public word of the desk until the next, while the ticket is open.
/// Acceptance: from a handover until the team has said yes or given it back. Resolution: from the opening, from the acceptance, or from asking the
/// supplier, until it is resolved or given on. Availability: the share of the opening hours in which enough people are there.
/// </summary>
public enum Measure { FirstResponse, NextResponse, UpdateRhythm, Acceptance, Resolution, Availability }

/// <summary>Over which time a share is counted.</summary>
public enum Period { Week, Month, Quarter }

/// <summary>A promise that can be measured: 'P1 and P2 resolved within 4 working hours, 90 % in a month'.</summary>
/// <param name="No">By which both sides speak of it; never given twice in one agreement.</param>
/// <param name="Priorities">Ranks, 1 the highest; empty for all.</param>
/// <param name="Within">Working time; nothing for availability.</param>
/// <param name="Percent">1 to 100.</param>
/// <param name="Hours">The calendar by which the time is counted.</param>
/// <param name="AtLeast">How many people are to be there, for availability; 0 otherwise.</param>
public sealed record TargetClause(int No, Measure Measure, Seq<int> Priorities, Duration Within, int Percent, Period Period, Named<CalendarId> Hours, int AtLeast = 0)
{
    public static readonly Duration Longest = Duration.FromDays(366);

    public bool Covers(Priority priority) => Priorities.Count == 0 || Priorities.Contains(priority.Rank);

    internal Error? Wrong(AgreementKind kind) => Error.Of(
        !Terms.Measures(kind).Contains(Measure) ? AgreementErrors.MeasureWrong : null,
        Measure != Measure.Availability && (Within < Duration.FromMinutes(1) || Within > Longest) ? AgreementErrors.WithinWrong : null,
        Percent is < 1 or > 100 ? AgreementErrors.PercentWrong : null,
        Measure == Measure.Availability && AtLeast is < 1 or > 99 ? AgreementErrors.AtLeastWrong : null,
        Hours.Id.Value <= 0 ? AgreementErrors.HoursMissing : null,
        Priorities.Any(p => p is < Priority.Highest or > Priority.Lowest) ? AgreementErrors.PrioritiesWrong : null);
}

/// <summary>While what the clocks of an agreement stand still.</summary>
/// <param name="OnlyContacted">Only when whoever is waited for has really been told.</param>
public sealed record Pausing(Seq<WaitFor> For, bool OnlyContacted)
{
    public static readonly Pausing Usual = new([WaitFor.Customer], true), Never = new([], true);

    public bool Pauses(Wait wait) => For.Contains(wait.For) && (wait.Contacted || !OnlyContacted);
}

/// <summary>Who is told. Owner: who has the ticket, or its team's leads while nobody has. Leads: of the team that provides, else of the ticket's.</summary>
public enum Rung { Owner, Leads, Coordinators, Provider, Receiver, Person }

/// <param name="Share">Of the time that was promised, in percent; 100 is the miss, and more is after it.</param>
/// <param name="Person">Whom, where the rung is a person.</param>
public sealed record LadderStep(int Share, Rung Rung, Named<PersonId>? Person = null);
