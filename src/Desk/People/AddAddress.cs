namespace FirstContact.People;

/// <summary>Somebody of the desk says that an address is this person's too. Mail from there is from them at once.</summary>
public sealed record AddAddress(PersonId Id, string? Address) : Command<Person>
{
    public override Permission Needs => PeoplePermissions.Manage;

    protected override Store<Person> StoreOf(Work work) => work.People;

    public override async Task<Result<Person>> Do(Work work) =>
        await FindPerson.ByAny(work.Read, FindPerson.Address(Address)) is { } holder && holder.Id != Id ? PeopleErrors.AddressTaken : await work.People.Change(Id.Value, person => person.AddAddress(Address));
}
