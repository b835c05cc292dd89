namespace FirstContact.People;

public sealed record ReactivatePerson(PersonId Id) : Command<Person>
{
    public override Permission Needs => PeoplePermissions.Manage;

    protected override Store<Person> StoreOf(Work work) => work.People;

    public override Task<Result<Person>> Do(Work work) => work.People.Change(Id.Value, person => person.Reactivate());
}
