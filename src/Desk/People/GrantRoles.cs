namespace FirstContact.People;

/// <summary>All roles at once; what is not named is taken away.</summary>
public sealed record GrantRoles(PersonId Id, Seq<Role> Roles) : Command<Person>
{
    public override Permission Needs => PeoplePermissions.Manage;

    protected override Store<Person> StoreOf(Work work) => work.People;

    public override Task<Result<Person>> Do(Work work) => work.People.Change(Id.Value, person => person.GrantRoles(work.By, Roles));
}
