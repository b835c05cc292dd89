namespace FirstContact.People;

/// <summary>Somebody whom the desk serves, or who serves: one person, one main address, any number of roles.</summary>
public sealed partial record Person : IAggregate<Person>
{
    public const int LongestName = 120, LongestPhone = 40, LongestTitle = 120;

    public static string Subject => "person";

    public PersonId Id { get; init; }
    public int Version { get; init; }
    public string Name { get; init; } = "";
    public string Email { get; init; } = "";
    public string? Phone { get; init; }
    public string? Title { get; init; }
    public Named<UnitId>? Unit { get; init; }

    /// <summary>What he reads letters in, by its code; null when nobody has said it.</summary>
    public string? Language { get; init; }

    public Seq<Role> Roles { get; init; } = [];

    /// <summary>May sign in and be given work. Whoever has left stays in every history.</summary>
    public bool Active { get; init; }

    public Instant? AwayUntil { get; init; }
    public string? AwayNote { get; init; }
    public Instant CreatedAt { get; init; }

    public long Key => Id.Value;

    public Named<PersonId> Named => new(Id, Name);

    public PersonDetails Details => new(Name, Email, Phone, Title, Unit) { Language = Language };

    public static Decision Register(PersonDetails details, params IEnumerable<Role> roles) =>
        details.Trimmed is var trimmed && trimmed.Wrong is { } no ? no : new PersonRegistered(trimmed, Together(roles));

    public Decision Change(PersonDetails details)
    {
        if (Id == PersonId.Desk) return PeopleErrors.IsTheDesk;
        if (Merged is not null) return PersonMergeErrors.Merged;
        var to = details.Trimmed;
        if (to.Wrong is { } no) return no;
        return to == Details ? Decision.Nothing : new PersonChanged(Details, to);
    }

    public Decision Deactivate(By by)
    {
        if (Id == PersonId.Desk) return PeopleErrors.IsTheDesk;
        if (Id == by.Person) return PeopleErrors.NotOneself;
        return Active ? new PersonDeactivated() : Decision.Nothing;
    }

    public Decision Reactivate()
    {
        if (Id == PersonId.Desk) return PeopleErrors.IsTheDesk;
        if (Merged is not null) return PersonMergeErrors.Merged;
        return Active ? Decision.Nothing : new PersonReactivated();
    }

    public Person Apply(Event happened, By by) => Changed(happened, by) with { Version = Version + 1 };

    private Person Changed(Event happened, By by) => Addressed(happened) ?? MergedWith(happened, by) ?? happened switch
    {
        PersonRegistered e => With(e.Details) with { Roles = e.Roles, Active = true, CreatedAt = by.At },
        PersonChanged e => With(e.To),
        RolesGranted e => this with { Roles = e.To },
        PersonDeactivated => this with { Active = false },
        PersonReactivated => this with { Active = true },
        WentAway e => this with { AwayUntil = e.Until, AwayNote = e.Note },
        CameBack => this with { AwayUntil = null, AwayNote = null },
        PasswordChanged or SessionStarted or SessionEnded or TokenCreated or TokenRevoked => this,
        _ => throw new NotSupportedException($"A person knows nothing of {happened.GetType().Name}."),
    };

    private Person With(PersonDetails d) => this with { Name = d.Name, Email = d.Email, Addresses = [.. Addresses.Where(a => a != d.Email)], Phone = d.Phone, Title = d.Title, Unit = d.Unit, Language = d.Language };
}
