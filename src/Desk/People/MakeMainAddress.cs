namespace FirstContact.People;

/// <summary>Letters go there from now on, and it is what one signs in with. That is the organisation's to say, as the address itself is.</summary>
public sealed record MakeMainAddress(PersonId Id, string? Address) : Command<Person>
{
    public override Permission Needs => PeoplePermissions.Manage;

    protected override Store<Person> StoreOf(Work work) => work.People;

    public override Task<Result<Person>> Do(Work work) => work.People.Change(Id.Value, person => person.MakeMain(Address));
}
