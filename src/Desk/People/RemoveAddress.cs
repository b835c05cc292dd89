namespace FirstContact.People;

/// <summary>From now on mail from there is a stranger's. Oneself may do it too.</summary>
public sealed record RemoveAddress(PersonId Id, string? Address) : Command<Person>
{
    public override Permission Needs => Permission.SignedIn;

    protected override Store<Person> StoreOf(Work work) => work.People;

    public override async Task<Result<Person>> Do(Work work) =>
        work.Caller.IsOrManages(Id) ? await work.People.Change(Id.Value, person => person.RemoveAddress(Address)) : Errors.Forbidden;
}
