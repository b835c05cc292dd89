namespace FirstContact.Policies;

/// <summary>Which priority follows from impact and urgency. Everyone may see it; administrators change it.</summary>
public sealed record PriorityMatrix : IAggregate<PriorityMatrix>
{
    public const int Size = 9;

    public static string Subject => "priority-matrix";

    public static readonly PriorityMatrix Usual = new();

    public int Version { get; init; }

    /// <summary>Nine ranks, row by row: impact low to high, in each urgency low to high.</summary>
    public Seq<int> Ranks { get; init; } = [5, 4, 3, 4, 3, 2, 3, 2, 1];

    public long Key => 1;

    public Priority Of(Level impact, Level urgency) => new(Ranks[(int)impact * 3 + (int)urgency]);

    public Decision Change(Seq<int> ranks)
    {
        if (ranks.Count != Size || ranks.Any(r => r is < Priority.Highest or > Priority.Lowest)) return PolicyErrors.RanksInvalid;
        if (Falls(ranks)) return PolicyErrors.RanksFall;
        return ranks.Equals(Ranks) ? Decision.Nothing : new PriorityMatrixChanged(Ranks, ranks);
    }

    public PriorityMatrix Apply(Event happened, By by) => happened switch
    {
        PriorityMatrixChanged e => this with { Ranks = e.To, Version = Version + 1 },
        _ => throw new NotSupportedException($"The priority matrix knows nothing of {happened.GetType().Name}."),
    };

    /// <summary>More impact or more urgency must never make a ticket wait longer.</summary>
    private static bool Falls(Seq<int> ranks) => Enumerable.Range(0, Size).Any(i =>
        (i % 3 < 2 && ranks[i + 1] > ranks[i]) || (i < 6 && ranks[i + 3] > ranks[i]));
}
