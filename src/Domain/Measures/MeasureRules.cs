using FirstContact.Policies;

namespace FirstContact.Measures;

/// <summary>What the figures go by: how soon the first word is due, and the labels by which reports may tell teams apart.</summary>
public sealed record MeasureRules : IAggregate<MeasureRules>
{
    public const int MostMinutes = 60 * 24 * 30, MostLabels = 10, LongestLabel = 40;

    /// <summary>The label by which teams count as first contact that are not marked so on their own pages: those of another desk's past.</summary>
    public const string FirstContactLabel = "first contact";

    /// <summary>How long somebody has to look at a ticket whose time to wait is over, before it counts as parked in silence.</summary>
    public static readonly Duration AfterWaking = Duration.FromHours(4);

    public static string Subject => "measure-rules";

    public static readonly MeasureRules Usual = new();

    public int Version { get; init; }
    public MeasureRuleValues Values { get; init; } = new([15, 30, 60, 240, 480], []);

    public long Key => 22;

    /// <summary>By when the first word to the customer is due.</summary>
    public Instant GreetBy(Priority priority, Instant openedAt) => openedAt + Duration.FromMinutes(Values.GreetMinutes[Math.Clamp(priority.Rank, Priority.Highest, Priority.Lowest) - 1]);

    /// <summary>The teams that count as first contact: those that are marked so, and those that bear the label.</summary>
    public IReadOnlySet<TeamId> FirstContact(IEnumerable<TeamId> marked) => Values.Labels.Where(l => l.Labels.Contains(FirstContactLabel, StringComparer.OrdinalIgnoreCase)).Select(l => l.Team).Concat(marked).ToHashSet();

    public Decision Change(MeasureRuleValues to)
    {
        var trimmed = to.Trimmed;
        var no = Error.Of(
            trimmed.GreetMinutes.Count != Priority.Lowest || trimmed.GreetMinutes.Any(m => m is < 1 or > MostMinutes) ? MeasureErrors.GreetInvalid : null,
            trimmed.Labels.Any(l => l.Labels.Count > MostLabels || l.Labels.Any(word => word.IsLongerThan(LongestLabel))) ? MeasureErrors.LabelTooLong : null);
        if (no is not null) return no;
        return trimmed == Values ? Decision.Nothing : new MeasureRulesChanged(Values, trimmed);
    }

    /// <summary>Adds labels to teams, as an import brings them along; what is there stays.</summary>
    public Decision Label(IEnumerable<TeamLabels> more) => Change(Values with
    {
        Labels = [.. Values.Labels.Concat(more).GroupBy(l => l.Team).Select(g => new TeamLabels(g.Key, [.. g.SelectMany(l => l.Labels)]))],
    });

    public MeasureRules Apply(Event happened, By by) => happened switch
    {
        MeasureRulesChanged e => this with { Values = e.To, Version = Version + 1 },
        _ => throw new NotSupportedException($"The rules of measures know nothing of {happened.GetType().Name}."),
    };
}

/// <param name="GreetMinutes">For P1 to P5, by the calendar.</param>
public sealed record MeasureRuleValues(Seq<int> GreetMinutes, Seq<TeamLabels> Labels)
{
    internal MeasureRuleValues Trimmed => this with
    {
        Labels = [.. Labels.Select(l => l with { Labels = [.. l.Labels.Where(w => !w.IsBlank).Select(w => w.Trim()).Distinct(StringComparer.OrdinalIgnoreCase)] }).Where(l => l.Labels.Count > 0).OrderBy(l => l.Team.Value)],
    };
}

/// <summary>Words that figures may group teams by: what another desk called a line, a site, a supplier. They rank nobody.</summary>
public sealed record TeamLabels(TeamId Team, Seq<string> Labels);
