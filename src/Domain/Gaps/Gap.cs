using FirstContact.Tickets;

namespace FirstContact.Gaps;

/// <summary>Something that first contact would have needed, of one kind and about one thing; until somebody plans it, it has no row.</summary>
public sealed record Gap : IAggregate<Gap>
{
    public const int LongestWords = 2000, Days = 90;

    private const long Needs = 8, Kinds = 4;

    public static string Subject => "gap";

    public GapId Id { get; init; }
    public int Version { get; init; }
    public GapPlan Plan { get; init; } = GapPlan.Open;

    public long Key => Id.Value;

    public FrontNeed Need => (FrontNeed)(Id.Value % Needs);
    public CategoryId? Category => Id.Value / Needs % Kinds == 1 ? new(Id.Value / (Needs * Kinds)) : null;
    public ServiceId? Service => Id.Value / Needs % Kinds == 2 ? new(Id.Value / (Needs * Kinds)) : null;

    /// <summary>Whether there can be one of this id.</summary>
    public static bool Is(long id) => id >= 0 && id % Needs < (long)FrontNeed.Nothing && id / Needs % Kinds is var kind && (kind is 1 or 2) == id / (Needs * Kinds) > 0 && kind < 3;

    /// <summary>The category says what it is about, and the service where there is no category.</summary>
    public static GapId IdOf(FrontNeed need, CategoryId? category, ServiceId? service) =>
        new((long)need + (category is { } c ? Needs * (1 + (Kinds * c.Value)) : service is { } s ? Needs * (2 + (Kinds * s.Value)) : 0));

    /// <param name="about">Its category or service, by name.</param>
    /// <param name="today">The day on which it is planned.</param>
    public Decision PlanIt(string? about, GapPlan to, LocalDate today)
    {
        var kept = to.Trimmed;
        if (kept.Wrong(today) is { } no) return no;
        return kept == Plan ? Decision.Nothing : new GapPlanned(Need, about, Plan, kept);
    }

    public Gap Apply(Event happened, By by) => happened switch
    {
        GapPlanned e => this with { Plan = e.To, Version = Version + 1 },
        _ => throw new NotSupportedException($"A gap knows nothing of {happened.GetType().Name}."),
    };
}

public enum GapState { Open, Doing, Done, Declined }

/// <param name="DoneOn">Since when first contact has it; null while it has not.</param>
/// <param name="Words">What is to be done, or why it is not.</param>
public sealed record GapPlan(GapState State, Named<PersonId>? Owner = null, LocalDate? DoneOn = null, string? Words = null)
{
    public static readonly GapPlan Open = new(GapState.Open);

    internal GapPlan Trimmed => this with { Words = Words.IsBlank ? null : Words!.Trim(), DoneOn = State == GapState.Done ? DoneOn : null };

    internal Error? Wrong(LocalDate today) => Error.Of(
        State == GapState.Doing && Owner is null ? GapErrors.OwnerMissing : null,
        State != GapState.Done ? null : DoneOn is null ? GapErrors.DoneOnMissing : DoneOn > today ? GapErrors.DoneOnAhead : null,
        State == GapState.Declined && Words is null ? GapErrors.WordsMissing : Words.IsLongerThan(Gap.LongestWords) ? GapErrors.WordsTooLong : null);
}
