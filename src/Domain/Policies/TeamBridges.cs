namespace FirstContact.Policies;

/// <summary>Who brings two teams together when a ticket goes back and forth between them.</summary>
public sealed record TeamBridges : IAggregate<TeamBridges>
{
    public const int Most = 200;

    public static string Subject => "team-bridges";

    public static readonly TeamBridges Usual = new();

    public int Version { get; init; }
    public Seq<TeamBridge> Bridges { get; init; } = [];

    public long Key => 24;

    /// <summary>Whoever is named for the two, else whoever is named for either of them; nobody where none is named.</summary>
    public Seq<PersonId> Between(TeamId one, TeamId other) =>
        Bridges.FirstOrDefault(b => b.With is { } with && ((b.Team == one && with == other) || (b.Team == other && with == one))) is { } pair
            ? [pair.Person]
            : [.. Bridges.Where(b => b.With is null && (b.Team == one || b.Team == other)).Select(b => b.Person).Distinct()];

    public Decision Change(Seq<TeamBridge> bridges)
    {
        var seen = new HashSet<(TeamId, TeamId?)>();
        if (bridges.Count > Most) return PolicyErrors.BridgesTooMany;
        if (Error.Of(bridges.Index().Select(b =>
            b.Item.With == b.Item.Team ? PolicyErrors.BridgeToItself.At(Field(b.Index, "with"))
            : !seen.Add(b.Item.Pair) ? PolicyErrors.BridgeTwice.At(Field(b.Index, "team"))
            : null)) is { } no) return no;
        return bridges.Equals(Bridges) ? Decision.Nothing : new TeamBridgesChanged(Bridges, bridges);
    }

    /// <summary>Where an error about one of them belongs.</summary>
    public static string Field(int index, string what) => $"bridges[{index}].{what}";

    public TeamBridges Apply(Event happened, By by) => happened switch
    {
        TeamBridgesChanged e => this with { Bridges = e.To, Version = Version + 1 },
        _ => throw new NotSupportedException($"The bridges know nothing of {happened.GetType().Name}."),
    };
}

/// <param name="With">The other team; null for whichever one it is.</param>
public sealed record TeamBridge(TeamId Team, TeamId? With, PersonId Person)
{
    // Between two teams there is no first.
    internal (TeamId, TeamId?) Pair => With is { } with && with.Value < Team.Value ? (with, Team) : (Team, With);
}
