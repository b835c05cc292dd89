namespace FirstContact.People;

/// <summary>People who work on the same kind of ticket. Teams differ by what they know; nothing ranks them.</summary>
public sealed record Team : IAggregate<Team>
{
    public const int LongestName = 80, LongestPurpose = 500, LongestSkill = 60;

    public static string Subject => "team";

    public TeamId Id { get; init; }
    public int Version { get; init; }
    public string Name { get; init; } = "";
    public string Purpose { get; init; } = "";
    public Seq<string> Skills { get; init; } = [];
    public Seq<PersonId> Members { get; init; } = [];

    /// <summary>Its people are the first whom a customer meets.</summary>
    public bool FirstContact { get; init; }

    /// <summary>Where its people are; null when nobody has said it.</summary>
    public string? Zone { get; init; }

    public bool Active { get; init; }

    public long Key => Id.Value;

    public TeamDetails Details => new(Name, Purpose, Skills, FirstContact) { Zone = Zone };

    public static Decision Add(TeamDetails details) =>
        details.Trimmed is var trimmed && trimmed.Wrong is { } no ? no : new TeamAdded(trimmed);

    public Decision Change(TeamDetails details)
    {
        var to = details.Trimmed;
        if (to.Wrong is { } no) return no;
        return to == Details ? Decision.Nothing : new TeamChanged(Details, to);
    }

    public Decision Join(Named<PersonId> person)
    {
        if (!Active) return PeopleErrors.TeamIsRetired;
        return Members.Contains(person.Id) ? Decision.Nothing : new MemberJoined(person);
    }

    public Decision Leave(Named<PersonId> person) => Members.Contains(person.Id) ? new MemberLeft(person) : Decision.Nothing;

    public Decision Retire()
    {
        if (Id == TeamId.FirstContact) return PeopleErrors.FirstContactStays;
        return Active ? new TeamRetired() : Decision.Nothing;
    }

    public Decision Restore() => Active ? Decision.Nothing : new TeamRestored();

    public Team Apply(Event happened, By by) => Changed(happened) with { Version = Version + 1 };

    private Team Changed(Event happened) => happened switch
    {
        TeamAdded e => With(e.Details) with { Active = true },
        TeamChanged e => With(e.To),
        MemberJoined e => this with { Members = Members.Add(e.Person.Id) },
        MemberLeft e => this with { Members = Members.Remove(e.Person.Id) },
        TeamRetired => this with { Active = false },
        TeamRestored => this with { Active = true },
        _ => throw new NotSupportedException($"A team knows nothing of {happened.GetType().Name}."),
    };

    private Team With(TeamDetails d) => this with { Name = d.Name, Purpose = d.Purpose, Skills = d.Skills, FirstContact = d.FirstContact, Zone = d.Zone };
}

/// <summary>What an administrator says about a team.</summary>
/// <param name="FirstContact">Its people are the first whom a customer meets.</param>
public sealed record TeamDetails(string Name, string Purpose, Seq<string> Skills, bool FirstContact = false)
{
    /// <summary>Where its people are, by its name in the time zone database.</summary>
    public string? Zone { get; init; }

    internal Error? Wrong => Error.Of(
        Name.IsBlank ? PeopleErrors.NameMissing : Name.IsLongerThan(Team.LongestName) ? PeopleErrors.TeamNameTooLong : null,
        Purpose.IsLongerThan(Team.LongestPurpose) ? PeopleErrors.PurposeTooLong : null,
        Skills.Any(s => s.IsLongerThan(Team.LongestSkill)) ? PeopleErrors.SkillTooLong : null,
        Zones.Wrong(Zone));

    internal TeamDetails Trimmed => new(
        (Name ?? "").Trim(), (Purpose ?? "").Trim(),
        [.. Skills.Where(s => !s.IsBlank).Select(s => s.Trim()).Distinct(StringComparer.OrdinalIgnoreCase)], FirstContact) { Zone = Zones.Of(Zone) };
}
