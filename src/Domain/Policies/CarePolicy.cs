namespace FirstContact.Policies;

/// <summary>Which steps of care are required, recommended or left out, by class and priority.</summary>
public sealed record CarePolicy : IAggregate<CarePolicy>
{
    public const int MostRules = 100;

    public static string Subject => "care-policy";

    public static readonly CarePolicy Usual = new();

    public int Version { get; init; }
    public Seq<CareRule> Rules { get; init; } =
    [
        CareRule.Of(null, null, "RRRrrrRRR"),
        // An emergency is acted on at once; an ad hoc job is done before three ideas could be written down.
        CareRule.Of(1, null, "RrRrrrRRR"),
        CareRule.Of(2, null, "RRrr--RrR"),
    ];

    public long Key => 2;

    /// <summary>The most particular rule: class and priority, else class, else priority, else the general one.</summary>
    public CareRule For(ClassId? requestClass, Priority priority) => Rules
        .Where(r => (r.Class is null || r.Class == requestClass) && (r.Priority is null || r.Priority == priority.Rank))
        .MaxBy(r => (r.Class is null ? 0 : 2) + (r.Priority is null ? 0 : 1))!;

    public Decision Change(Seq<CareRule> rules)
    {
        if (rules.Count > MostRules) return PolicyErrors.TooManyRules;
        if (!rules.Any(r => r is { Class: null, Priority: null })) return PolicyErrors.GeneralRuleMissing;
        var seen = new HashSet<(ClassId?, int?)>();
        var wrong = rules.Index().Select(r => (
            r.Item.Steps.Count != CareSteps.All.Count || r.Item.Priority is < Priority.Highest or > Priority.Lowest ? PolicyErrors.RuleInvalid
            : !seen.Add((r.Item.Class, r.Item.Priority)) ? PolicyErrors.RuleTwice
            : null)?.At(Field(r.Index)));
        if (Error.Of(wrong) is { } no) return no;
        return rules.Equals(Rules) ? Decision.Nothing : new CarePolicyChanged(Rules, rules);
    }

    /// <summary>Where an error about one rule belongs.</summary>
    public static string Field(int rule) => $"rules[{rule}]";

    public CarePolicy Apply(Event happened, By by) => happened switch
    {
        CarePolicyChanged e => this with { Rules = e.To, Version = Version + 1 },
        _ => throw new NotSupportedException($"The care policy knows nothing of {happened.GetType().Name}."),
    };
}

/// <summary>What one class, one priority, or both ask of each of the nine steps.</summary>
public sealed record CareRule(ClassId? Class, int? Priority, Seq<Demand> Steps, CraftBy CraftBy)
{
    public Demand this[CareStep step] => Steps[(int)step];

    /// <param name="steps">A letter a step: R required, r recommended, - left out.</param>
    internal static CareRule Of(long? requestClass, int? priority, string steps) => new(
        requestClass is { } id ? new(id) : null, priority,
        new(steps.Select(s => s switch { 'R' => Demand.Required, 'r' => Demand.Recommended, _ => Demand.LeftOut })), CraftBy.Anyone);
}
