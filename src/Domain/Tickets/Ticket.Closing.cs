using FirstContact.Fields;
using FirstContact.Policies;

namespace FirstContact.Tickets;

/// <summary>Two checks before a close: the craft's, which resolves, and the customer's, which closes. Reopening is one click.</summary>
public sealed partial record Ticket
{
    /// <param name="solution">What solved it; blank takes what was done.</param>
    /// <param name="nextTime">What the customer can do next time.</param>
    /// <param name="withoutTasks">Why it is resolved although tasks that come first are open.</param>
    /// <param name="fields">What the desk asks besides; some of it may be needed first.</param>
    public Decision Resolve(By by, CareRule policy, string? solution, string? nextTime, string? withoutTasks = null, IEnumerable<Field>? fields = null)
    {
        var said = solution.IsBlank ? Care.Done : solution!.Trim();
        if (Status is TicketStatus.Resolved or TicketStatus.Closed) return solution.IsBlank || said == Care.Solution ? Decision.Nothing : TicketErrors.AlreadyResolved;
        if (!IsOpen) return TicketErrors.NotOpen;
        if ((TooLong(solution, "solution") ?? TooLong(nextTime, "nextTime")) is { } no) return no;
        if (Missing(policy).Any()) return TicketErrors.StepsMissing;
        if (Error.Of([said is null ? TicketErrors.SolutionMissing : null, Gated(withoutTasks), .. Unfilled(fields, FieldMoment.Resolving)]) is { } wrong) return wrong;
        return (Event[])[.. PassedOver(withoutTasks), new TicketResolved(said!, nextTime.IsBlank ? null : nextTime!.Trim(), by.At - OpenedAt)];
    }

    /// <summary>
    /// The customer's word. 'Works' closes; 'not yet' takes the work up again. A friendly answer beside unfriendly words is
    /// asked back once (<see cref="TicketErrors.WordsSayOtherwise"/>) and believed when it is insisted on.
    /// </summary>
    public Decision VerifyByCustomer(By by, CareRule policy, CustomerOutcome outcome, string? words, bool insist, Named<CategoryId>? category, IEnumerable<Field>? fields = null)
    {
        if (TooLong(words, "words") is { } no) return no;
        if (Status is TicketStatus.Closed or TicketStatus.Cancelled) return TicketErrors.NotOpen;
        if (outcome == CustomerOutcome.Works && !insist && Doubt.In(words)) return TicketErrors.WordsSayOtherwise;
        if (outcome == CustomerOutcome.NotYet && words.IsBlank) return TicketErrors.WordsMissing;

        var happened = new List<Event>();
        if (IsOpen)
        {
            var resolving = Resolve(by, policy, null, null, fields: fields);
            if (resolving.Error is { } notYet) return notYet;
            happened.AddRange(resolving.Events);
        }
        happened.Add(new CustomerVerified(outcome, words.IsBlank ? null : words!.Trim(), OnBehalf: by.Person != Customer, Insisted: insist && Doubt.In(words)));
        if (outcome == CustomerOutcome.Works) happened.Add(new TicketClosed(Verification.ByCustomer, null, category, by.At - OpenedAt));
        return happened.ToArray();
    }

    /// <param name="reason">Why it is closed without the customer's word; needed unless the policy leaves that step out.</param>
    public Decision Close(By by, CareRule policy, string? reason, Named<CategoryId>? category) => this switch
    {
        { Status: TicketStatus.Closed } => Decision.Nothing,
        { Status: not TicketStatus.Resolved } => TicketErrors.NotResolved,
        _ when TooLong(reason, "reason") is { } no => no,
        _ when reason.IsBlank && policy[CareStep.CustomerVerification] != Demand.LeftOut => TicketErrors.NotVerified,
        _ => new TicketClosed(Verification.Waived, reason.IsBlank ? null : reason!.Trim(), category, by.At - OpenedAt),
    };

    /// <summary>Nobody answered within the set period; marked as such, so that silence is never counted as a yes.</summary>
    public Decision CloseBySilence(By by, Duration period, Named<CategoryId>? category) =>
        Status == TicketStatus.Resolved && CustomerSpokeAt is null && ResolvedAt is { } resolved && by.At - resolved >= period
            ? new TicketClosed(Verification.BySilence, null, category, by.At - OpenedAt)
            : Decision.Nothing;

    public Decision Reopen(By by, Duration reopenable, string? reason) => this switch
    {
        { Merged: not null } => MergeErrors.Merged,
        { Status: TicketStatus.Cancelled } => TicketErrors.CancelledForGood,
        { IsOpen: true } => TicketErrors.StillOpen,
        { ClosedAt: { } closed } when by.At - closed > reopenable => TicketErrors.TooLateToReopen,
        _ when reason.IsBlank => TicketErrors.ReasonMissing,
        _ when TooLong(reason, "reason") is { } no => no,
        _ => new TicketReopened(Status, reason!.Trim()),
    };

    /// <summary>Whoever asked no longer wants it, or it is another ticket already.</summary>
    /// <param name="solved">The customer has solved it without the desk.</param>
    public Decision Cancel(string? reason, bool solved = false) => this switch
    {
        { Status: TicketStatus.Cancelled } => Decision.Nothing,
        { IsOpen: false } => TicketErrors.NotOpen,
        _ when reason.IsBlank => TicketErrors.ReasonMissing,
        _ when TooLong(reason, "reason") is { } no => no,
        _ => new TicketCancelled(reason!.Trim()) { SolvedByCustomer = solved },
    };
}
