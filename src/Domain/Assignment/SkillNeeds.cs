namespace FirstContact.Assignment;

/// <summary>Which skill a ticket asks for: by its category, else by its service.</summary>
public sealed record SkillNeeds : IAggregate<SkillNeeds>
{
    public static string Subject => "skill-needs";

    public static readonly SkillNeeds Usual = new();

    public int Version { get; init; }
    public Seq<SkillNeed> Needs { get; init; } = [];

    public long Key => 20;

    public string? Of(CategoryId? category, ServiceId? service) =>
        (Needs.FirstOrDefault(n => n.Category is { } c && c == category) ?? Needs.FirstOrDefault(n => n.Service is { } s && s == service))?.Skill;

    public Decision Change(Seq<SkillNeed> needs)
    {
        Seq<SkillNeed> to = [.. needs.Select(n => n with { Skill = (n.Skill ?? "").Trim() })];
        var seen = new HashSet<(CategoryId?, ServiceId?)>();
        if (Error.Of(to.Select(n =>
            (n.Skill.IsBlank || n.Skill.IsLongerThan(Availability.LongestSkill) ? AssignmentErrors.NeedInvalid
            : n.Category is null == n.Service is null || !seen.Add((n.Category, n.Service)) ? AssignmentErrors.NeedOfWhat
            : null)?.At(n.Field()))) is { } no) return no;
        return to.Equals(Needs) ? Decision.Nothing : new SkillNeedsChanged(Needs, to);
    }

    public SkillNeeds Apply(Event happened, By by) => happened switch
    {
        SkillNeedsChanged e => this with { Needs = e.To, Version = Version + 1 },
        _ => throw new NotSupportedException($"The needed skills know nothing of {happened.GetType().Name}."),
    };
}

/// <summary>Of either a category or a service.</summary>
public sealed record SkillNeed(string Skill, CategoryId? Category = null, ServiceId? Service = null)
{
    /// <summary>Where an error about it belongs.</summary>
    public string Field() => Category is { } c ? $"category-{c.Value}" : $"service-{Service?.Value}";
}
