namespace FirstContact.Targets;

/// <summary>What is measured of every team in the same way. The first three are shares of what was done within a time.</summary>
public enum StandardMeasure { FirstWord, Resolution, Acceptance, SolvedAtFirstContact, CustomerSaysWorks, Reopened, Bounced, FaultFree }

/// <param name="Title">What one calls it.</param>
/// <param name="Words">What exactly is counted, of which tickets.</param>
/// <param name="Usual">For measures with a time: the one that teams are laid side by side by, where no goal of the whole desk says another.</param>
/// <param name="MoreIsBetter">Whether a goal is a least share or a most.</param>
/// <param name="Yes">What is said of a ticket that counts for it, and <paramref name="No"/> of one that does not.</param>
public sealed record MeasureDefinition(StandardMeasure Measure, string Title, string Words, Duration? Usual, bool MoreIsBetter, string Yes, string No)
{
    public bool Timed => Usual is not null;
}

/// <summary>The same measures for every team: nobody adds one of his own, so that all can be laid side by side.</summary>
public static class StandardMeasures
{
    public static readonly IReadOnlyList<MeasureDefinition> All =
    [
        new(StandardMeasure.FirstWord, "First word to the customer",
            "From opening until somebody of the desk first spoke to the customer. Whoever takes a call or meets somebody has spoken. Left out is what was cancelled before, and what came with its past from another desk.",
            Duration.FromHours(1), true, "in time", "late"),
        new(StandardMeasure.Resolution, "Resolved", "From opening until it was resolved for the last time. Left out is what was cancelled.", Duration.FromHours(24), true, "in time", "late"),
        new(StandardMeasure.Acceptance, "Handover answered",
            "From asking another team to take a ticket until that team accepted or returned it; it counts for the team that was asked, and in the period in which it was asked. Left out is what was taken back or overtaken, and what was moved without asking.",
            Duration.FromHours(1), true, "in time", "late"),
        new(StandardMeasure.SolvedAtFirstContact, "Solved at first contact", "Of resolved tickets, those that only teams of first contact have had.", null, true, "at first contact", "elsewhere"),
        new(StandardMeasure.CustomerSaysWorks, "The customer says it works", "Of closed tickets, those of which the customer said that it works. Silence is no yes.", null, true, "said it works", "did not say so"),
        new(StandardMeasure.Reopened, "Reopened", "Of resolved tickets and those that were, those that were closed and then reopened.", null, false, "reopened", "stayed closed"),
        new(StandardMeasure.Bounced, "Bounced between teams", "Of tickets that are over or have bounced, those whose path of teams holds an A-B-A; waiting in a team's queue to be accepted counts as lying there.", null, false, "bounced", "did not bounce"),
        new(StandardMeasure.FaultFree, "Nothing went wrong",
            "Of tickets that are over or on which something went wrong, those without any of what the measures of teamwork name as going wrong, mended or not. Left out is what came with its past from another desk.",
            null, true, "without a fault", "something went wrong"),
    ];

    public static MeasureDefinition Of(StandardMeasure measure) => All[(int)measure];
}
