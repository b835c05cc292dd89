namespace FirstContact.People;

public sealed record GoAway(PersonId Id, Instant Until, string? Note) : Command<Person>
{
    public override Permission Needs => Permission.SignedIn;

    protected override Store<Person> StoreOf(Work work) => work.People;

    public override async Task<Result<Person>> Do(Work work) =>
        work.Caller.IsOrManages(Id) ? await work.People.Change(Id.Value, person => person.GoAway(work.By, Until, Note)) : Errors.Forbidden;
}
