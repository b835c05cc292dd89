using FirstContact.Policies;

namespace FirstContact.Tickets;

/// <summary>Planning and execution, then the craft's own check: several ideas, one chosen with its reason, done, and seen to work.</summary>
public sealed partial record Ticket
{
    public Decision Propose(string? text, ProposalSource source, string? reference) => this switch
    {
        { IsOpen: false } => TicketErrors.NotOpen,
        { Care.Proposals.Count: >= MostProposals } => TicketErrors.TooManyProposals,
        _ when text.IsBlank => TicketErrors.ProposalMissing,
        _ when (TooLong(text, "proposal") ?? TooLong(reference, "reference")) is { } no => no,
        _ when source != ProposalSource.Experience && reference.IsBlank => TicketErrors.ReferenceMissing,
        _ => new SolutionProposed(Care.Proposals.Count + 1, text!.Trim(), source, reference.IsBlank ? null : reference!.Trim()),
    };

    public Decision Select(int proposal, string? reason)
    {
        if (!IsOpen) return TicketErrors.NotOpen;
        if (Care.Proposals.FirstOrDefault(p => p.No == proposal) is not { } chosen) return TicketErrors.NoSuchProposal;
        if (reason.IsBlank) return TicketErrors.ReasonMissing;
        return TooLong(reason, "reason") is { } no ? no : new SolutionSelected(chosen.No, chosen.Text, reason!.Trim());
    }

    public Decision Execute(string? done) => this switch
    {
        { IsOpen: false } => TicketErrors.NotOpen,
        _ when done.IsBlank => TicketErrors.ExecutionMissing,
        _ when TooLong(done, "done") is { } no => no,
        _ => new SolutionExecuted(done!.Trim()),
    };

    /// <param name="replayed">The reproduction's steps as they were gone through again; empty when there was nothing to replay.</param>
    public Decision VerifyCraft(By by, CareRule policy, CraftOutcome outcome, string? how, Seq<string> replayed) => this switch
    {
        { IsOpen: false } => TicketErrors.NotOpen,
        _ when !Care.WasTaken(CareStep.Execution) => TicketErrors.NothingExecuted,
        _ when policy.CraftBy == CraftBy.Another && Care[CareStep.Execution]!.By == by.Person => TicketErrors.CraftNeedsAnother,
        _ when how.IsBlank && replayed.Count == 0 => TicketErrors.CraftHowMissing,
        _ when TooLong(how, "how") is { } no => no,
        _ => new CraftVerified(outcome, (how ?? "").Trim(), replayed),
    };
}
