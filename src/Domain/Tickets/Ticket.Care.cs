using FirstContact.Policies;

namespace FirstContact.Tickets;

/// <summary>Greeting, and the problem understood: classified, stated, reproduced. Each step may be taken again; its history stays.</summary>
public sealed partial record Ticket
{
    public Decision Greet(string? how) => this switch
    {
        { IsOpen: false } => TicketErrors.NotOpen,
        _ when TooLong(how, "how") is { } no => no,
        _ => new CustomerGreeted(how.IsBlank ? null : how!.Trim()),
    };

    /// <param name="shown">What the desk thought it is, where whoever classifies has seen it.</param>
    public Decision Classify(Classification from, Classification to, Seq<Suggestion>? shown = null)
    {
        if (!IsOpen) return TicketErrors.NotOpen;
        if (to is { Category: null, Service: null, Class: null }) return TicketErrors.ClassificationMissing;
        var same = from == to && Care.WasTaken(CareStep.Classification);
        // Saying the same twice judges nothing, unless it was the desk that said it first.
        if (same && SelfTaken.Count == 0) return Decision.Nothing;
        return (Event[])[.. Judge(to, same ? [] : shown ?? []), .. same ? Array.Empty<Event>() : [new TicketClassified(from, to)]];
    }

    public Decision State(string? statement) => this switch
    {
        { IsOpen: false } => TicketErrors.NotOpen,
        _ when statement.IsBlank => TicketErrors.StatementMissing,
        _ when TooLong(statement, "statement") is { } no => no,
        _ => new ProblemStated(statement!.Trim()),
    };

    public Decision ConfirmStatement() => this switch
    {
        { IsOpen: false } => TicketErrors.NotOpen,
        { Care.Statement: null } => TicketErrors.NothingStated,
        { Care.StatementAgreed: true } => Decision.Nothing,
        _ => new StatementConfirmed(Care.Statement!),
    };

    public Decision CorrectStatement(string? correction) => this switch
    {
        { IsOpen: false } => TicketErrors.NotOpen,
        { Care.Statement: null } => TicketErrors.NothingStated,
        _ when correction.IsBlank => TicketErrors.CorrectionMissing,
        _ when TooLong(correction, "correction") is { } no => no,
        _ => new StatementCorrected(Care.Statement!, correction!.Trim()),
    };

    public Decision Reproduce(Reproduced outcome, IEnumerable<string> steps, string? why)
    {
        Seq<string> taken = [.. steps.Select(s => s.Trim()).Where(s => s.Length > 0)];
        if (!IsOpen) return TicketErrors.NotOpen;
        if (taken.Count > MostSteps || TooLong(string.Concat(taken), "steps") is not null) return TicketErrors.TooLong.At("steps");
        if (TooLong(why, "why") is { } no) return no;
        if (outcome == Reproduced.Reproduced && taken.Count == 0) return TicketErrors.ReproductionStepsMissing;
        if (outcome == Reproduced.NotApplicable && why.IsBlank) return TicketErrors.ReproductionReasonMissing;
        if (outcome == Reproduced.NotReproduced && why.IsBlank && taken.Count == 0) return TicketErrors.ReproductionReasonMissing;
        return new ReproductionTried(outcome, taken, why.IsBlank ? null : why!.Trim());
    }

    /// <summary>Leaves a step out. What the policy requires stays required; what it leaves out needs no word.</summary>
    public Decision Skip(CareRule policy, CareStep step, string? reason) => this switch
    {
        { IsOpen: false } => TicketErrors.NotOpen,
        _ when policy[step] == Demand.Required => TicketErrors.StepRequired,
        _ when Care.WasTaken(step) => TicketErrors.StepTaken,
        _ when reason.IsBlank => TicketErrors.ReasonMissing,
        _ when TooLong(reason, "reason") is { } no => no,
        _ => new StepSkipped(step, reason!.Trim()),
    };

    /// <summary>The steps that the policy asks for before the customer is asked, and that are neither taken nor skipped.</summary>
    public IEnumerable<CareStep> Missing(CareRule policy) => CareSteps.All
        .Where(s => s != CareStep.CustomerVerification && policy[s] != Demand.LeftOut && !Care.Has(s));

    /// <summary>The next step on the way; null when the ticket has come to its end.</summary>
    public CareStep? Next(CareRule policy) => Status switch
    {
        TicketStatus.Closed or TicketStatus.Cancelled => null,
        TicketStatus.Resolved => CareStep.CustomerVerification,
        _ => Missing(policy).Select(s => (CareStep?)s).FirstOrDefault() ?? CareStep.CustomerVerification,
    };
}
