namespace FirstContact.Tools;

/// <summary>Tools that do the same, as people saw it, and how they are to become one.</summary>
public sealed record ToolOverlap : IAggregate<ToolOverlap>
{
    public const int MostTools = 20;

    public static string Subject => "tool-overlap";

    public ToolOverlapId Id { get; init; }
    public int Version { get; init; }
    public OverlapDetails Details { get; init; } = new([], "", "", null, null, null);

    /// <summary>Whether one of them is left.</summary>
    public bool Settled { get; init; }

    public long Key => Id.Value;

    public static Decision Mark(OverlapDetails details) => details.Trimmed is var trimmed && trimmed.Wrong is { } no ? no : new OverlapMarked(trimmed);

    public Decision Change(OverlapDetails details)
    {
        var to = details.Trimmed;
        if (to.Wrong is { } no) return no;
        return to == Details ? Decision.Nothing : new OverlapChanged(Details, to);
    }

    public Decision Settle() => Settled ? Decision.Nothing : new OverlapSettled(Details.Tools, Details.Stays);

    public Decision Reopen() => Settled ? new OverlapReopened(Details.Tools) : Decision.Nothing;

    public ToolOverlap Apply(Event happened, By by) => Changed(happened) with { Version = Version + 1 };

    private ToolOverlap Changed(Event happened) => happened switch
    {
        OverlapMarked e => this with { Details = e.Details },
        OverlapChanged e => this with { Details = e.To },
        OverlapSettled => this with { Settled = true },
        OverlapReopened => this with { Settled = false },
        _ => throw new NotSupportedException($"An overlap knows nothing of {happened.GetType().Name}."),
    };
}

/// <param name="Same">What they have in common.</param>
/// <param name="Plan">How they become one; empty while there is none.</param>
/// <param name="Stays">Which one is left in the end.</param>
/// <param name="Owner">Who sees to it.</param>
public sealed record OverlapDetails(Seq<Named<ToolId>> Tools, string Same, string Plan, Named<ToolId>? Stays, LocalDate? By, Named<PersonId>? Owner)
{
    internal Error? Wrong => Error.Of(
        Tools.Count is < 2 or > ToolOverlap.MostTools ? ToolErrors.TooFewTools : null,
        Same.IsBlank ? ToolErrors.SameMissing : ToolDetails.Line(Same, "same"),
        ToolDetails.Text(Plan, "plan"),
        Stays is { } stays && !Tools.Any(t => t.Id == stays.Id) ? ToolErrors.StaysIsOther : null);

    internal OverlapDetails Trimmed => this with { Tools = [.. Tools.DistinctBy(t => t.Id)], Same = Same.Trim(), Plan = Plan.Trim() };
}
