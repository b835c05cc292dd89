using FirstContact.Policies;

namespace FirstContact.Tickets;

/// <summary>How far the care of one ticket has come. What was before stays in the journal.</summary>
public sealed record CareRecord
{
    public static readonly CareRecord Empty = new();

    /// <summary>The steps taken or skipped, each with its last time.</summary>
    public Seq<StepTaken> Steps { get; init; } = [];

    public string? Statement { get; init; }

    /// <summary>Null until the customer has said something about the statement.</summary>
    public bool? StatementAgreed { get; init; }

    public string? Correction { get; init; }
    public Reproduced? Reproduction { get; init; }
    public Seq<string> ReproductionSteps { get; init; } = [];
    public Seq<Proposal> Proposals { get; init; } = [];

    /// <summary>The number of the proposal that was chosen.</summary>
    public int? Selected { get; init; }

    public string? Done { get; init; }
    public string? Solution { get; init; }
    public string? NextTime { get; init; }

    public StepTaken? this[CareStep step] => Steps.FirstOrDefault(s => s.Step == step);

    public bool Has(CareStep step) => this[step] is not null;

    public bool WasTaken(CareStep step) => this[step] is { Skipped: false };

    internal CareRecord Taken(CareStep step, By by, bool skipped = false) =>
        this with { Steps = [.. Steps.Where(s => s.Step != step), new StepTaken(step, by.Person, by.At, skipped)] };

    /// <summary>The fix did not hold: what was selected has failed, and the work from the selection on is to be done again.</summary>
    internal CareRecord Undone() => this with
    {
        Steps = [.. Steps.Where(s => s.Step < CareStep.Selection)],
        Proposals = [.. Proposals.Select(p => p.No == Selected ? p with { Failed = true } : p)],
        Selected = null, Done = null, Solution = null, NextTime = null,
    };
}

public sealed record StepTaken(CareStep Step, PersonId By, Instant At, bool Skipped);

/// <summary>An idea for a solution. What was tried and failed stays on the list, so that nobody tries it again unknowingly.</summary>
public sealed record Proposal(int No, string Text, ProposalSource Source, string? Reference, bool Failed = false);
