namespace FirstContact.People;

/// <param name="Unit">By name or id; blank for none.</param>
public sealed record ChangePerson(PersonId Id, string Name, string Email, string? Phone, string? Title, string? Unit) : Command<Person>
{
    public override Permission Needs => PeoplePermissions.Manage;

    protected override Store<Person> StoreOf(Work work) => work.People;

    public override async Task<Result<Person>> Do(Work work)
    {
        if (!(await RegisterPerson.Details(work, Id, Name, Email, Phone, Title, Unit)).Is(out var details, out var no)) return no;
        return await work.People.Change(Id.Value, person => person.Change(details));
    }
}
