using FirstContact.Tickets;

namespace FirstContact.Measures;

/// <summary>How teams worked together on the tickets of a filter: everything that the page, the API and the terminal tell.</summary>
public sealed record Teamwork(
    Counts All, IReadOnlyList<MonthCounts> Months, TimesTaken ByHandovers, IReadOnlyList<WaitShare> Waits, IReadOnlyList<PairFlow> Pairs,
    IReadOnlyList<FaultTrend> Faults, IReadOnlyList<SharedResult> Shared, IReadOnlyList<Split> Services, IReadOnlyList<Split> Segments, IReadOnlyList<Split> Impacts,
    IReadOnlyList<UnitOverrides> Overrides)
{
    /// <summary>The teams of these pairs, by name.</summary>
    public IReadOnlyList<Named<TeamId>> Teams { get; init; } = [];

    /// <summary>What went round the desk.</summary>
    public RoundTheDesk Round { get; init; } = RoundTheDesk.None;

    public double? RoundShare => Counts.Share(Round.All, All.Tickets);

    /// <summary>Questions to colleagues, teams and skills that were answered, within a team as well.</summary>
    public int Helps { get; init; }

    /// <summary>The most often first.</summary>
    public IReadOnlyList<LackedCount> Lacked { get; init; } = [];

    /// <summary>Until when the journal is counted in; null when all of it is.</summary>
    public Instant? CountedUntil { get; init; }
}

/// <param name="Bounced">Tickets with an A-B-A in their path, where waiting to be accepted counts as being there; <paramref name="Bounces"/> counts the times.</param>
/// <param name="BouncedWorked">The same where only teams count that did something.</param>
/// <param name="Returned">Tickets that came to a team that had had them before, by whichever way round.</param>
/// <param name="Reopened">Tickets reopened after a close; <paramref name="TakenUpAgain"/>: after any end, 'not yet' included.</param>
public sealed record Counts(
    int Tickets, int Resolved, int FirstContact, int HandedOver, int Handovers, int Bounced, int Bounces, int BouncedWorked, int BouncesWorked, int Returned, int Reopened, int TakenUpAgain, int Overridden)
{
    public double? FirstContactShare => Share(FirstContact, Resolved);
    public double? HandoversPerTicket => Share(Handovers, Tickets);
    public double? ReopenedShare => Share(Reopened, Resolved);

    public static double? Share(double part, double whole) => whole == 0 ? null : part / whole;
}

public sealed record MonthCounts(YearMonth Month, int Tickets, int Resolved, int FirstContact, int Handovers, int Bounces)
{
    public double? FirstContactShare => Counts.Share(FirstContact, Resolved);
    public double? HandoversPerTicket => Counts.Share(Handovers, Tickets);
}

/// <summary>Time to resolve by number of handovers, in hours by the calendar, and how far the two go together.</summary>
public sealed record TimesTaken(IReadOnlyList<TimeBy> By, double? Median, double? Mean, double? Pearson, double? Spearman);

public sealed record TimeBy(int Handovers, int Tickets, double Median, double Mean);

/// <param name="Share">Of all the time from opening to resolving.</param>
public sealed record WaitShare(WaitKind Kind, double Hours, double? Share);

/// <summary>From one team to another.</summary>
/// <param name="Asked">How often a ticket was handed over; <paramref name="Moved"/>: moved there without asking.</param>
/// <param name="Waited">Mean hours until it was accepted or returned; null when neither has happened.</param>
/// <param name="Bounces">How often it went from here to there and came back; <paramref name="BouncesWorked"/>: where both did something.</param>
public sealed record PairFlow(Named<TeamId> From, Named<TeamId> To, int Asked, int Accepted, int Returned, int Withdrawn, int Pending, int Moved, double? Waited, int Bounces, int BouncesWorked)
{
    public int All => Asked + Moved;

    /// <summary>Accepted ones of which whoever got them said whether all was there; <see cref="Complete"/>: that it was.</summary>
    public int Judged { get; init; }

    public int Complete { get; init; }

    /// <summary>How often the other team, asked in, answered, and the ticket stayed.</summary>
    public int Helps { get; init; }

    public double? CompleteShare => Counts.Share(Complete, Judged);
}

/// <summary>How often something was missing in handovers that were returned or judged.</summary>
public sealed record LackedCount(HandoverItem Item, int Count);

public sealed record FaultTrend(FaultKind Kind, Named<TeamId> Team, int Count, int Mended, IReadOnlyList<int> Months);

/// <summary>Everyone who touched a ticket shares its result: the same ticket counts for each team that had it.</summary>
/// <param name="Works">Closed because it works for the customer.</param>
/// <param name="TakenUpAgain">Taken up again after it had been resolved.</param>
/// <param name="Median">Hours to resolve.</param>
public sealed record SharedResult(Named<TeamId> Team, int Tickets, int Resolved, int Works, int Silent, int Waived, int TakenUpAgain, double? Median);

public sealed record Split(string Of, int Tickets, int Resolved, int FirstContact, int Handovers)
{
    /// <summary>The id of what it is of; null where the word itself is all there is.</summary>
    public long? Id { get; init; }

    public double? FirstContactShare => Counts.Share(FirstContact, Resolved);
}

/// <param name="ToP1">Of them, those that were made P1.</param>
public sealed record UnitOverrides(string Unit, long? Id, int Tickets, int Overridden, int ToP1)
{
    public double? OverriddenShare => Counts.Share(Overridden, Tickets);
}
