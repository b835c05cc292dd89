namespace FirstContact.Assignment;

/// <summary>What the desk must know of somebody before it gives him work: when he is there, what he can do, and whether he takes anything new just now.</summary>
public sealed record Availability : IAggregate<Availability>
{
    public const int LongestSkill = 60, MostSkills = 40;

    public static string Subject => "availability";

    public PersonId Id { get; init; }
    public int Version { get; init; }

    /// <summary>Null for whoever has said nothing: he counts as there at any time.</summary>
    public WorkHours? Hours { get; init; }

    public bool Taking { get; init; } = true;
    public Seq<string> Skills { get; init; } = [];

    public long Key => Id.Value;

    public bool Has(string? skill) => skill is not null && Skills.Contains(skill, StringComparer.OrdinalIgnoreCase);

    public Decision Work(WorkHours? hours)
    {
        var to = hours is { Days.Count: > 0 } ? hours.Trimmed : null;
        if (to?.Wrong is { } no) return no;
        return Equals(to, Hours) ? Decision.Nothing : new HoursChanged(Hours, to);
    }

    public Decision Take(bool taking) => taking == Taking ? Decision.Nothing : taking ? new TakingStarted() : new TakingStopped();

    public Decision Learn(Seq<string> skills)
    {
        Seq<string> to = [.. skills.Where(s => !s.IsBlank).Select(s => s.Trim()).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (to.Count > MostSkills || to.Any(s => s.IsLongerThan(LongestSkill))) return AssignmentErrors.SkillsInvalid;
        return to.Equals(Skills) ? Decision.Nothing : new SkillsChanged(Skills, to);
    }

    public Availability Apply(Event happened, By by) => Changed(happened) with { Version = Version + 1 };

    private Availability Changed(Event happened) => happened switch
    {
        HoursChanged e => this with { Hours = e.To },
        TakingStarted => this with { Taking = true },
        TakingStopped => this with { Taking = false },
        SkillsChanged e => this with { Skills = e.To },
        _ => throw new NotSupportedException($"Nobody's time knows anything of {happened.GetType().Name}."),
    };
}
