namespace FirstContact.Targets;

/// <summary>A goal for one of the measures that are the same for all, for those whom it says.</summary>
public sealed record Target : IAggregate<Target>
{
    public const int LongestWhy = 400, Most = 100;

    public static readonly Duration Longest = Duration.FromDays(366);

    public static string Subject => "target";

    public TargetId Id { get; init; }
    public int Version { get; init; }
    public TargetTerms Terms { get; init; } = new(default, TargetScope.Everything, null, null, 0, default, default, "");

    /// <summary>Nobody is measured by it any more.</summary>
    public bool Retired { get; init; }

    public long Key => Id.Value;

    /// <param name="others">The goals that hold.</param>
    public static Decision Set(TargetDraft draft, LocalDate today, IReadOnlyCollection<Target> others) =>
        draft.Wrong(today) is { } no ? no : Beside(draft.Terms, others) is { } refused ? refused : new TargetSet(draft.Terms);

    public Decision Change(TargetDraft draft, LocalDate today, IReadOnlyCollection<Target> others)
    {
        if (Error.Of(Retired ? TargetErrors.IsRetired : null, draft.Wrong(today)) is { } no) return no;
        var to = draft.Terms;
        return to == Terms ? Decision.Nothing : Beside(to, [.. others.Where(o => o.Id != Id)]) is { } refused ? refused : new TargetChanged(Terms, to);
    }

    public Decision Retire() => Retired ? Decision.Nothing : new TargetRetired(Terms);

    public Decision Restore(IReadOnlyCollection<Target> others) => !Retired ? Decision.Nothing : Beside(Terms, others) is { } no ? no : new TargetRestored(Terms);

    public Target Apply(Event happened, By by) => (happened switch
    {
        TargetSet e => this with { Terms = e.Terms },
        TargetChanged e => this with { Terms = e.To },
        TargetRetired => this with { Retired = true },
        TargetRestored => this with { Retired = false },
        _ => throw new NotSupportedException($"A goal knows nothing of {happened.GetType().Name}."),
    }) with { Version = Version + 1 };

    // Each is counted for itself: so many are looked at, and no more.
    private static Error? Beside(TargetTerms terms, IReadOnlyCollection<Target> others) =>
        others.Any(o => o.Terms.Likeness == terms.Likeness) ? TargetErrors.Twin : others.Count >= Most ? TargetErrors.TooMany : null;
}
