namespace FirstContact.People;

/// <summary>Nobody signs in as this person any more; whoever is signed in is out at once.</summary>
public sealed record DeactivatePerson(PersonId Id) : Command<Person>
{
    public override Permission Needs => PeoplePermissions.Manage;

    protected override Store<Person> StoreOf(Work work) => work.People;

    public override async Task<Result<Person>> Do(Work work)
    {
        var result = await work.People.Change(Id.Value, person => person.Deactivate(work.By));
        // So that being active again does not bring old sessions back to life.
        if (work.Writes.Count > 0) work.Sessions.EndAll(Id);
        return result;
    }
}
