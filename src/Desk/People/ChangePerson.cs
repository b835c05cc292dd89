namespace FirstContact.People;

/// <summary>Details, roles and activity at once, all of it or nothing; what is null stays as it is, and an empty text clears.</summary>
public sealed record ChangePerson(PersonId Id) : Command<Person>
{
    public string? Name { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }
    public string? Title { get; init; }

    /// <summary>By name or id; empty for none.</summary>
    public string? Unit { get; init; }

    /// <summary>By its code; empty for none.</summary>
    public string? Language { get; init; }

    /// <summary>All roles; what is not named is taken away.</summary>
    public Seq<Role>? Roles { get; init; }

    public bool? Active { get; init; }

    public override Permission Needs => PeoplePermissions.Manage;

    protected override Store<Person> StoreOf(Work work) => work.People;

    public override async Task<Result<Person>> Do(Work work)
    {
        if (!(await RegisterPerson.Belongs(work, Id, Email, Unit)).Is(out var found, out var no)) return no;
        var result = await work.People.Change(Id.Value, person => Decision.All(person, work.By,
            p => (Name ?? Email ?? Phone ?? Title ?? Unit ?? Language) is null ? Decision.Nothing : p.Change(new(Name ?? p.Name, Email ?? p.Email, Phone ?? p.Phone, Title ?? p.Title, Unit is null ? p.Unit : found.Unit) { Language = Language ?? p.Language }),
            p => Roles is null ? Decision.Nothing : p.GrantRoles(work.By, Roles),
            p => Active switch { null => Decision.Nothing, true => p.Reactivate(), false => p.Deactivate(work.By) }));
        if (Active == false && work.Writes.Count > 0) work.Sessions.EndAll(Id);
        return result;
    }
}
