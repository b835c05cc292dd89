namespace FirstContact.People;

/// <param name="Unit">By name or id; blank for none.</param>
public sealed record RegisterPerson(string Name, string Email, string? Phone = null, string? Title = null, string? Unit = null, Seq<Role>? Roles = null) : Command<Person>
{
    /// <summary>What he reads letters in, by its code; blank when nobody knows.</summary>
    public string? Language { get; init; }

    public override Permission Needs => PeoplePermissions.Manage;

    protected override Store<Person> StoreOf(Work work) => work.People;

    public override async Task<Result<Person>> Do(Work work)
    {
        if (!(await Details(work, null, Name, Email, Phone, Title, Unit)).Is(out var details, out var no)) return no;
        return await work.People.Create(Person.Register(details with { Language = Language }, Roles ?? []));
    }

    /// <summary>Finds what a form names.</summary>
    internal static async Task<Result<PersonDetails>> Details(Work work, PersonId? self, string name, string email, string? phone, string? title, string? unit)
    {
        if (!(await Belongs(work, self, email, unit)).Is(out var found, out var no)) return no;
        return new PersonDetails(name ?? "", email ?? "", phone, title, found.Unit);
    }

    /// <summary>Whether nobody else has the address, and which unit is named.</summary>
    internal static async Task<Result<Belonging>> Belongs(Work work, PersonId? self, string? email, string? unit)
    {
        var found = unit.IsBlank ? null : (await work.Read.Units()).Named(unit);
        var holder = await FindPerson.ByAny(work.Read, FindPerson.Address(email));
        if (Error.Of(
            holder is { } other && other.Id != self ? PeopleErrors.EmailTaken : null,
            !unit.IsBlank && found is null ? PeopleErrors.UnitUnknown : null) is { } no) return no;
        return new Belonging(found?.Named);
    }

    internal sealed record Belonging(Named<UnitId>? Unit);
}
